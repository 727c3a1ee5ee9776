import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import type { CaseViewDto, HistoryEntryDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { Card } from '../kit/Card.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { Timeline, type TimelineEntry } from '../kit/Timeline.js';
import { useEventWords } from './event-words.js';
import { useHistory } from './reading.js';
import styles from './CaseScreen.module.css';

const kinds = ['intake', 'documents', 'tasks', 'reviews', 'discussion', 'recommendation', 'transfer', 'followUp', 'time', 'case'] as const;
const dots: Partial<Record<HistoryEntryDto['kind'], TimelineEntry['kind']>> = { tasks: 'task', documents: 'document', discussion: 'decision', recommendation: 'decision', reviews: 'decision' };

/** Everything that happened, one stream: by whom, on whose behalf, when; of one kind where that is chosen. */
export function HistoryPanel({ view }: { view: CaseViewDto }) {
  const t = useT();
  const [kind, setKind] = useState<string | null>(null);
  const history = useHistory(view.id, kind);
  const words = useEventWords(view.tasks);
  const entries = together(saidOnce(history.data?.pages.flatMap((page) => page.entries) ?? [])).map((group) => entryOf(group, words, t));
  return (
    <Card title={t('cases.history')} count={history.data?.pages[0]?.total}
      actions={<Select size="xs" w={168} value={kind} onChange={setKind} data={kinds.map((each) => ({ value: each, label: t(`cases.historyKind.${each}`) }))} placeholder={t('cases.everything')} aria-label={t('cases.historyFilter')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} />}>
      {history.isPending && <RowsSkeleton rows={5} />}
      {history.error && !history.data && <ProblemView problem={problemOf(history.error)} onNext={() => void history.refetch()} />}
      {history.data && entries.length === 0 && <p className="quiet">{t('cases.historyEmpty')}</p>}
      <Timeline entries={entries} />
      {history.hasNextPage && <div className={styles.older}><Button size="compact-sm" variant="subtle" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>{t('cases.older')}</Button></div>}
    </Card>
  );
}

/** One act can be several events that carry the same words: they stand with what was done, not again with the task that it made. */
function saidOnce(entries: readonly HistoryEntryDto[]): HistoryEntryDto[] {
  const said = new Set(entries.filter(({ type }) => type !== 'TaskCreated').flatMap(({ at, texts }) => texts.map(({ id }) => `${at} ${id}`)));
  return entries.map((entry) => (entry.type === 'TaskCreated' ? { ...entry, texts: entry.texts.filter(({ id }) => !said.has(`${entry.at} ${id}`)) } : entry));
}

/** Events of one sort that one act made at once (fifteen lines of a checklist) are one entry. */
function together(entries: readonly HistoryEntryDto[]): HistoryEntryDto[][] {
  const groups: HistoryEntryDto[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.[0] && last[0].type === entry.type && last[0].at === entry.at && ['TaskCreated', 'TaskCancelled', 'TaskPaused', 'TaskResumed', 'TaskReopened', 'MarkFired', 'MarkPassedOver'].includes(entry.type)) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function entryOf(group: HistoryEntryDto[], words: (entry: HistoryEntryDto) => string, t: ReturnType<typeof useT>): TimelineEntry {
  const [first] = group;
  if (!first) throw new Error('a group has an entry');
  const notes = first.texts.filter((note) => note.text !== null);
  return {
    id: `${first.stream}-${first.seq}`, at: first.at, kind: first.type === 'MarkFired' && first.data['kind'] === 'escalate' ? 'escalation' : dots[first.kind] ?? 'note',
    text: group.length > 3 ? t('cases.eventAndMore', { event: words(first), count: group.length - 1 }) : group.length === 1 ? words(first) : group.map((entry) => <div key={entry.seq}>{words(entry)}</div>),
    author: first.actor?.name ?? t('common.system'), onBehalfOf: first.onBehalfOf?.name ?? null,
    ...(notes.length > 0 ? { detail: notes.map((note) => <blockquote key={note.id} className={styles.quote} dir="auto" lang={note.language ?? undefined}>{note.text}</blockquote>) } : {}),
  };
}
