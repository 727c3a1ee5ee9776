import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { anyone, onCase } from '../cases/may.js';
import { notUnderWay, openTaskOr, ownTaskOr } from '../cases/under-way.js';
import { deadlineFor } from './change.js';
import { cannotHave, hospitalsOf, receiverOf } from './claim-task.js';
import { ownerOrPool, pendingHandOver } from './hand-over-task.js';

/**
 * Somebody else does the task for the owner, at once, and as themselves: it is due in their working time and they sign in their own name. The owner
 * follows it under "waiting on others" and gets it back or takes it back. text: note. Refused: as handing over.
 */
export const delegateTask: CaseCommand<'delegateTask'> = {
  type: 'delegateTask', stream: 'case', mayDo: ownerOrPool,
  decide: (state, { taskId, toId }, context, seenVersion) => {
    const task = notUnderWay(state, context) ?? ownTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    const to = pendingHandOver(task, context) ?? receiverOf(state, task, toId, context, 'toId');
    if (typeof to !== 'string') return to;
    // Delegated on, it still goes back to the first: whoever it is done for stays the one who answers for it.
    return [event('TaskDelegated', { taskId, from: task.actingFor?.personId ?? task.ownerId ?? '', ownerId: to, deadline: deadlineFor(context, task, to), noteTextId: context.text('note') })];
  },
};

/**
 * Who does a task for somebody gives it back to them; to the pool where they can no longer have it. text: note. Refused: CASE.OVER, CASE.ON_HOLD,
 * CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_YOURS, TASK.ACTING_FOR_NOBODY.
 */
export const returnTask: CaseCommand<'returnTask'> = {
  type: 'returnTask', stream: 'case', mayDo: ownerOrPool,
  decide: (state, { taskId }, context, seenVersion) => {
    const task = notUnderWay(state, context) ?? ownTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    if (task.actingFor == null || task.ownerId === null) return refuse('TASK.ACTING_FOR_NOBODY');
    const { personId } = task.actingFor;
    if (cannotHave(state, task, personId, context.people, hospitalsOf(state, context)) !== null) return [event('TaskReleased', { taskId, deadline: deadlineFor(context, task, null) })];
    return [event('TaskReturned', { taskId, from: task.ownerId, ownerId: personId, deadline: deadlineFor(context, task, personId), noteTextId: context.text('note') })];
  },
};

/**
 * The sender of an unanswered hand-over keeps the task after all; who delegated it, or was away when it came, has it again. Refused: CASE.OVER, CASE.ON_HOLD,
 * CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOTHING_TO_TAKE_BACK, TASK.CONFLICT_OF_INTEREST, TASK.SECOND_READER_IS_FIRST, TASK.NOT_IN_POOL.
 */
export const takeBackTask: CaseCommand<'takeBackTask'> = {
  type: 'takeBackTask', stream: 'case', mayDo: onCase(anyone),
  decide: (state, { taskId }, context, seenVersion) => {
    const task = notUnderWay(state, context) ?? openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    const by = context.actor.kind === 'person' ? context.actor.personId : null;
    if (task.handOver != null && task.ownerId === by) return [event('TaskHandOverTakenBack', { taskId, to: task.handOver.to })];
    if (by === null || task.actingFor?.personId !== by || task.ownerId === null) return refuse('TASK.NOTHING_TO_TAKE_BACK');
    return cannotHave(state, task, by, context.people, hospitalsOf(state, context))
      ?? [event('TaskTakenBack', { taskId, from: task.ownerId, ownerId: by, deadline: deadlineFor(context, task, by) })];
  },
};
