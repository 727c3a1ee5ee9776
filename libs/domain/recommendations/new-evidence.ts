import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { currentOutcome } from '../cases/gates.js';
import { actorId, hostChair, onCase } from '../cases/may.js';
import { firstOf, openTaskOfKindOr, wordless } from '../cases/refusals.js';
import type { CaseState, Opinion, Outcome } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { cancelTasks, completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf, type Task } from '../tasks/task.js';
import { backToDiscussion, signaturesVoided, transferUnderWay } from './back-to-discussion.js';
import { askForSignatures } from './enter-recommendation.js';
import { letterRecalled } from './recall-letter.js';
import { inForce } from './sign-recommendation.js';

/**
 * An opinion that the board decided on has a new version. Signatures that are still being given are void, visibly, since they stand under a decision on other
 * evidence; once complete they stand. Either way the chair is asked: does the recommendation hold, or is it discussed again?
 */
export const onOtherEvidence = (state: CaseState, context: Context, opinion: Opinion): readonly CaseEvent[] => {
  const outcome = currentOutcome(state);
  if (outcome === null || outcome.kind !== 'recommendation') return [];
  const signing = !outcome.signaturesComplete && outcome.signatures.length + openTasksOf(state.tasks, 'sign').length > 0;
  const asked = openTasksOf(state.tasks, 'confirmOutcome').length > 0;
  return [
    ...(signing ? [signaturesVoided(outcome, 'opinionAmended'), ...cancelTasks(state, 'opinionAmended', (task) => task.kind === 'sign')] : []),
    ...(asked ? [] : [taskCreated(state, context, {
      kind: 'confirmOutcome', stage: 'recommendation', offer: { institutionId: state.hostInstitutionId, role: 'chair', discipline: null }, ownerId: outcome.chairId,
      about: { outcomeId: outcome.id, opinionId: opinion.id, opinion: opinion.kind },
      // boards from before this task was thought of have no times for it
      ...(context.board.ladders['confirmOutcome'] === undefined ? { ladder: 'resolveDiscordance' } : {}),
    })]),
  ];
};

const askedOf = (state: CaseState, taskId: string, context: Context, seenVersion?: number): { readonly task: Task; readonly outcome: Outcome } | Refusal => {
  const task = openTaskOfKindOr(state, context, taskId, 'confirmOutcome', seenVersion);
  if (isRefusal(task)) return task;
  const outcome = inForce(state, task.about['outcomeId'] ?? '');
  return isRefusal(outcome) ? outcome : { task, outcome };
};

/** The chair whose own conflict of interest kept them out of the decision does not confirm it either. */
const inConflict = (state: CaseState, context: Context): Refusal | null => (state.conflicts.includes(actorId(context.actor)) ? refuse('MEETING.CHAIR_IN_CONFLICT', {}) : null);

/**
 * The recommendation holds on the amended evidence, says the host's chair, with a reason (text: note). Where signatures were void, all are asked for anew.
 * Refused: as every task command; RECOMMENDATION.SUPERSEDED, MEETING.CHAIR_IN_CONFLICT, TEXT.NEEDED.
 */
export const confirmOutcome: CaseCommand<'confirmOutcome'> = {
  type: 'confirmOutcome', stream: 'case',
  mayDo: onCase(hostChair),
  decide: (state, { taskId }, context, seenVersion) => {
    const asked = askedOf(state, taskId, context, seenVersion);
    if (isRefusal(asked)) return asked;
    const { task, outcome } = asked;
    return firstOf(notUnderWay(state, context), inConflict(state, context), wordless(context, 'note')) ?? [
      event('OutcomeConfirmed', { outcomeId: outcome.id, by: actorId(context.actor), noteTextId: context.text('note') }),
      completeTask(task, 'confirmed', actorId(context.actor)),
      ...(outcome.signaturesComplete ? [] : askForSignatures(state, context, outcome)),
    ];
  },
};

/**
 * It doesn't hold: the case is discussed again, in a new round, and a letter that is out is called back. Refused: as confirming, and TRANSFER.ONE_IS_LIVE.
 */
export const discussOutcomeAgain: CaseCommand<'discussOutcomeAgain'> = {
  type: 'discussOutcomeAgain', stream: 'case', needs: ['letterReaders'],
  mayDo: onCase(hostChair),
  decide: (state, { taskId }, context, seenVersion) => {
    const asked = askedOf(state, taskId, context, seenVersion);
    if (isRefusal(asked)) return asked;
    const { task, outcome } = asked;
    const done = completeTask(task, 'discussAgain', actorId(context.actor));
    return firstOf(notUnderWay(state, context), inConflict(state, context), wordless(context, 'note'), transferUnderWay(state)) ?? [
      done,
      ...(outcome.letterSentAt === null ? [] : [letterRecalled(outcome, context, 'newInformation')]),
      ...(outcome.signatures.length === 0 ? [] : [signaturesVoided(outcome, 'discussAgain')]),
      ...backToDiscussion({ ...state, tasks: { ...state.tasks, [task.id]: { ...task, status: 'completed' } } }, 'opinionAmended', context.text('note')),
    ];
  },
};
