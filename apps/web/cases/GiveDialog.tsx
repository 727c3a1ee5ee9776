import { Button, Group, Modal, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { TaskDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { CandidateRadio } from './CandidateRadio.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { caseQueries, useTaskCandidates } from './reading.js';
import { useTaskWords } from './task-words.js';

/** Three ways of giving a task to somebody: for good, for good once they accept, and to have it done for oneself. */
const acts = {
  assignTask: { path: 'assign', field: 'ownerId', verb: 'tasks.assign', words: false },
  handOverTask: { path: 'hand-over', field: 'toId', verb: 'tasks.handOver', words: true },
  delegateTask: { path: 'delegate', field: 'toId', verb: 'tasks.delegate', words: true },
} as const;
export type GiveAct = keyof typeof acts;
export const isGiveAct = (act: string): act is GiveAct => act in acts;

interface Props { task: TaskDto; act: GiveAct; onClose: () => void }

/** To whom a task is given: those who hold a post of its pool, with how much each has and who is away. */
export function GiveDialog({ task, act, onClose }: Props) {
  const t = useT();
  const taskWords = useTaskWords();
  const { path, field, verb, words } = acts[act];
  const asked = useTaskCandidates(task.caseId, task.id, true);
  const [personId, setPerson] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const give = useCommand<object>({ path: `/api/cases/${task.caseId}/tasks/${task.id}/${path}`, key: `${path}:${task.id}`, invalidates: caseQueries });
  const candidates = (asked.data?.candidates ?? []).filter(({ person }) => person.id !== task.owner?.id);
  const send = async () => {
    const said = words && note.trim() !== '' ? { note: note.trim() } : {};
    if (personId !== null && await give.run({ [field]: personId, ...said, seenVersion: asked.data?.task.version ?? task.version }) !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t(`cases.giveActs.${act}.title`, { task: taskWords(task) })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        <p>{t(`cases.giveActs.${act}.what`)}</p>
        {asked.isPending && <TextSkeleton lines={3} />}
        {asked.error && <ProblemView problem={problemOf(asked.error)} onNext={() => void asked.refetch()} />}
        {asked.data && candidates.length === 0 && <p>{t('cases.nobodyElse')}</p>}
        {candidates.length > 0 && (
          <Radio.Group value={personId} onChange={setPerson} label={t('cases.assignTo')}>
            <div style={{ display: 'grid', gap: 8, paddingBlockStart: 6 }}>
              {candidates.map((candidate) => <CandidateRadio key={candidate.person.id} candidate={candidate} home={task.pool.institution.id} />)}
            </div>
          </Radio.Group>
        )}
        {words && <Textarea dir="auto" label={t('common.more')} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} />}
        {give.problem && <ProblemView problem={give.problem} takeFocus onNext={() => void asked.refetch()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" disabled={personId === null} loading={give.sending}>{t(verb)}</Button>
        </Group>
      </form>
    </Modal>
  );
}
