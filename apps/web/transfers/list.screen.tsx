import { Button, Switch } from '@mantine/core';
import { useNavigate, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import type { TransferRowDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { nameOf } from '../kit/from-api.js';
import { IsoDate } from '../kit/IsoTime.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { writtenName } from '../kit/person-name.js';
import { PersonName } from '../kit/PersonName.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import type { Status } from '../kit/status.js';
import styles from './List.module.css';
import { useTransfers } from './reading.js';

/** Transfers that run: who goes from where to where, how far the request is, how much of the checklists is done. */
export function Component() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const ended = search.get('ended') === 'true';
  const transfers = useTransfers(ended);
  useKeyHints(t('transfers.title'), [{ keys: '↓ ↑', label: t('common.keys.next') }, { keys: 'Enter', label: t('common.keys.openRow') }]);
  return (
    <Page title={t('transfers.title')} filters={<Switch size="sm" label={t('transfers.withEnded')} checked={ended} onChange={(event) => setSearch(event.currentTarget.checked ? { ended: 'true' } : {}, { replace: true })} />}>
      <List query={transfers} />
    </Page>
  );
}

function List({ query }: { query: ReturnType<typeof useTransfers> }) {
  const t = useT();
  const navigate = useNavigate();
  const columns = useColumns();
  if (!query.data) return query.error ? <ProblemView problem={problemOf(query.error)} onNext={() => void query.refetch()} /> : <Card flush><RowsSkeleton rows={5} /></Card>;
  const rows = query.data.pages.flatMap((page) => page.items);
  if (rows.length === 0) return <Card><EmptyState title={t('transfers.empty')} what={t('transfers.emptyWhat')} /></Card>;
  return (
    <Card flush>
      <DataTable columns={columns} rows={rows} rowKey={(row) => row.caseId} label={t('transfers.title')} onOpen={(row) => void navigate(`/cases/${row.caseId}/transfer`)} />
      {query.hasNextPage && <div className={styles.more}><Button size="compact-sm" variant="subtle" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t('common.table.loadMore')}</Button></div>}
    </Card>
  );
}

const order = ['preparing', 'sent', 'delivered', 'opened', 'refused', 'accepted', 'departed', 'arrived', 'takenOver', 'ended'];

function statusOf({ status }: TransferRowDto): Status {
  if (status === 'refused') return 'overdue';
  if (status === 'takenOver') return 'done';
  if (status === 'ended') return 'blocked';
  return status === 'preparing' ? 'waiting' : 'onTime';
}

function useColumns(): Column<TransferRowDto>[] {
  const t = useT();
  const written = (row: TransferRowDto) => { const name = nameOf(row.patient?.names ?? []); return writtenName(name.original ?? name.latin) || '\uffff'; };
  return [
    { id: 'number', titleKey: 'cases.number', cell: (row) => <bdi dir="ltr" className="nowrap">{row.caseNumber}</bdi>, sortBy: (row) => row.caseNumber },
    { id: 'patient', titleKey: 'cases.patient', cell: (row) => (row.patient ? <strong style={{ fontWeight: 600 }}><PersonName name={nameOf(row.patient.names)} /></strong> : <T k="cases.patientHidden" />), sortBy: written },
    { id: 'from', titleKey: 'transfers.sending', cell: (row) => <bdi>{row.from.name}</bdi>, sortBy: (row) => row.from.name },
    { id: 'to', titleKey: 'transfers.receiving', cell: (row) => <bdi>{row.to.name}</bdi>, sortBy: (row) => row.to.name },
    { id: 'status', titleKey: 'transfers.state', cell: (row) => <StatusChip status={statusOf(row)} wordKey={`lists.transferStatus.${row.status}`} />, sortBy: (row) => order.indexOf(row.status) },
    { id: 'done', titleKey: 'transfers.checklist', cell: (row) => <Progress row={row} />, sortBy: (row) => (row.items === 0 ? 0 : row.done / row.items) },
    { id: 'planned', titleKey: 'transfers.plannedFor', cell: (row) => (row.plannedFor ? <IsoDate date={row.plannedFor} /> : <span className="quiet">{t('transfers.notPlanned')}</span>), sortBy: (row) => row.plannedFor ?? '9' },
  ];
}

function Progress({ row }: { row: TransferRowDto }) {
  return (
    <span className={styles.progress}>
      <span className={styles.bar} aria-hidden="true"><span style={{ inlineSize: `${row.items === 0 ? 0 : (100 * row.done) / row.items}%` }} /></span>
      <span><T k="common.of" values={{ done: row.done, all: row.items }} /></span>
      {row.overdue > 0 && <span className={styles.late}><T k="cases.late" values={{ count: row.overdue }} /></span>}
    </span>
  );
}
