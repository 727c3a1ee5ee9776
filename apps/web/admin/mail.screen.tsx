import { Button, Select } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import type { DeliveryDto, RefusingAddressDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { DataTable, type Column } from '../kit/DataTable.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoTime } from '../kit/IsoTime.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { StatusChip } from '../kit/StatusChip.js';
import type { Status } from '../kit/status.js';
import styles from './Admin.module.css';
import { AdminPage } from './AdminPage.js';
import { useDeliveries } from './reading.js';

const results = ['accepted', 'later', 'refused'] as const;
const shapes: Readonly<Record<DeliveryDto['result'], Status>> = { accepted: 'done', later: 'waiting', refused: 'blocked' };

/** Every attempt to mail somebody of one's hospitals, and the addresses that take no mail. */
export function Component() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const result = results.find((each) => each === search.get('result')) ?? null;
  const log = useDeliveries(result);
  const rows = log.data?.pages.flatMap((page) => page.items) ?? [];
  const refusing = log.data?.pages[0]?.refusing ?? [];
  return (
    <AdminPage title={t('admin.mail.title')} filters={
      <Select size="xs" w={220} aria-label={t('admin.mail.result')} value={result ?? 'all'} allowDeselect={false} data={[{ value: 'all', label: t('common.all') }, ...results.map((each) => ({ value: each, label: t(`admin.mail.${each}`) }))]}
        onChange={(value) => setSearch(value === null || value === 'all' ? {} : { result: value }, { replace: true })} />
    }>
      <div className={styles.stack}>
        {refusing.length > 0 && <Card title={t('admin.mail.refusing')} count={refusing.length} flush><Refusing rows={refusing} /></Card>}
        {log.error && !log.data ? <ProblemView problem={problemOf(log.error)} onNext={() => void log.refetch()} /> : (
          <Card title={t('admin.mail.log')} flush>
            {!log.data ? <RowsSkeleton rows={8} /> : rows.length === 0 ? <EmptyState title={t('admin.mail.empty')} what={t('admin.mail.emptyWhat')} /> : <Log rows={rows} />}
            {log.hasNextPage && <div className={styles.more}><Button size="compact-sm" variant="subtle" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>{t('common.table.loadMore')}</Button></div>}
          </Card>
        )}
      </div>
    </AdminPage>
  );
}

const Person = ({ person, email }: Pick<DeliveryDto, 'person' | 'email'>) => <div><bdi>{person.name}</bdi><div className={styles.sub}><bdi dir="ltr">{email}</bdi></div></div>;

function Refusing({ rows }: { rows: readonly RefusingAddressDto[] }) {
  const columns: Column<RefusingAddressDto>[] = [
    { id: 'person', titleKey: 'people.name', cell: (row) => <Person {...row} />, sortBy: (row) => row.person.name },
    { id: 'since', titleKey: 'admin.mail.since', cell: (row) => <IsoTime at={row.since} />, sortBy: (row) => row.since },
    { id: 'answer', titleKey: 'admin.mail.answer', cell: (row) => <bdi dir="ltr">{row.code}</bdi> },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.person.id} label={useT()('admin.mail.refusing')} />;
}

function Log({ rows }: { rows: readonly DeliveryDto[] }) {
  const t = useT();
  const columns: Column<DeliveryDto>[] = [
    { id: 'at', titleKey: 'admin.mail.at', cell: (row) => <IsoTime at={row.at} />, sortBy: (row) => row.at },
    { id: 'person', titleKey: 'people.name', cell: (row) => <Person {...row} />, sortBy: (row) => row.person.name },
    { id: 'channel', titleKey: 'admin.mail.by', cell: (row) => <T k={`admin.mail.channel.${row.channel}`} />, sortBy: (row) => row.channel },
    { id: 'what', titleKey: 'admin.mail.what', cell: (row) => <div><T k={`notifications.topic.${row.topic}`} />{row.messages > 1 && <div className={styles.sub}>{t('admin.mail.messages', { count: row.messages })}</div>}</div>, sortBy: (row) => row.topic },
    { id: 'result', titleKey: 'admin.mail.result', cell: (row) => <StatusChip status={shapes[row.result]} wordKey={`admin.mail.${row.result}`} />, sortBy: (row) => row.result },
    { id: 'answer', titleKey: 'admin.mail.answer', cell: (row) => (row.code === null ? '' : <bdi dir="ltr">{`${row.code} ${row.smtpCode ?? row.httpStatus ?? ''}`.trim()}</bdi>) },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => `${row.mailId} ${row.at}`} label={t('admin.mail.log')} />;
}
