import { Button, Switch } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { NotificationDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { EmptyState } from '../kit/EmptyState.js';
import { IsoDate } from '../kit/IsoTime.js';
import { zonedParts } from '../kit/iso-dates.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { useZone } from '../kit/zone.js';
import styles from './Notifications.module.css';
import { useNotifications } from './reading.js';
import { Row } from './Row.js';

/** What one was told, by day: what it is, why one hears it, where it leads. */
export function Component() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const unreadOnly = search.get('unread') === 'true';
  const list = useNotifications(unreadOnly);
  const readAll = useCommand<object>({ path: '/api/notifications/read-all', key: 'read-all-notifications', invalidates: ['notifications'] });
  const unread = list.data?.pages[0]?.unread ?? 0;
  useKeyHints(t('notifications.title'), [{ keys: '↓ ↑', label: t('common.keys.next') }, { keys: 'Enter', label: t('common.keys.openRow') }]);
  return (
    <Page title={t('notifications.title')} filters={<>
      {unread > 0 && <span className="quiet">{t('notifications.unread', { count: unread })}</span>}
      <Switch size="sm" label={t('notifications.unreadOnly')} checked={unreadOnly} onChange={(event) => setSearch(event.currentTarget.checked ? { unread: 'true' } : {}, { replace: true })} />
    </>} actions={<>
      {unread > 0 && <Button variant="default" loading={readAll.sending} onClick={() => void readAll.run({})}>{t('notifications.markAllRead')}</Button>}
      <Button component={Link} to="/notifications/settings" variant="default">{t('notifications.settings')}</Button>
    </>}>
      {readAll.problem && <ProblemView problem={readAll.problem} takeFocus onNext={readAll.reset} />}
      <List list={list} unreadOnly={unreadOnly} />
    </Page>
  );
}

function List({ list, unreadOnly }: { list: ReturnType<typeof useNotifications>; unreadOnly: boolean }) {
  const t = useT();
  const days = useDays(list.data?.pages.flatMap((page) => page.items) ?? []);
  if (!list.data) return list.error ? <ProblemView problem={problemOf(list.error)} onNext={() => void list.refetch()} /> : <Card flush><RowsSkeleton rows={8} height={48} /></Card>;
  if (days.length === 0) return <Card><EmptyState title={t(unreadOnly ? 'notifications.allRead' : 'notifications.empty')} what={t('notifications.emptyWhat')} /></Card>;
  return (
    <div className={styles.days}>
      {days.map(([date, items]) => (
        <Card key={date} title={<><Weekday at={items[0]?.createdAt ?? ''} /> <IsoDate date={date} /></>} flush>
          <ul data-rows>{items.map((item) => <Row key={item.id} item={item} />)}</ul>
        </Card>
      ))}
      {list.hasNextPage && <div className={styles.more}><Button size="compact-sm" variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}><T k="common.table.loadMore" /></Button></div>}
    </div>
  );
}

const Weekday = ({ at }: { at: string }) => <>{zonedParts(at, useZone(), useLanguage()).weekday}</>;

/** By the reader's day, in the order given. */
function useDays(items: readonly NotificationDto[]): [date: string, items: NotificationDto[]][] {
  const lang = useLanguage();
  const zone = useZone();
  const days = new Map<string, NotificationDto[]>();
  for (const item of items) {
    const { date } = zonedParts(item.createdAt, zone, lang);
    days.set(date, [...days.get(date) ?? [], item]);
  }
  return [...days];
}
