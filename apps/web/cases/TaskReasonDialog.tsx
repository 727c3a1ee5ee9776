import { Select } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../api/useCommand.js';
import type { TaskDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import { ConfirmWithReason, type ReasonGiven } from '../kit/ConfirmWithReason.js';
import { DayField } from '../kit/form/DayField.js';
import { FollowUpVisitDialog, notCarriedOut } from './FollowUpVisitDialog.js';
import { caseQueries } from './reading.js';
import { useTaskWords } from './task-words.js';

interface ActOfTask {
  path: (task: TaskDto) => string;
  /** The coded answer: the body's field, the words' catalogue prefix, the codes. */
  code?: { field: string; words: string; of: readonly string[] };
  danger?: boolean;
  /** Asks for a day, sent as this field. */
  day?: string;
  /** Whether words are asked for; optional where nothing is said. */
  words?: 'needed' | 'none';
}

const of = (name: string) => (task: TaskDto) => `/api/cases/${task.caseId}/tasks/${task.id}/${name}`;

const acts = {
  declineTask: { path: of('decline'), danger: true, code: { field: 'reason', words: 'lists.declineReason', of: ['conflictOfInterest', 'notMyField', 'absent', 'other'] } },
  refuseHandOver: { path: of('refuse'), danger: true, code: { field: 'reason', words: 'lists.declineReason', of: ['conflictOfInterest', 'notMyField', 'absent', 'other'] } },
  returnTask: { path: of('return') },
  suspendTask: { path: of('suspend'), day: 'until', code: { field: 'reason', words: 'lists.suspendReason', of: ['awaitingResult', 'awaitingPatient', 'technicalFault', 'awaitingColleague', 'other'] } },
  withdrawOpinionRequest: { path: (task) => `/api/cases/${task.caseId}/opinion-requests/${task.id}/withdraw` },
  supplyMaterial: { path: of('supply-material') },
  askThirdOpinion: { path: of('ask-third-opinion') },
  giveThirdOpinion: { path: of('give-third-opinion'), words: 'needed', code: { field: 'bearsOut', words: 'cases.bearsOut', of: ['first', 'second', 'neither'] } },
  answerItem: { path: of('answer-item'), words: 'needed' },
  chaseItem: { path: of('chase') },
  cancelItemRequest: { path: of('cancel-request'), danger: true, words: 'none', code: { field: 'reason', words: 'lists.requestEnd', of: ['notNeeded', 'cannotBeHad', 'askedElsewhere', 'other'] } },
  settleDeferralCause: { path: of('settle-deferral-cause') },
  retryLetter: { path: of('retry-letter') },
  resolveDiscordance: { path: of('resolve-discordance'), code: { field: 'how', words: 'cases.discordanceHow', of: ['consensus', 'thirdOpinion'] } },
  answerFollowUp: { path: (task) => `/api/cases/${task.caseId}/follow-ups/${task.id}/answer`, code: { field: 'answer', words: 'cases.followUpAnswer', of: ['yes', 'partly', 'otherwise', 'no'] } },
} as const satisfies Record<string, ActOfTask>;

export type TaskAct = keyof typeof acts | 'recordFollowUpVisit';

/** An act that ends or gives back a task, with its coded answer and words. */
export function TaskReasonDialog({ task, act, onClose }: { task: TaskDto; act: TaskAct; onClose: () => void }) {
  return act === 'recordFollowUpVisit' ? <FollowUpVisitDialog task={task} onClose={onClose} /> : <ReasonDialog task={task} act={act} onClose={onClose} />;
}

function ReasonDialog({ task, act, onClose }: { task: TaskDto; act: keyof typeof acts; onClose: () => void }) {
  const t = useT();
  const taskWords = useTaskWords();
  const { path, code, danger, day, words }: ActOfTask = acts[act];
  const [because, setBecause] = useState<string | null>(null);
  const [on, setOn] = useState('');
  const command = useCommand<object>({ path: path(task), key: `${act}:${task.id}`, invalidates: caseQueries });
  const send = async ({ code: chosen, reason }: ReasonGiven) => {
    const answer = code === undefined ? {} : { [code.field]: chosen };
    const why = act === 'answerFollowUp' ? { because: chosen === 'yes' ? null : because } : {};
    const done = await command.run({ ...answer, ...why, ...(day === undefined ? {} : { [day]: on }), ...(reason === '' ? {} : { note: reason }), seenVersion: task.version });
    if (done !== undefined) onClose();
  };
  return (
    <ConfirmWithReason opened onClose={onClose} onConfirm={(given) => void send(given)} title={t(`cases.taskActs.${act}.title`)} what={<><strong>{taskWords(task)}.</strong> {t(`cases.taskActs.${act}.what`, { person: task.actingFor?.person.name ?? '' })}</>}
      verb={t(`cases.taskActs.${act}.verb`)} danger={danger} codes={code?.of.map((each) => ({ value: each, label: t(`${code.words}.${each}`) }))} reasonOptional={words !== 'needed'} wordless={words === 'none'} sending={command.sending} problem={command.problem}>
      {day !== undefined && <DayField label={t(`cases.taskActs.${act}.${day}`)} value={on} onChange={setOn} required withAsterisk={false} />}
      {act === 'answerFollowUp' && <Select label={t('followup.why')} clearable clearButtonProps={{ 'aria-label': t('common.clear') }} data={notCarriedOut.map((each) => ({ value: each, label: t(`lists.notCarriedOutReason.${each}`) }))} value={because} onChange={setBecause} />}
    </ConfirmWithReason>
  );
}
