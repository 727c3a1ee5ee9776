import { Button, Select } from '@mantine/core';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useSession } from '../api/session.js';
import type { MeetingRowDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoTime } from '../kit/IsoTime.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import { StatusShape } from '../kit/StatusShape.js';
import type { Status } from '../kit/status.js';
import { useZone } from '../kit/zone.js';
import styles from './Meeting.module.css';
import { mayPlan, useBoards, useMeetings } from './reading.js';

const statusOf: Record<MeetingRowDto['status'], Status> = { planned: 'waiting', frozen: 'dueSoon', open: 'onTime', closed: 'done', cancelled: 'blocked' };

/** The boards' meetings: when, on whose clock, how many cases, how many of them ready. */
export function Component() {
  const t = useT();
  const { posts } = useSession();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const when = search.get('when') === 'past' ? 'past' : 'coming';
  const board = search.get('board');
  const meetings = useMeetings(when, board);
  const boards = useBoards();
  const rows = meetings.data?.pages.flatMap((page) => page.items) ?? [];
  const set = (name: string, value: string | null) => setSearch((before) => { const next = new URLSearchParams(before); if (value === null) next.delete(name); else next.set(name, value); return next; }, { replace: true });
  return (
    <Page title={t('meetings.title')} filters={(
      <>
        <div className={styles.when} role="group" aria-label={t('meetings.when')}>
          {(['coming', 'past'] as const).map((name) => <button key={name} type="button" aria-pressed={when === name} onClick={() => set('when', name === 'past' ? 'past' : null)}>{t(`meetings.${name}`)}</button>)}
        </div>
        <Select size="xs" w={196} data={(boards.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} value={board} placeholder={t('cases.boardOf')} aria-label={t('cases.boardOf')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} onChange={(value) => set('board', value)} />
      </>
    )} actions={mayPlan(posts, boards.data?.items ?? []).length > 0 && <Button component={Link} to="/meetings/new">{t('meetings.plan.title')}</Button>}>
      <div className={styles.panel}>
        {meetings.isPending ? <RowsSkeleton rows={8} />
          : meetings.error && !meetings.data ? <ProblemView problem={problemOf(meetings.error)} onNext={() => void meetings.refetch()} />
            : rows.length === 0 ? <EmptyState title={t(when === 'past' ? 'meetings.noPast' : 'meetings.empty')} what={t(when === 'past' ? 'meetings.noPastWhat' : 'meetings.emptyWhat')} />
              : <DataTable columns={columns(t)} rows={rows} rowKey={(row) => row.id} label={t('meetings.title')} onOpen={(row) => void navigate(`/meetings/${row.id}`)} />}
        {meetings.hasNextPage && <div className={styles.more}><Button size="compact-sm" variant="subtle" loading={meetings.isFetchingNextPage} onClick={() => void meetings.fetchNextPage()}>{t('common.table.loadMore')}</Button></div>}
      </div>
    </Page>
  );
}

function columns(t: (key: string) => string): Column<MeetingRowDto>[] {
  return [
    { id: 'when', titleKey: 'meetings.startsAt', cell: (row) => <><MeetingTime row={row} /><OnDayOff row={row} /></>, sortBy: (row) => row.startsAt },
    { id: 'number', titleKey: 'meetings.number', cell: (row) => <bdi dir="ltr" className="nowrap">{row.number}</bdi>, sortBy: (row) => row.number },
    { id: 'board', titleKey: 'cases.boardOf', cell: (row) => <strong className={styles.wide}><bdi>{row.board.name}</bdi></strong>, sortBy: (row) => row.board.name },
    { id: 'host', titleKey: 'meetings.host', cell: (row) => <span className={styles.wide}><bdi>{row.host.name}</bdi></span>, sortBy: (row) => row.host.name },
    { id: 'listed', titleKey: 'meetings.cases', cell: (row) => (row.listed === 0 ? <span className="quiet">–</span> : row.status === 'closed' ? row.listed : <T k="meetings.readyOf" values={{ ready: row.ready, listed: row.listed }} />), sortBy: (row) => row.listed },
    { id: 'status', titleKey: 'meetings.state', cell: (row) => <><StatusChip status={statusOf[row.status]} wordKey={`meetings.status.${row.status}`} />{row.extraordinary && <span className={styles.tag}>{t('meetings.extraordinary')}</span>}</>, sortBy: (row) => row.status },
  ];
}

/** Which hospitals do not work on its day, until somebody has said what becomes of it. */
function OnDayOff({ row }: { row: MeetingRowDto }) {
  const t = useT();
  if (row.dayOff.length === 0) return null;
  return <span className={styles.onDayOff}><StatusShape status="dueSoon" size={12} /><span>{t('meetings.dayOff.title')}: {row.dayOff.map(({ id, name }, at) => <span key={id}>{at > 0 && '; '}<bdi>{name}</bdi></span>)}</span></span>;
}

/** On the host's clock, written out; on the reader's below where that is another. */
export function MeetingTime({ row }: { row: Pick<MeetingRowDto, 'startsAt' | 'zone'> }) {
  const reader = useZone();
  const differs = new Intl.DateTimeFormat('en', { timeZone: reader, timeStyle: 'short', dateStyle: 'short' }).format(new Date(row.startsAt)) !== new Intl.DateTimeFormat('en', { timeZone: row.zone, timeStyle: 'short', dateStyle: 'short' }).format(new Date(row.startsAt));
  return <span className={styles.time}><strong><IsoTime at={row.startsAt} zone={row.zone} show="full" /></strong>{differs && <span className="quiet small"><IsoTime at={row.startsAt} show="full" /></span>}</span>;
}
