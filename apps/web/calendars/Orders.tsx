import type { ReplanningDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { IsoTime } from '../kit/IsoTime.js';
import { useReplannings } from './reading.js';

/** What the last changes did to open deadlines, and how far they have come. Nothing where nothing changed yet. */
export function Orders() {
  const t = useT();
  const orders = useReplannings().data?.items ?? [];
  if (orders.length === 0) return null;
  const columns: Column<ReplanningDto>[] = [
    { id: 'at', titleKey: 'time.changedAt', cell: (row) => <IsoTime at={row.requestedAt} /> },
    { id: 'cause', titleKey: 'time.because', cell: (row) => <><T k={`cases.replanCause.${row.cause}`} />{row.institution && <> · <bdi>{row.institution.name}</bdi></>}</> },
    { id: 'by', titleKey: 'time.by', cell: (row) => <bdi>{row.requestedBy?.name ?? t('common.system')}</bdi> },
    { id: 'far', titleKey: 'time.cases', cell: (row) => <T k={row.doneAt === null ? 'time.underWay' : row.failed > 0 ? 'time.doneButFailed' : 'time.done'} values={{ done: row.moved + row.stayed + row.failed, total: row.total ?? 0, moved: row.moved, failed: row.failed }} /> },
  ];
  return <Card title={t('time.orders')} flush><DataTable columns={columns} rows={orders} rowKey={(row) => row.id} label={t('time.orders')} /></Card>;
}
