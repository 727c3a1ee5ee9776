import type { Context } from '../core/context.js';
import type { PersonActor } from '../core/actor.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { inPool, mayAssign, onCase } from '../cases/may.js';
import type { CaseState } from '../cases/state.js';
import { nameOf, notUnderWay, openTaskOr } from '../cases/under-way.js';
import type { People } from '../people/people.js';
import { deadlineFor } from './change.js';
import { inConflict, weighs } from './conflict.js';
import { standInFor } from './stand-in.js';
import { isOpen, type Task } from './task.js';

const readsOneself = (state: CaseState, task: Task, personId: string): boolean => task.kind === 'secondPathologyReview'
  && Object.values(state.opinions).some((opinion) => opinion.kind === 'pathology' && opinion.round === task.round && opinion.signedBy === personId);

/**
 * Why a person can't have a task: TASK.CONFLICT_OF_INTEREST (never offered again), TASK.SECOND_READER_IS_FIRST, TASK.NOT_IN_POOL. Specialists of the
 * board's other hospitals can be given one (`hospitals`), so that a pool whose only member has a conflict is not the end of the case.
 */
export const cannotHave = (state: CaseState, task: Task, personId: string, people: People, hospitals: readonly string[] = []): Refusal | null => {
  if (inConflict(state, task.offer, personId)) return refuse('TASK.CONFLICT_OF_INTEREST');
  if (readsOneself(state, task, personId)) return refuse('TASK.SECOND_READER_IS_FIRST');
  if (task.kind === 'thirdOpinion' && Object.values(state.opinions).some(({ kind, signedBy }) => (kind === 'pathology' || kind === 'secondPathology') && signedBy === personId)) return refuse('REVIEW.THIRD_READER_NEEDED');
  const { institutionId, role, discipline } = task.offer;
  const at = role === 'specialist' ? [institutionId, ...hospitals] : [institutionId];
  const person = people.byId(personId);
  const holdsPost = person?.active === true && person.posts.some((post) => at.includes(post.institutionId) && post.role === role && (discipline === null || post.discipline === discipline));
  return holdsPost ? null : refuse('TASK.NOT_IN_POOL', { role, discipline });
};

const taskOf = (state: CaseState, taskId: string): Task | undefined => state.tasks[taskId];
/** A right on a task of a case: where there is no such task, its absence is for the decision to say. */
export const forTask = (allowed: (actor: PersonActor, state: CaseState, task: Task) => boolean) => (actor: Context['actor'], state: CaseState, data: { readonly taskId: string }, context: Context): Refusal | null =>
  onCase((person) => {
    const task = taskOf(state, data.taskId);
    return task === undefined || allowed(person, state, task);
  })(actor, state, data, context);

/**
 * Takes an offered task. The second of two claimants is told who has it and since when (TASK.TAKEN); the deadline is planned anew in
 * the owner's working time. Refused too: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.CONFLICT_OF_INTEREST, TASK.SECOND_READER_IS_FIRST.
 */
export const claimTask: CaseCommand<'claimTask'> = {
  type: 'claimTask', stream: 'case', mayDo: forTask((actor, _state, task) => inPool(actor, task)),
  decide: (state, { taskId }, context) => {
    const { actor } = context;
    if (actor.kind !== 'person') return refuse('ACCESS.NOT_ALLOWED');
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = openTaskOr(state, context, taskId);
    if ('refused' in task) return task;
    if (task.ownerId !== null) return refuse('TASK.TAKEN', { by: nameOf(context, task.ownerId), at: task.ownedSince, yours: task.ownerId === actor.personId });
    const cannot = cannotHave(state, task, actor.personId, context.people);
    return cannot ?? [event('TaskClaimed', { taskId, ownerId: actor.personId, deadline: deadlineFor(context, task, actor.personId) })];
  },
};

/**
 * Who gets a task meant for a person: the person, or their substitute while they are away. TASK.OWN_SIGNATURE (nobody signs for another),
 * TASK.NOBODY_THERE (away or gone without a substitute), TASK.OWNED_ALREADY, and whatever `cannotHave` says.
 */
export const receiverOf = (state: CaseState, task: Task, personId: string, context: Context, field: string): string | Refusal => {
  if (task.kind === 'sign') return refuse('TASK.OWN_SIGNATURE', { kind: task.kind }, field);
  const hospitals = hospitalsOf(state, context);
  const standIn = standInFor(context.people, personId, task.offer.discipline, ({ id }) => cannotHave(state, task, id, context.people, hospitals) === null);
  if (standIn === null) return refuse('TASK.NOBODY_THERE', { person: nameOf(context, personId) }, field);
  if (task.ownerId === standIn) return refuse('TASK.OWNED_ALREADY', { owner: nameOf(context, standIn) }, field);
  return cannotHave(state, task, standIn, context.people, hospitals) ?? standIn;
};
/** The hospitals of the case and of its board: whose specialists can be given a task by hand. */
export const hospitalsOf = (state: CaseState, { board }: Pick<Context, 'board'>): readonly string[] => [board.hostInstitutionId, state.originInstitutionId, ...board.partnerInstitutionIds];

/**
 * Gives a task to a person, or from one to another: by a case manager, the chair or the pool's head; its owner may hand it on. Somebody
 * away is replaced by the named substitute. Refused: as claiming, TASK.NEWER_VERSION, TASK.OWN_SIGNATURE, TASK.NOBODY_THERE (away or gone without a substitute), TASK.OWNED_ALREADY.
 */
export const assignTask: CaseCommand<'assignTask'> = {
  type: 'assignTask', stream: 'case', mayDo: forTask((actor, state, task) => mayAssign(actor, state, task) || task.ownerId === actor.personId),
  decide: (state, { taskId, ownerId }, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    const receiver = receiverOf(state, task, ownerId, context, 'ownerId');
    if (typeof receiver !== 'string') return receiver;
    const deadline = deadlineFor(context, task, receiver);
    return [event('TaskAssigned', receiver === ownerId ? { taskId, ownerId, deadline, because: 'assigned' } : { taskId, ownerId: receiver, deadline, because: 'substitute', from: ownerId })];
  },
};

/** Gives an owned task back to its pool: by its owner or who may assign it. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_OWNED. */
export const releaseTask: CaseCommand<'releaseTask'> = {
  type: 'releaseTask', stream: 'case', mayDo: forTask((actor, state, task) => mayAssign(actor, state, task) || task.ownerId === actor.personId),
  decide: (state, { taskId }, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    return task.ownerId === null ? refuse('TASK.NOT_OWNED') : [event('TaskReleased', { taskId, deadline: deadlineFor(context, task, null) })];
  },
};

/**
 * The owner, or somebody of the pool, can't or may not do it. A conflict of interest is remembered for the whole case: this person is
 * never offered it again. text: note. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_YOURS, TASK.NOT_DECLINABLE.
 */
export const declineTask: CaseCommand<'declineTask'> = {
  type: 'declineTask', stream: 'case', mayDo: forTask((actor, _state, task) => task.ownerId === actor.personId || inPool(actor, task)),
  decide: (state, { taskId, reason }, context, seenVersion) => {
    const { actor } = context;
    if (actor.kind !== 'person') return refuse('ACCESS.NOT_ALLOWED');
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    if (task.ownerId !== null && task.ownerId !== actor.personId) return refuse('TASK.NOT_YOURS', { owner: nameOf(context, task.ownerId), since: task.ownedSince });
    if (task.kind === 'sign') return refuse('TASK.NOT_DECLINABLE', { kind: task.kind });
    const declined = event('TaskDeclined', { taskId, by: actor.personId, reason, noteTextId: context.text('note'), deadline: deadlineFor(context, task, null) });
    return reason === 'conflictOfInterest' && !state.conflicts.includes(actor.personId) ? [declined, event('ConflictDeclared', { personId: actor.personId })] : [declined];
  },
};

/** Tasks that a person with a conflict of interest owns go back to their pools. */
export const tasksGivenUp = (state: CaseState, context: Context, personId: string) =>
  Object.values(state.tasks).filter((task) => isOpen(task) && task.ownerId === personId && task.kind !== 'sign' && weighs(task.offer))
    .map((task) => event('TaskReleased', { taskId: task.id, deadline: deadlineFor(context, task, null) }));
