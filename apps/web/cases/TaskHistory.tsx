import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import { problemOf } from '../api/problem.js';
import type { TaskDto, TaskHistoryDto, TaskHistoryEntryDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { RowsSkeleton } from '../kit/Skeletons.js';
import { Timeline, type TimelineEntry } from '../kit/Timeline.js';
import { useEventWords } from './event-words.js';
import { useTaskWords } from './task-words.js';

/** What happened to a task: each event with its author, on whose behalf, and the status before and after where it changed. */
export function TaskHistory({ task, onClose }: { task: TaskDto; onClose: () => void }) {
  const t = useT();
  const words = useEventWords([task]);
  const taskWords = useTaskWords();
  const asked = useQuery({ queryKey: ['task', task.caseId, task.id, 'history'], queryFn: ({ signal }) => request<TaskHistoryDto>(`/api/cases/${task.caseId}/tasks/${task.id}/history`, { signal }), meta: { live: task.caseId } });
  const status = (code: TaskHistoryEntryDto['statusAfter']): string => (code === null ? t('tasks.notThere') : t(`lists.taskStatus.${code}`));
  const entryOf = (entry: TaskHistoryEntryDto): TimelineEntry => {
    const changed = entry.statusBefore === entry.statusAfter ? null : t('tasks.statusChange', { before: status(entry.statusBefore), after: status(entry.statusAfter) });
    const whose = entry.owner === null ? null : entry.actingFor === null ? t('tasks.withOwner', { person: entry.owner.name }) : t('tasks.withOwnerFor', { person: entry.owner.name, absent: entry.actingFor.name });
    const said = [changed, whose].filter((part) => part !== null).join('. ');
    return {
      id: `${entry.stream}-${entry.seq}`, at: entry.at, kind: entry.type === 'MarkFired' && entry.data['kind'] === 'escalate' ? 'escalation' : 'task', text: words(entry),
      author: entry.actor?.name ?? t('common.system'), onBehalfOf: entry.onBehalfOf?.name ?? null,
      detail: <>{said !== '' && <p className="quiet"><bdi>{said}</bdi></p>}{entry.texts.filter(({ text }) => text !== null).map((note) => <blockquote key={note.id} dir="auto" lang={note.language ?? undefined}>{note.text}</blockquote>)}</>,
    };
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('tasks.historyOf', { task: taskWords(task) })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {asked.isPending && <RowsSkeleton rows={5} />}
      {asked.error && <ProblemView problem={problemOf(asked.error)} onNext={() => void asked.refetch()} />}
      <Timeline entries={(asked.data?.entries ?? []).map(entryOf)} />
    </Modal>
  );
}
