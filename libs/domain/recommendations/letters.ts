import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { actorId, hostCaseManager, onCase, onlyProcess } from '../cases/may.js';
import { firstOf, openTaskOfKindOr, outside } from '../cases/refusals.js';
import type { CaseState, Outcome } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import type { Context } from '../core/context.js';
import { completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';
import { inForce } from './sign-recommendation.js';

type Letter = CaseCommandData['attachLetter'];

/** A letter is a draft until the last signature, and the signed one after it: neither out of turn, nor twice. */
const outOfTurn = (outcome: Outcome, { signed, language }: Letter): Refusal | null => {
  if (signed && !outcome.signaturesComplete) return refuse('RECOMMENDATION.NOT_ALL_SIGNED', {});
  if (!signed && outcome.signaturesComplete) return refuse('LETTER.DRAFT_TOO_LATE', {});
  return outcome.letter?.[language]?.signed === true ? refuse('LETTER.ALREADY_ATTACHED', { language }) : null;
};

/** The last of the two signed letters is there: it goes to the referring clinician, who acknowledges it (2, then 5 working days). */
const sent = (state: CaseState, context: Context, outcome: Outcome): readonly CaseEvent[] => [
  event('LetterSent', { outcomeId: outcome.id }),
  taskCreated(state, context, {
    kind: 'acknowledge', stage: 'recommendation', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null },
    ownerId: state.referrerId ?? state.originCaseManagerId, about: { outcomeId: outcome.id },
  }),
];

/**
 * A letter was made and stored: its hash is in the event, so that anyone can tell the signed bytes. With the second signed one it is sent.
 * Refused: RECOMMENDATION.SUPERSEDED, RECOMMENDATION.NOT_ALL_SIGNED, LETTER.DRAFT_TOO_LATE, LETTER.ALREADY_ATTACHED.
 */
export const attachLetter: CaseCommand<'attachLetter'> = {
  type: 'attachLetter', stream: 'case',
  mayDo: onlyProcess,
  decide: (state, data, context) => {
    const outcome = inForce(state, data.outcomeId);
    if (isRefusal(outcome)) return outcome;
    const { outcomeId, language, fileId, sha256, signed } = data;
    const other = language === 'en' ? outcome.letter?.ru : outcome.letter?.en;
    return firstOf(notUnderWay(state, context), outside(state, 'recommendation'), outOfTurn(outcome, data)) ?? [
      event('LetterMade', { outcomeId, language, letter: { fileId, sha256, signed } }),
      ...(signed && other?.signed === true ? sent(state, context, outcome) : []),
    ];
  },
};

/** A letter could not be made after every try: somebody of the host looks after it. Refused: RECOMMENDATION.SUPERSEDED, LETTER.FAILURE_KNOWN. */
export const failLetter: CaseCommand<'failLetter'> = {
  type: 'failLetter', stream: 'case',
  mayDo: onlyProcess,
  decide: (state, { outcomeId, code }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    return firstOf(notUnderWay(state, context), outside(state, 'recommendation'),
      openTasksOf(state.tasks, 'sendLetter').length > 0 ? refuse('LETTER.FAILURE_KNOWN', {}) : null) ?? [
      event('LetterFailed', { outcomeId, code }),
      taskCreated(state, context, {
        kind: 'sendLetter', stage: 'recommendation', offer: { institutionId: state.hostInstitutionId, role: 'caseManager', discipline: null },
        ownerId: state.hostCaseManagerId, about: { outcomeId, code },
      }),
    ];
  },
};

/** What kept the letter from being made is out of the way: the process makes it again (move `makeLetters`). Refused: as every task command. */
export const retryLetter: CaseCommand<'retryLetter'> = {
  type: 'retryLetter', stream: 'case',
  mayDo: onCase(hostCaseManager),
  decide: (state, { taskId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'sendLetter', seenVersion);
    if (isRefusal(task)) return task;
    return notUnderWay(state, context) ?? [completeTask(task, 'retried', actorId(context.actor))];
  },
};
