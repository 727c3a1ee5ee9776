import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { problemOf } from '../api/problem.js';
import type { BoardDto, InstitutionDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useCalendarName } from '../kit/calendar-name.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import styles from './Admin.module.css';
import { AdminPage } from './AdminPage.js';
import { BoardDialog } from './BoardDialog.js';
import { FirstSteps } from './FirstSteps.js';
import { HospitalDialog } from './HospitalDialog.js';
import { useBoards, useInstitutions } from './reading.js';
import { YearsToReview } from './YearsToReview.js';
import { useInstitutionName, useWeekdayName } from './words.js';

/** Hospitals and boards; what a new installation still needs stands first. */
export function Component() {
  const t = useT();
  const institutions = useInstitutions();
  const boards = useBoards();
  const [dialog, setDialog] = useState<'hospital' | 'board' | BoardDto | null>(null);
  const may = (list: readonly { action: string; allowed: boolean }[] | undefined, action: string) => list?.some((each) => each.action === action && each.allowed) ?? false;
  const error = institutions.error ?? boards.error;
  const hospitals = institutions.data?.items;
  if (error && !hospitals) return <AdminPage title={t('admin.title')}><ProblemView problem={problemOf(error)} onNext={() => { void institutions.refetch(); void boards.refetch(); }} /></AdminPage>;
  return (
    <AdminPage title={t('admin.title')}>
      <div className={styles.stack}>
        {institutions.data && <YearsToReview institutions={institutions.data} />}
        {hospitals && boards.data && <FirstSteps institutions={hospitals} boards={boards.data.items} onBoard={() => setDialog('board')} />}
        <Card title={t('admin.institutions')} count={hospitals?.length} flush actions={may(institutions.data?.may, 'setUpInstitution') && <Button size="compact-sm" variant="default" onClick={() => setDialog('hospital')}>{t('admin.addHospital')}</Button>}>
          {hospitals ? <Hospitals rows={hospitals} /> : <RowsSkeleton rows={4} />}
        </Card>
        <Card title={t('admin.boards')} count={boards.data?.items.length} flush actions={may(boards.data?.may, 'publishBoard') && <Button size="compact-sm" variant="default" onClick={() => setDialog('board')}>{t('admin.addBoard')}</Button>}>
          {!boards.data ? <RowsSkeleton rows={2} /> : boards.data.items.length === 0 ? <EmptyState title={t('admin.noBoard')} what={t('admin.noBoardWhat')} /> : <Boards rows={boards.data.items} onEdit={setDialog} />}
        </Card>
      </div>
      {dialog === 'hospital' && <HospitalDialog calendars={(institutions.data?.calendars ?? []).map(({ id }) => id)} onClose={() => setDialog(null)} />}
      {dialog !== null && dialog !== 'hospital' && <BoardDialog board={dialog === 'board' ? null : dialog} institutions={hospitals ?? []} onClose={() => setDialog(null)} />}
    </AdminPage>
  );
}

function Hospitals({ rows }: { rows: readonly InstitutionDto[] }) {
  const t = useT();
  const name = useInstitutionName();
  const calendarName = useCalendarName();
  const columns: Column<InstitutionDto>[] = [
    { id: 'name', titleKey: 'people.name', cell: (row) => <strong style={{ fontWeight: 600 }}><bdi>{name(row)}</bdi></strong>, sortBy: name },
    { id: 'code', titleKey: 'admin.code', cell: (row) => <bdi dir="ltr">{row.code}</bdi>, sortBy: (row) => row.code },
    { id: 'country', titleKey: 'admin.country', cell: (row) => <bdi dir="ltr">{row.country}</bdi>, sortBy: (row) => row.country },
    { id: 'zone', titleKey: 'people.zone', cell: (row) => <bdi dir="ltr">{row.zone}</bdi>, sortBy: (row) => row.zone },
    { id: 'calendar', titleKey: 'common.due.calendar', cell: (row) => <Link to={`/admin/calendars/${row.calendarId}`}>{calendarName(row.calendarId)}</Link>, sortBy: (row) => row.calendarId },
    { id: 'people', titleKey: 'people.title', cell: (row) => <Link to={`/admin/people?at=${row.id}`} aria-label={`${name(row)}: ${t('people.count', { count: row.people })}`}>{row.people}</Link>, sortBy: (row) => row.people, align: 'end' },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} label={t('admin.institutions')} />;
}

function Boards({ rows, onEdit }: { rows: readonly BoardDto[]; onEdit: (board: BoardDto) => void }) {
  const t = useT();
  const weekday = useWeekdayName();
  const columns: Column<BoardDto>[] = [
    { id: 'name', titleKey: 'people.name', cell: (row) => <div><Link to={`/admin/boards/${row.id}`}><strong style={{ fontWeight: 600 }}><bdi>{row.name}</bdi></strong></Link><div className={styles.sub}><bdi>{row.host.name}</bdi></div></div>, sortBy: (row) => row.name },
    { id: 'version', titleKey: 'admin.version', cell: (row) => <div>{row.version}{row.casesOnEarlierVersions > 0 && <div className={styles.sub}><T k="admin.onEarlier" values={{ count: row.casesOnEarlierVersions }} /></div>}</div>, sortBy: (row) => row.version },
    { id: 'partners', titleKey: 'admin.partners', cell: (row) => <span>{row.partners.length === 0 ? <T k="common.none" /> : row.partners.map((each, i) => <span key={each.id}>{i > 0 && ' · '}<bdi>{each.name}</bdi></span>)}</span> },
    { id: 'series', titleKey: 'admin.series', cell: (row) => <span className="nowrap">{weekday(row.weekday)} <bdi dir="ltr">{row.localTime}</bdi>, <T k="common.minutes" values={{ count: row.minutes }} /></span> },
    { id: 'quorum', titleKey: 'admin.required', cell: (row) => <span className="small">{row.requiredDisciplines.map((code, i) => <span key={code}>{i > 0 && ', '}<T k={`lists.discipline.${code}`} /></span>)}</span> },
    { id: 'edit', titleKey: 'admin.change', cell: (row) => row.may.some((each) => each.action === 'publishBoard' && each.allowed) && <Button size="compact-sm" variant="default" onClick={() => onEdit(row)} aria-label={`${t('admin.change')}: ${row.name}`}>{t('admin.change')}</Button> },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} label={t('admin.boards')} />;
}
