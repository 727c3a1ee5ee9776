import { Button, Select } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type FocusEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { problemOf, type Problem } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import { allows } from '../cases/acts.js';
import { caseQueries } from '../cases/reading.js';
import type { InboxItemDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { EmptyState } from '../kit/EmptyState.js';
import { useKeyHints } from '../kit/KeyHints.js';
import { Page } from '../kit/Page.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import styles from './Inbox.module.css';
import { InboxGroups } from './InboxGroups.js';
import { InboxRow, rowId } from './InboxRow.js';
import { ManyAnswer, ManyBar } from './ManyBar.js';
import { usePicked } from './picked.js';
import { filtersIn, kinds, minuteChoices, urgencies, withFilters, type InboxFilters } from './filters.js';
import { timedPlaceOf } from './next-task.js';
import { useInbox } from './reading.js';
import { everything, grouped } from './shown.js';
import { TaskPreview, type Asked } from './TaskPreview.js';

/** What waits for one, the least time first: chosen with j and k, claimed with c, opened with Enter. */
export function Component() {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const filters = filtersIn(search);
  const { shown, minutes } = filters;
  const inbox = useInbox(filters);
  const items = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data]);
  const groups = grouped(items, shown);
  const counts = inbox.data?.pages[0]?.counts;
  // At once: a press meant for the task that was just chosen must not fall on the one before.
  const set = (change: Record<string, string | null>) => setSearch((before) => withFilters(before, change), { replace: true, flushSync: true });
  // The days of one's own come in their order: look on until the chosen one is found or the list ends.
  const found = groups.length > 0;
  useEffect(() => { if (!found && inbox.hasNextPage && !inbox.isFetching) void inbox.fetchNextPage(); }, [found, inbox]);
  return (
    <Page title={t('inbox.title')} heading={<span className={styles.heading}><T k="inbox.title" />{counts && <small><T k="tasks.count" values={{ count: everything(counts) }} /></small>}</span>}
      filters={<Filters filters={filters} onSet={set} />}>
      <div className={styles.layout}>
        <InboxGroups shown={shown} counts={counts} onShow={(name) => set({ show: name, task: null })} />
        {inbox.isPending ? <div className={styles.list}><RowsSkeleton height={48} rows={8} /></div>
          : inbox.error && !inbox.data ? <ProblemView problem={problemOf(inbox.error)} onNext={() => void inbox.refetch()} />
            : !found && !inbox.hasNextPage ? <div className={styles.list}><EmptyState title={minutes === null ? t(shown === 'mine' ? 'inbox.empty' : 'inbox.nothingHere') : t('inbox.noneFits', { minutes })} what={t(minutes !== null ? 'inbox.noneFitsWhat' : shown === 'waitingOnOthers' ? 'inbox.othersWhat' : 'inbox.emptyWhat')} /></div>
              : <Tasks key={search.toString().replace(/&?task=[^&]*/, '')} groups={groups} minutes={minutes} chosen={search.get('task')} onChoose={(id) => set({ task: id })} more={inbox.hasNextPage ? <Button size="compact-sm" variant="subtle" loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>{t('common.table.loadMore')}</Button> : null} />}
      </div>
    </Page>
  );
}

/** Once it is drawn: a task that was claimed stands in another group, where its row is a new one. */
const focusRow = (taskId: string) => requestAnimationFrame(() => document.getElementById(rowId(taskId))?.focus());

interface TasksProps { groups: ReturnType<typeof grouped>; minutes: string | null; chosen: string | null; onChoose: (id: string | null) => void; more: React.ReactNode }

function Tasks({ groups, minutes, chosen, onChoose, more }: TasksProps) {
  const t = useT();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false });
  const rows = groups.flatMap((group) => group.items);
  // What is shown stays shown until another is chosen, also when it leaves the list (claimed, done by somebody): a press must never fall on the patient who moved up.
  const [kept, setKept] = useState<InboxItemDto>();
  const wanted = chosen ?? (narrow ? null : kept?.task.id ?? null);
  const inList = rows.find(({ task }) => task.id === wanted);
  const selected = inList ?? (wanted !== null && wanted === kept?.task.id ? kept : narrow ? undefined : rows[0]);
  if (selected !== kept) setKept(selected);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [dialog, setDialog] = useState<Asked | null>(null);
  const many = usePicked(rows);
  const at = selected ? `/api/cases/${selected.task.caseId}/tasks/${selected.task.id}/claim` : '';
  const claim = useCommand<object>({ path: at, key: `claim:${selected?.task.id ?? ''}`, invalidates: caseQueries });
  useEffect(() => { if (claim.problem) setRefused(claim.problem); }, [claim.problem]);

  // Keys pressed faster than the screen is drawn go on from one another.
  const reached = useRef(selected);
  useEffect(() => { reached.current = selected; }, [selected]);
  const choose = (item: InboxItemDto | undefined) => {
    if (!item) return;
    reached.current = item;
    onChoose(item.task.id);
    focusRow(item.task.id);
  };
  const step = (by: number) => choose(reached.current ? rows[rows.findIndex(({ task }) => task.id === reached.current?.task.id) + by] : rows[0]);
  const take = async () => {
    if (!selected || !allows(selected.task.may, 'claimTask')) return;
    setRefused(null);
    const { id, version } = selected.task;
    if (await claim.run({ seenVersion: version }) !== undefined && reached.current?.task.id === id) focusRow(id);
  };
  useHotkeys([['j', () => step(1)], ['k', () => step(-1)], ['c', () => void take()], ['h', () => { if (selected) setDialog('handOverTask'); }], ['x', () => { if (reached.current) many.toggle(reached.current); }]]);
  useKeyHints(t('inbox.title'), [{ keys: 'j', label: t('common.keys.next') }, { keys: 'k', label: t('common.keys.previous') }, { keys: 'Enter', label: t('common.keys.openRow') }, { keys: 'c', label: t('common.keys.claim') }, { keys: 'h', label: t('tasks.handOver') }, { keys: 'x', label: t('inbox.choose') }]);

  const keeping = useKeptFocus();

  const preview = selected && <TaskPreview key={selected.task.id} item={selected} minutes={minutes} claim={claim} onClaim={() => void take()} dialog={dialog} onDialog={setDialog} />;
  return (
    <>
      <div className={styles.list} {...keeping}>
        {minutes !== null && <p className={styles.fits} role="status"><span>{t('inbox.fitsWhat', { minutes })}</span></p>}
        {refused && <div className={styles.refused}><ProblemView problem={{ ...refused, nextStep: t('common.close') }} onNext={() => setRefused(null)} /></div>}
        {many.picked.length > 0 && <ManyBar items={many.picked} onDone={many.answered} onClear={many.clear} />}
        {many.answer && <ManyAnswer done={many.answer} items={many.known} onClose={many.forget} />}
        {groups.map(({ group, items }) => (
          <section key={group} aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`} className={styles.groupHead} data-late={group === 'overdue' || undefined}><T k={`lists.inboxGroup.${group}`} /></h2>
            <ul>
              {items.map((item) => (
                <li key={item.task.id}>
                  <div className={styles.line}>
                    <label className={styles.pick}><input type="checkbox" checked={many.isPicked(item)} onChange={() => many.toggle(item)} aria-label={t('inbox.chooseTask', { number: item.caseNumber })} /></label>
                    <InboxRow item={item} selected={item === selected} onSelect={() => onChoose(narrow && item === selected ? null : item.task.id)} onOpen={() => void navigate(timedPlaceOf(item.task, minutes))} />
                  </div>
                  {narrow && item === selected && preview}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {more !== null && <div className={styles.more}>{more}</div>}
      </div>
      {!narrow && <div className={styles.side}>{preview ?? <p className={styles.none}>{t('inbox.nothingChosen')}</p>}</div>}
    </>
  );
}

/** A row that moves to another group is drawn anew there and would lose the focus, at whatever moment the list comes in: it gets it back in the same breath. */
function useKeptFocus() {
  const row = useRef<string | null>(null);
  useLayoutEffect(() => { if (row.current !== null && document.activeElement === document.body) document.getElementById(row.current)?.focus(); });
  return {
    onFocus: ({ target }: FocusEvent<HTMLElement>) => { row.current = target.id.startsWith('task-') ? target.id : null; },
    // Left by the reader, not taken away.
    onBlur: ({ target }: FocusEvent<HTMLElement>) => { if (target.isConnected) row.current = null; },
  };
}

function Filters({ filters, onSet }: { filters: InboxFilters; onSet: (change: Record<string, string | null>) => void }) {
  const t = useT();
  const select = (name: 'kind' | 'urgency' | 'minutes', width: number, label: string, data: { value: string; label: string }[]) => (
    <Select size="xs" w={width} data={data} value={filters[name]} placeholder={label} aria-label={label} clearable clearButtonProps={{ 'aria-label': t('common.clear') }}
      comboboxProps={{ width: 'max-content' }} onChange={(next) => onSet({ [name]: next, task: null })} />
  );
  const minutes = [...new Set([...minuteChoices, ...(filters.minutes === null ? [] : [filters.minutes])])].sort((a, b) => Number(a) - Number(b));
  return (
    <>
      {select('minutes', 168, t('inbox.timeIHave'), minutes.map((each) => ({ value: each, label: t('inbox.fits', { minutes: each }) })))}
      {select('kind', 196, t('inbox.kind'), kinds.map((code) => ({ value: code, label: t(`lists.taskKind.${code}`) })))}
      {select('urgency', 128, t('cases.urgency'), urgencies.map((code) => ({ value: code, label: t(`lists.urgency.${code}`) })))}
    </>
  );
}
