import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive } from '../cases/gates.js';
import { inPool, onCase } from '../cases/may.js';
import type { CaseState, Opinion } from '../cases/state.js';
import { notUnderWay, ownTaskOr } from '../cases/under-way.js';
import { cancelTask, completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasks, type Task } from '../tasks/task.js';
import { firstReading, formFault, isMajor, isReview, needsSecondPathology, opinionFrom } from './opinion.js';
import { poolOf } from './start-reviews.js';

/** The reading is signed: what was still asked for it is not waited for any more. */
const signed = (state: CaseState, task: Task, opinion: Opinion): readonly CaseEvent[] => [
  event('OpinionSigned', { opinion }),
  completeTask(task, 'signed', opinion.signedBy),
  ...openTasks(state.tasks).filter((other) => other.kind === 'supplyMaterial' && other.about['taskId'] === task.id).map((other) => cancelTask(other, 'reviewSigned')),
];

/** A major discordance is the business of both pathologists, and of the board until it is settled. */
export const discordanceTask = (state: CaseState, context: Context, opinion: Opinion): readonly CaseEvent[] => (!isMajor(opinion.discordance) ? [] : [
  taskCreated(state, context, { kind: 'resolveDiscordance', stage: 'pathologyReview', about: { opinionId: opinion.id }, offer: poolOf(state, context, 'pathology'), ownerId: firstReading(state)?.signedBy ?? null }),
]);

/** What follows a signed review: the second reading, or the stage is left. Left once: only while it is active, whatever is signed again. */
const consequences = (state: CaseState, context: Context, task: Task, opinion: Opinion): readonly CaseEvent[] => {
  const leave = (stage: 'pathologyReview' | 'imagingReview'): readonly CaseEvent[] => (isActive(state, stage) ? [event('StageLeft', { stage, round: state.round, skipped: false })] : []);
  if (task.kind === 'opinion') return [];
  if (task.kind === 'imagingReview') return leave('imagingReview');
  if (task.kind === 'secondPathologyReview') return [...discordanceTask(state, context, opinion), ...leave('pathologyReview')];
  if (!needsSecondPathology(state, context.board)) return leave('pathologyReview');
  return [taskCreated(state, context, { kind: 'secondPathologyReview', stage: 'pathologyReview', about: { opinionId: opinion.id }, offer: poolOf(state, context, 'pathology', [opinion.signedBy]) })];
};

/**
 * Signs a review as it stood on the screen: by its owner, in person, with a sign-in at most ten minutes old. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT,
 * TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_YOURS, TASK.CONFLICT_OF_INTEREST, REVIEW.NOT_A_REVIEW, DRAFT.NOT_FOUND, DRAFT.NEWER_VERSION,
 * FORM.INVALID, REVIEW.DISCORDANCE_NEEDED, REVIEW.DISCORDANCE_NOT_HERE; ACCESS.FRESH_SIGN_IN_NEEDED.
 */
export const signReview: CaseCommand<'signReview'> = {
  type: 'signReview', stream: 'case', needsFreshSignIn: true, needs: ['draft'],
  mayDo: (actor, state, data, context) => onCase((person) => {
    const task = state.tasks[data.taskId];
    return task === undefined || task.ownerId === person.personId || inPool(person, task);
  })(actor, state, data, context),
  decide: (state, data, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = ownTaskOr(state, context, data.taskId, seenVersion);
    if ('refused' in task) return task;
    if (!isReview(task.kind)) return refuse('REVIEW.NOT_A_REVIEW', { kind: task.kind });
    const { actor } = context;
    if (actor.kind !== 'person') return refuse('ACCESS.NOT_ALLOWED');
    if (state.conflicts.includes(actor.personId)) return refuse('TASK.CONFLICT_OF_INTEREST');
    const fault = formFault(context, task, data);
    if (fault !== null) return fault;
    const opinion = opinionFrom(context, actor, task, data, 1);
    return [...signed(state, task, opinion), ...consequences(state, context, task, opinion)];
  },
};
