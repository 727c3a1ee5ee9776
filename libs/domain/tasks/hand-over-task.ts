import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import { anyone, inPool, onCase } from '../cases/may.js';
import type { CaseState } from '../cases/state.js';
import { nameOf, notUnderWay, openTaskOr, ownTaskOr } from '../cases/under-way.js';
import { deadlineFor } from './change.js';
import { cannotHave, forTask, hospitalsOf, receiverOf } from './claim-task.js';
import type { HandOver, Task } from './task.js';

/** Owners and their pool know the task well enough to be told whose it is; the decision says so. */
export const ownerOrPool = forTask((actor, _state, task) => task.ownerId === actor.personId || inPool(actor, task));

/** TASK.HANDED_OVER_ALREADY: it was offered to somebody who has not answered yet. */
export const pendingHandOver = (task: Task, context: Context): Refusal | null =>
  (task.handOver == null ? null : refuse('TASK.HANDED_OVER_ALREADY', { to: nameOf(context, task.handOver.to), at: task.handOver.at }));

/**
 * The owner offers the task to a named person, who accepts or refuses. Until then it stays the owner's, its clock runs on, and both see it. Somebody away
 * is replaced by their substitute. text: note. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_YOURS,
 * TASK.HANDED_OVER_ALREADY, TASK.OWN_SIGNATURE, TASK.NOBODY_THERE, TASK.OWNED_ALREADY, TASK.CONFLICT_OF_INTEREST, TASK.SECOND_READER_IS_FIRST, TASK.NOT_IN_POOL.
 */
export const handOverTask: CaseCommand<'handOverTask'> = {
  type: 'handOverTask', stream: 'case', mayDo: ownerOrPool,
  decide: (state, { taskId, toId }, context, seenVersion) => {
    const task = notUnderWay(state, context) ?? ownTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    const to = pendingHandOver(task, context) ?? receiverOf(state, task, toId, context, 'toId');
    if (typeof to !== 'string') return to;
    return [event('TaskHandOverOffered', { taskId, from: task.ownerId ?? '', to, noteTextId: context.text('note') })];
  },
};

interface Offered { readonly task: Task; readonly handOver: HandOver; readonly from: string }
/** The task that was offered to the actor; TASK.NOT_HANDED_TO_YOU (whose it is now) where it was not, or is no longer. */
const offeredToActor = (state: CaseState, context: Context, taskId: string, seenVersion?: number): Offered | Refusal => {
  const task = notUnderWay(state, context) ?? openTaskOr(state, context, taskId, seenVersion);
  if ('refused' in task) return task;
  const isMeant = context.actor.kind === 'person' && task.handOver?.to === context.actor.personId;
  return isMeant && task.handOver != null && task.ownerId !== null ? { task, handOver: task.handOver, from: task.ownerId } : refuse('TASK.NOT_HANDED_TO_YOU', { owner: nameOf(context, task.ownerId), since: task.ownedSince });
};

/**
 * The named person takes the task over: from now on it is due in their working time. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED,
 * TASK.NEWER_VERSION, TASK.NOT_HANDED_TO_YOU, TASK.CONFLICT_OF_INTEREST, TASK.SECOND_READER_IS_FIRST, TASK.NOT_IN_POOL.
 */
export const acceptHandOver: CaseCommand<'acceptHandOver'> = {
  type: 'acceptHandOver', stream: 'case', mayDo: onCase(anyone),
  decide: (state, { taskId }, context, seenVersion) => {
    const offered = offeredToActor(state, context, taskId, seenVersion);
    if ('refused' in offered) return offered;
    const { task, from, handOver: { to } } = offered;
    return cannotHave(state, task, to, context.people, hospitalsOf(state, context))
      ?? [event('TaskHandOverAccepted', { taskId, from, ownerId: to, deadline: deadlineFor(context, task, to) })];
  },
};

/**
 * The named person refuses; the task stays where it is. A conflict of interest is remembered for the whole case, as when declining. text: note.
 * Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_HANDED_TO_YOU.
 */
export const refuseHandOver: CaseCommand<'refuseHandOver'> = {
  type: 'refuseHandOver', stream: 'case', mayDo: onCase(anyone),
  decide: (state, { taskId, reason }, context, seenVersion) => {
    const offered = offeredToActor(state, context, taskId, seenVersion);
    if ('refused' in offered) return offered;
    const { from, handOver: { to } } = offered;
    const refused = event('TaskHandOverRefused', { taskId, from, to, reason, noteTextId: context.text('note') });
    return reason === 'conflictOfInterest' && !state.conflicts.includes(to) ? [refused, event('ConflictDeclared', { personId: to })] : [refused];
  },
};
