import { Button, Group, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { useCommand } from '../api/useCommand.js';
import type { TaskDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ProblemView } from '../kit/ProblemView.js';
import { TextSkeleton } from '../kit/Skeletons.js';
import { caseQueries, useTaskCandidates } from './reading.js';
import { useTaskWords } from './task-words.js';

/** To whom a task is given: those who hold a post of its pool, with how much each has and who is away. */
export function AssignDialog({ task, onClose }: { task: TaskDto; onClose: () => void }) {
  const t = useT();
  const taskWords = useTaskWords();
  const asked = useTaskCandidates(task.caseId, task.id, true);
  const [ownerId, setOwner] = useState<string | null>(null);
  const assign = useCommand<object>({ path: `/api/cases/${task.caseId}/tasks/${task.id}/assign`, key: `assign:${task.id}`, invalidates: caseQueries });
  const candidates = (asked.data?.candidates ?? []).filter(({ person }) => person.id !== task.owner?.id);
  const send = async () => {
    if (ownerId !== null && await assign.run({ ownerId, seenVersion: asked.data?.task.version ?? task.version }) !== undefined) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('cases.assignTitle', { task: taskWords(task) })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form onSubmit={(event) => { event.preventDefault(); void send(); }} style={{ display: 'grid', gap: 12 }}>
        {asked.isPending && <TextSkeleton lines={3} />}
        {asked.error && <ProblemView problem={problemOf(asked.error)} onNext={() => void asked.refetch()} />}
        {asked.data && candidates.length === 0 && <p>{t('cases.nobodyElse')}</p>}
        {candidates.length > 0 && (
          <Radio.Group value={ownerId} onChange={setOwner} label={t('cases.assignTo')}>
            <div style={{ display: 'grid', gap: 8, paddingBlockStart: 6 }}>
              {candidates.map(({ person, away, openTasks }) => (
                <Radio key={person.id} value={person.id} label={<bdi>{person.name}</bdi>} description={`${t('cases.openTasks', { count: openTasks })}${away ? `, ${t('cases.away')}` : ''}`} />
              ))}
            </div>
          </Radio.Group>
        )}
        {assign.problem && <ProblemView problem={assign.problem} takeFocus onNext={() => void asked.refetch()} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" disabled={ownerId === null} loading={assign.sending}>{t('tasks.assign')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
