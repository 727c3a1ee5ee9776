import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import type { CalendarViewDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { useCalendarName } from '../kit/calendar-name.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoDate } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { OwnCalendar } from '../calendars/OwnCalendar.js';
import { Orders } from '../calendars/Orders.js';
import { AdminPage } from './AdminPage.js';
import styles from './Calendar.module.css';
import { useCalendar, useInstitutions } from './reading.js';
import { useWeekdayName } from './words.js';
import { YearView } from './YearView.js';

/** A calendar by years: every day that differs, where that is known from, how sure it is and who reviewed it. The hospital's own admin changes it below. */
export function Component() {
  const t = useT();
  const navigate = useNavigate();
  const { calendarId } = useParams();
  const calendarName = useCalendarName();
  const institutions = useInstitutions();
  const mine = useSession().posts.find(({ role }) => role === 'admin')?.institutionId;
  const own = institutions.data?.items.find((each) => each.id === mine);
  const id = calendarId ?? own?.calendarId ?? institutions.data?.calendars[0]?.id;
  const calendar = useCalendar(id);
  return (
    <AdminPage title={t('admin.calendars')} filters={institutions.data && <Select size="xs" w={220} aria-label={t('common.due.calendar')} data={institutions.data.calendars.map((each) => ({ value: each.id, label: calendarName(each.id) }))} value={id ?? null} allowDeselect={false} onChange={(value) => void navigate(`/admin/calendars/${value}`)} />}>
      {calendar.data ? <div className={styles.stack}><Calendar key={calendar.data.id} calendar={calendar.data}>{own && own.calendarId === id && <OwnCalendar institutionId={own.id} />}</Calendar><Orders /></div> : calendar.error ? <ProblemView problem={problemOf(calendar.error)} onNext={() => void calendar.refetch()} /> : <TextSkeleton lines={8} />}
    </AdminPage>
  );
}

function Calendar({ calendar, children }: { calendar: CalendarViewDto; children?: React.ReactNode }) {
  const t = useT();
  const now = new Date().getUTCFullYear();
  const [year, setYear] = useState(() => (calendar.years.some((each) => each.year === now) ? now : calendar.years.at(-1)?.year ?? now));
  const chosen = calendar.years.find((each) => each.year === year);
  const days = calendar.days.filter(({ date }) => date.startsWith(String(year)));
  if (calendar.years.length === 0) return <Card><EmptyState title={t('admin.noYear')} what={t('admin.noYearWhat')} /></Card>;
  return (
    <div className={styles.stack}>
      <div className={styles.head}>
        <SegmentedControl size="xs" data={calendar.years.map((each) => String(each.year))} value={String(year)} onChange={(value) => setYear(Number(value))} aria-label={t('common.form.year')} />
        {chosen && <StatusChip status={chosen.status === 'provisional' ? 'dueSoon' : 'done'} wordKey={`admin.trust.${chosen.status}`} />}
        <span className="quiet small"><T k="admin.calendarFacts" values={{ version: calendar.version, zone: calendar.zone }} /></span>
      </div>
      {calendar.yearsToReview && calendar.yearsToReview.length > 0 && <p role="note" className={styles.warning}><StatusChip status="dueSoon" wordKey="admin.trust.provisional" /> <T k="time.toReview" values={{ years: calendar.yearsToReview.join(', ') }} /></p>}
      {chosen && <p className="small quiet"><T k="admin.source" />: <bdi>{chosen.source}</bdi>{chosen.note && <><br /><bdi>{chosen.note}</bdi></>}</p>}
      <Week calendar={calendar} />
      <YearView calendar={calendar} year={year} />
      {children}
      <Card title={t('admin.daysOf', { year })} count={days.length} flush>{days.length === 0 ? <EmptyState title={t('admin.noDays')} what={t('admin.noDaysWhat')} /> : <Days days={days} />}</Card>
    </div>
  );
}

function Week({ calendar }: { calendar: CalendarViewDto }) {
  const name = useWeekdayName();
  return (
    <dl className={styles.week}>
      {calendar.week.map(({ weekday, hours }) => <div key={weekday}><dt>{name(weekday)}</dt><dd>{hours.length === 0 ? <T k="admin.off" /> : hours.map((each) => <bdi key={each} dir="ltr">{each.replace('-', '–')}</bdi>)}</dd></div>)}
    </dl>
  );
}

type Day = CalendarViewDto['days'][number];

function Days({ days }: { days: readonly Day[] }) {
  const columns: Column<Day>[] = [
    { id: 'date', titleKey: 'admin.day', cell: (row) => <IsoDate date={row.date} />, sortBy: (row) => row.date },
    { id: 'kind', titleKey: 'admin.kindOfDay', cell: (row) => <><T k={`admin.dayKind.${row.kind}`} />{row.paysFor && <> <IsoDate date={row.paysFor} /></>}</>, sortBy: (row) => row.kind },
    { id: 'reason', titleKey: 'common.reason', cell: (row) => <bdi>{row.name}</bdi>, sortBy: (row) => row.name },
    { id: 'status', titleKey: 'admin.sure', cell: (row) => <StatusChip status={row.status === 'official' || row.status === 'law' ? 'done' : 'dueSoon'} wordKey={`admin.trust.${row.status}`} />, sortBy: (row) => row.status },
    { id: 'reviewed', titleKey: 'time.reviewedBy', cell: (row) => (row.reviewedBy ? <><bdi>{row.reviewedBy.name}</bdi> {row.reviewedOn && <IsoDate date={row.reviewedOn} />}</> : null), sortBy: (row) => row.reviewedBy?.name ?? '' },
    { id: 'source', titleKey: 'admin.source', cell: (row) => <bdi className="small quiet">{row.source}</bdi>, sortBy: (row) => row.source },
  ];
  return <DataTable columns={columns} rows={days} rowKey={(row) => row.date} label={useT()('admin.calendars')} />;
}
