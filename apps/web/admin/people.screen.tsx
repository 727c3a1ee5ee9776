import { Button, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { rowOf } from '../absence/leave-rows.js';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import type { PersonDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoDate } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { useToday } from '../kit/zone.js';
import { AddPersonDialog } from './AddPersonDialog.js';
import styles from './Admin.module.css';
import { AdminPage } from './AdminPage.js';
import { PersonDrawer } from './PersonDrawer.js';
import { useInstitutions, usePeople } from './reading.js';
import { useInstitutionName, usePostOf } from './words.js';

/** Staff: posts, who stands in, leave; each opens to be changed. */
export function Component() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const mine = useSession().posts.find(({ role }) => role === 'admin')?.institutionId ?? null;
  const at = search.get('at') ?? mine;
  const disabled = search.get('disabled') === 'true';
  const institutions = useInstitutions();
  const institutionName = useInstitutionName();
  const people = usePeople(at === 'all' ? null : at, disabled);
  const [opened, setOpened] = useState<string | null>(null);
  const set = (name: string, value: string | null) => setSearch((before) => { const next = new URLSearchParams(before); if (value === null) next.delete(name); else next.set(name, value); return next; }, { replace: true });
  const hospitals = institutions.data?.items ?? [];
  const rows = people.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <AdminPage title={t('people.title')} actions={<Button onClick={() => set('add', 'true')}>{t('people.add')}</Button>} filters={<>
      <Select size="xs" w={260} aria-label={t('people.hospital')} data={[{ value: 'all', label: t('common.all') }, ...hospitals.map((each) => ({ value: each.id, label: institutionName(each) }))]} value={at ?? 'all'} allowDeselect={false} onChange={(value) => set('at', value)} />
      <Switch size="sm" label={t('people.withDisabled')} checked={disabled} onChange={(event) => set('disabled', event.currentTarget.checked ? 'true' : null)} />
    </>}>
      {people.error && !people.data ? <ProblemView problem={problemOf(people.error)} onNext={() => void people.refetch()} /> : (
        <Card flush>
          {!people.data ? <RowsSkeleton rows={8} /> : rows.length === 0 ? <EmptyState title={t('admin.empty')} what={t('admin.emptyWhat')} /> : <People rows={rows} selected={opened} onOpen={setOpened} />}
          {people.hasNextPage && <div className={styles.more}><Button size="compact-sm" variant="subtle" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>{t('common.table.loadMore')}</Button></div>}
        </Card>
      )}
      {search.get('add') === 'true' && institutions.data && <AddPersonDialog institutions={hospitals} onClose={() => set('add', null)} />}
      {opened !== null && <PersonDrawer personId={opened} institutions={hospitals} onClose={() => setOpened(null)} />}
    </AdminPage>
  );
}

/** First and last day, with the hour where it is half of one: on the clock of who is away. */
function LeaveDays({ leave, zone }: { leave: PersonDto['leave'][number]; zone: string }) {
  const { fromDay, fromTime, toDay, toTime } = rowOf(leave, zone);
  return <><IsoDate date={fromDay} /> {fromTime !== '' && <bdi>{fromTime}</bdi>} – <IsoDate date={toDay} /> {toTime !== '' && <bdi>{toTime}</bdi>}</>;
}

function People({ rows, selected, onOpen }: { rows: readonly PersonDto[]; selected: string | null; onOpen: (id: string) => void }) {
  const postOf = usePostOf();
  const today = useToday();
  const next = (row: PersonDto) => row.leave.find(({ to }) => to >= today);
  const columns: Column<PersonDto>[] = [
    { id: 'name', titleKey: 'people.name', cell: (row) => <div><strong style={{ fontWeight: 600 }}><bdi>{row.name}</bdi></strong>{row.nameOriginal && <> <bdi className="quiet">{row.nameOriginal}</bdi></>}{row.title && <div className={styles.sub}><bdi>{row.title}</bdi></div>}</div>, sortBy: (row) => row.name },
    { id: 'posts', titleKey: 'people.posts', cell: (row) => <div>{row.posts.map((post, i) => <div key={i}>{postOf(post)}</div>)}</div>, sortBy: (row) => row.posts.map(postOf).join() },
    { id: 'contact', titleKey: 'people.contact', cell: (row) => <div><bdi dir="ltr">{row.email}</bdi>{row.mailRefusedAt !== null && <div><StatusChip status="blocked" wordKey="admin.mail.takesNone" /></div>}{row.phone && <div className={styles.sub}><bdi dir="ltr">{row.phone}</bdi></div>}</div> },
    { id: 'substitute', titleKey: 'people.substitute', cell: (row) => (row.substitute ? <bdi>{row.substitute.name}</bdi> : <span className="quiet"><T k="common.none" /></span>), sortBy: (row) => row.substitute?.name ?? '\uffff' },
    { id: 'leave', titleKey: 'people.leave', cell: (row) => { const leave = next(row); return leave ? <span className="nowrap"><LeaveDays leave={leave} zone={row.zone} /></span> : <span className="quiet"><T k="common.none" /></span>; }, sortBy: (row) => next(row)?.from ?? '9' },
    { id: 'state', titleKey: 'transfers.state', cell: (row) => (row.active ? <span className="quiet"><T k="people.active" /></span> : <StatusChip status="blocked" wordKey="people.disabled" />), sortBy: (row) => Number(row.active) },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} label={useT()('people.title')} selected={selected ?? undefined} onOpen={(row) => onOpen(row.id)} />;
}
