import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { hasLetters } from '../cases/gates.js';
import { actorId, anyone, hostCaseManager, onCase, onlyProcess } from '../cases/may.js';
import { firstOf, openTaskOfKindOr, outside } from '../cases/refusals.js';
import type { CaseState, Outcome } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import type { Context } from '../core/context.js';
import { completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';
import { letterKey, sentLetters } from './letter-kinds.js';
import { inForce } from './sign-recommendation.js';

type Letter = CaseCommandData['attachLetter'];

/** A letter is a draft until the last signature, and the signed one after it: neither out of turn, nor twice. */
const outOfTurn = (outcome: Outcome, { signed, language, plain = false }: Letter): Refusal | null => {
  if (signed && !outcome.signaturesComplete) return refuse('RECOMMENDATION.NOT_ALL_SIGNED', {});
  if (!signed && outcome.signaturesComplete) return refuse('LETTER.DRAFT_TOO_LATE', {});
  return outcome.letter?.[letterKey({ language, plain })]?.signed === true ? refuse('LETTER.ALREADY_ATTACHED', { language }) : null;
};

/** CASE.STAGE_NOT_ACTIVE where no letter is made of it: not a recommendation, or not at the signatures yet. */
const withoutLetters = (state: CaseState, outcome: Outcome): Refusal | null => (hasLetters(state, outcome) ? null : outside(state, 'recommendation'));

/** The last of the letters that every recommendation has is there, signed: it goes to the referring clinician, who acknowledges it (2, then 5 working days). */
const sent = (state: CaseState, context: Context, outcome: Outcome): readonly CaseEvent[] => [
  event('LetterSent', { outcomeId: outcome.id }),
  taskCreated(state, context, {
    kind: 'acknowledge', stage: 'recommendation', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null },
    ownerId: state.referrerId ?? state.originCaseManagerId, about: { outcomeId: outcome.id },
  }),
];

/**
 * A letter was made and stored: its hash is in the event, so that anyone can tell the signed bytes. With the last signed one of those always made it is sent.
 * Refused: RECOMMENDATION.SUPERSEDED, RECOMMENDATION.NOT_ALL_SIGNED, LETTER.DRAFT_TOO_LATE, LETTER.ALREADY_ATTACHED.
 */
export const attachLetter: CaseCommand<'attachLetter'> = {
  type: 'attachLetter', stream: 'case',
  mayDo: onlyProcess,
  decide: (state, data, context) => {
    const outcome = inForce(state, data.outcomeId);
    if (isRefusal(outcome)) return outcome;
    const { outcomeId, language, plain = false, fileId, sha256, signed } = data;
    const letter = { fileId, sha256, signed };
    const letters = { ...outcome.letter, [letterKey({ language, plain })]: letter };
    const all = outcome.letterSentAt === null && sentLetters.every((key) => letters[key]?.signed === true);
    return firstOf(notUnderWay(state, context), withoutLetters(state, outcome), outOfTurn(outcome, data)) ?? [
      event('LetterMade', { outcomeId, language, ...(plain ? { plain } : {}), letter }),
      ...(all ? sent(state, context, outcome) : []),
    ];
  },
};

/**
 * Who may read the case asks for its letter in another language, or in plain words for the patient: the process makes it (move `makeLetters`).
 * Refused: RECOMMENDATION.SUPERSEDED, CASE.STAGE_NOT_ACTIVE, LETTER.ALREADY_ASKED.
 */
export const askForLetter: CaseCommand<'askForLetter'> = {
  type: 'askForLetter', stream: 'case',
  mayDo: onCase(anyone),
  decide: (state, { outcomeId, language, plain }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    const known = [...sentLetters, ...(outcome.lettersAsked ?? [])].includes(letterKey({ language, plain }));
    return firstOf(notUnderWay(state, context), withoutLetters(state, outcome), known ? refuse('LETTER.ALREADY_ASKED', { language }) : null)
      ?? [event('LetterAsked', { outcomeId, language, plain })];
  },
};

/** A letter could not be made after every try: somebody of the host looks after it. Refused: RECOMMENDATION.SUPERSEDED, LETTER.FAILURE_KNOWN. */
export const failLetter: CaseCommand<'failLetter'> = {
  type: 'failLetter', stream: 'case',
  mayDo: onlyProcess,
  decide: (state, { outcomeId, code }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    return firstOf(notUnderWay(state, context), withoutLetters(state, outcome),
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
