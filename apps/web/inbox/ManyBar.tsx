import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import { CandidateRadio } from '../cases/CandidateRadio.js';
import { caseQueries, useTaskCandidates } from '../cases/reading.js';
import { useTaskWords } from '../cases/task-words.js';
import type { InboxItemDto, ManyTasksDoneDto } from '../generated/types.gen.js';
import { T } from '../i18n/T.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import styles from './Inbox.module.css';

type Group = InboxItemDto['group'];
const mine: readonly Group[] = ['overdue', 'today', 'thisWeek', 'later', 'undated'];
/** Which act fits which groups: offered where at least one chosen task is of them; the server answers for each. */
const acts = [['claimTask', ['pool'], 'tasks.claim'], ['acceptHandOver', ['handedToMe'], 'tasks.accept'], ['takeBackTask', ['waitingOnOthers'], 'cases.takeBack'], ['releaseTask', mine, 'cases.release']] as const satisfies readonly (readonly [string, readonly Group[], string])[];

interface Props { items: readonly InboxItemDto[]; onDone: (done: ManyTasksDoneDto) => void; onClear: () => void }

/** What can be done with all chosen tasks at once. Each is decided by itself. */
export function ManyBar({ items, onDone, onClear }: Props) {
  const t = useT();
  const [giving, setGiving] = useState(false);
  const many = useCommand<object, ManyTasksDoneDto>({ path: '/api/tasks/many', key: 'many-tasks', invalidates: caseQueries });
  const seen = items.map(({ task }) => ({ caseId: task.caseId, taskId: task.id, seenVersion: task.version }));
  const put = async (act: string, toId?: string) => {
    const done = await many.run({ act, tasks: seen, ...(toId === undefined ? {} : { toId }) });
    if (done === undefined) return false;
    many.reset();
    onDone(done);
    return true;
  };
  return (
    <div className={styles.many} role="group" aria-label={t('inbox.chosen', { count: items.length })}>
      <strong><T k="inbox.chosen" values={{ count: items.length }} /></strong>
      {acts.filter(([, groups]) => items.some(({ group }) => (groups as readonly Group[]).includes(group))).map(([act, , words]) => <Button key={act} size="compact-sm" loading={many.sending} onClick={() => void put(act)}>{t(words)}</Button>)}
      {items.some(({ group }) => mine.includes(group)) && <Button size="compact-sm" variant="default" onClick={() => setGiving(true)}>{t('tasks.handOver')}</Button>}
      <Button size="compact-sm" variant="subtle" onClick={onClear}>{t('inbox.chooseNone')}</Button>
      {many.problem && <ProblemView problem={many.problem} takeFocus onNext={many.reset} />}
      {giving && items[0] && <HandOverMany first={items[0]} count={items.length} sending={many.sending} onClose={() => setGiving(false)} onGive={async (toId) => { if (await put('handOverTask', toId)) setGiving(false); }} />}
    </div>
  );
}

/** To whom all of them are handed: those who could have the first; who can't have another is said in its answer. */
function HandOverMany({ first, count, sending, onClose, onGive }: { first: InboxItemDto; count: number; sending: boolean; onClose: () => void; onGive: (toId: string) => Promise<void> }) {
  const t = useT();
  const asked = useTaskCandidates(first.task.caseId, first.task.id, true);
  const [personId, setPerson] = useState<string | null>(null);
  const candidates = (asked.data?.candidates ?? []).filter(({ person }) => person.id !== first.task.owner?.id);
  return (
    <Modal opened onClose={onClose} title={t('inbox.handOverMany', { count })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); if (personId !== null) void onGive(personId); }} style={{ display: 'grid', gap: 12 }}>
        <p>{t('cases.giveActs.handOverTask.what')}</p>
        {asked.isPending && <TextSkeleton lines={3} />}
        {asked.error && <ProblemView problem={problemOf(asked.error)} onNext={() => void asked.refetch()} />}
        {asked.data && candidates.length === 0 && <p>{t('cases.nobodyElse')}</p>}
        {candidates.length > 0 && <Radio.Group value={personId} onChange={setPerson} label={t('cases.assignTo')}><div style={{ display: 'grid', gap: 8, paddingBlockStart: 6 }}>{candidates.map((candidate) => <CandidateRadio key={candidate.person.id} candidate={candidate} home={first.task.pool.institution.id} />)}</div></Radio.Group>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" disabled={personId === null} loading={sending}>{t('tasks.handOver')}</Button>
        </Group>
      </form>
    </Modal>
  );
}

/** How many were done, and which were not and why. */
export function ManyAnswer({ done, items, onClose }: { done: ManyTasksDoneDto; items: ReadonlyMap<string, InboxItemDto>; onClose: () => void }) {
  const t = useT();
  const taskWords = useTaskWords();
  const failed = done.answers.filter((answer) => !answer.done);
  return (
    <div className={styles.refused} role="status">
      <p><T k="inbox.manyDone" values={{ count: done.done }} />{failed.length > 0 && <> <T k="inbox.manyNot" values={{ count: failed.length }} /></>}</p>
      {failed.length > 0 && <ul>{failed.map(({ taskId, problem }) => {
        const item = items.get(taskId);
        return <li key={taskId}>{item && <><bdi dir="ltr">{item.caseNumber}</bdi>, {taskWords(item.task)}: </>}<bdi>{problem?.title}</bdi></li>;
      })}</ul>}
      <Button size="compact-sm" variant="subtle" onClick={onClose}>{t('common.close')}</Button>
    </div>
  );
}
