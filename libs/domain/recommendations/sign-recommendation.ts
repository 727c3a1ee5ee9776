import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import { currentOutcome, readyToCompleteSignatures, signTasks } from '../cases/gates.js';
import { actorId, anyone, caseManager, onCase, orProcess } from '../cases/may.js';
import { firstOf, outside, shutGate, wordless } from '../cases/refusals.js';
import type { CaseState, Outcome, Signature } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { cancelTasks, completeTask } from '../tasks/change.js';
import { isOpen, type Task } from '../tasks/task.js';
import { signaturesVoided } from './back-to-discussion.js';
import { askForAddressee } from './name-addressee.js';

/** The outcome named, where it is the one in force. RECOMMENDATION.SUPERSEDED: the board has spoken again, or speaks again. */
export const inForce = (state: CaseState, outcomeId: string): Outcome | Refusal => {
  const outcome = currentOutcome(state);
  return outcome?.id === outcomeId ? outcome : refuse('RECOMMENDATION.SUPERSEDED', {});
};

/** As what somebody may sign: the chair of the sitting, and the discipline they were present for. */
const capacities = (outcome: Outcome, personId: string): readonly Signature['discipline'][] => [
  ...(outcome.chairId === personId ? (['chair'] as const) : []),
  ...outcome.participants.filter((participant) => participant.personId === personId).map(({ discipline }) => discipline),
];

const openSignatures = (state: CaseState, outcome: Outcome, personId: string): readonly (readonly [Task, Signature['discipline']])[] => {
  const mine = capacities(outcome, personId);
  return signTasks(state).filter(isOpen).flatMap((task) => {
    const as = mine.find((capacity) => capacity === task.about['discipline']);
    return as === undefined ? [] : [[task, as] as const];
  });
};

/** One's own signature, for nobody else: a signature given on somebody's behalf is none. */
const forAnother = (context: Context): Refusal | null =>
  (context.actor.kind === 'person' && context.actor.onBehalfOf === null ? null : refuse('RECOMMENDATION.OWN_SIGNATURE_ONLY', {}));

const unsignable = (state: CaseState, outcome: Outcome, context: Context): Refusal | null => {
  const personId = actorId(context.actor);
  return firstOf(notUnderWay(state, context), outside(state, 'recommendation'), forAnother(context),
    capacities(outcome, personId).length > 0 ? null : refuse('RECOMMENDATION.NOT_PRESENT', {}));
};

/**
 * One's own signature under what was on the screen, freshly signed in. It covers the decision and every word of it (`textHash`), and every
 * capacity one is asked in: a chair who is the only surgeon signs once for both. Refused: ACCESS.FRESH_SIGN_IN_NEEDED (by the door), RECOMMENDATION.SUPERSEDED,
 * OWN_SIGNATURE_ONLY, NOT_PRESENT, CONFLICT_OF_INTEREST, TEXT_CHANGED, NOTHING_TO_SIGN.
 */
export const signRecommendation: CaseCommand<'signRecommendation'> = {
  type: 'signRecommendation', stream: 'case', needsFreshSignIn: true,
  mayDo: onCase(anyone),
  decide: (state, { outcomeId, seenTextHash }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    const asked = openSignatures(state, outcome, actorId(context.actor));
    return firstOf(unsignable(state, outcome, context),
      state.conflicts.includes(actorId(context.actor)) ? refuse('RECOMMENDATION.CONFLICT_OF_INTEREST', {}) : null,
      seenTextHash === outcome.textHash ? null : refuse('RECOMMENDATION.TEXT_CHANGED', {}),
      asked.length > 0 ? null : refuse('RECOMMENDATION.NOTHING_TO_SIGN', {}),
    ) ?? asked.flatMap(([task, discipline]) => [
      event('SignatureGiven', { outcomeId, signature: { personId: actorId(context.actor), discipline, at: context.now, textHash: outcome.textHash } }),
      completeTask(task, 'signed', actorId(context.actor)),
    ]);
  },
};

/**
 * Somebody who was asked to sign doesn't, with a reason: what others signed is void for all to see, and the case is discussed again, in a new round.
 * Refused: as signing, and TEXT.NEEDED (reason); RECOMMENDATION.COMPLETE once every signature was given.
 */
export const refuseSignature: CaseCommand<'refuseSignature'> = {
  type: 'refuseSignature', stream: 'case', needsFreshSignIn: true,
  mayDo: onCase(anyone),
  decide: (state, { outcomeId }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    const by = actorId(context.actor);
    const round = state.round + 1;
    return firstOf(unsignable(state, outcome, context),
      outcome.signaturesComplete ? refuse('RECOMMENDATION.COMPLETE', {}) : null, wordless(context, 'reason'),
    ) ?? [
      event('SignatureRefused', { outcomeId, by, reasonTextId: context.text('reason') }),
      signaturesVoided(outcome, 'signatureRefused'),
      ...cancelTasks(state, 'signatureRefused', (task) => task.stage === 'recommendation'),
      event('RoundOpened', { round, reason: 'signatureRefused', noteTextId: context.text('reason'), from: 'discussion' }),
      event('StageEntered', { stage: 'discussion', round }),
    ];
  },
};

/** Every signature that was asked for is there. Where the referring clinician has left, somebody is asked who gets the letter. Refused: MOVE.NOT_READY. */
export const completeSignatures: CaseCommand<'completeSignatures'> = {
  type: 'completeSignatures', stream: 'case',
  mayDo: orProcess(caseManager),
  decide: (state, _data, context) => {
    const outcome = currentOutcome(state);
    const refusal = firstOf(notUnderWay(state, context), shutGate(readyToCompleteSignatures(state), 'completeSignatures'));
    if (refusal !== null || outcome === null) return refusal ?? refuse('MOVE.NOT_READY', { move: 'completeSignatures' });
    return [event('SignaturesCompleted', { outcomeId: outcome.id }), ...askForAddressee(state, context, outcome.id)];
  },
};
