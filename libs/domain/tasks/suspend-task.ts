import type { Context } from '../core/context.js';
import { dateAt, isDate, startOfDate } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { plusMilliseconds } from '../core/instant.js';
import { refuse } from '../core/refusal.js';
import type { BoardDefinition, Urgency } from '../boards/definition.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { suspendReasons, type SuspendReason } from '../cases/lists.js';
import { mayAssign } from '../cases/may.js';
import { notUnderWay, openTaskOr } from '../cases/under-way.js';
import { pauseTask, resumeTask as clockGoesOn } from './change.js';
import { forTask } from './claim-task.js';
import type { Task } from './task.js';

/** Waiting for what nobody here can hurry stops a clock; a colleague's answer does not (ours). */
const stopByDefault: readonly SuspendReason[] = ['awaitingResult', 'awaitingPatient', 'technicalFault'];
/** Whether laying a task aside stops its clock: by the board's policy, and never in an emergency. */
export const stopsClock = (board: Pick<BoardDefinition, 'suspensionsStopClock'>, reason: SuspendReason, urgency: Urgency): boolean =>
  urgency !== 'emergency' && (board.suspensionsStopClock ?? stopByDefault).includes(reason);

/** Longer than this a case is put on hold instead, where somebody is asked for it again (ours). */
const longestDays = 14;

const ownerOrWhoAssigns = forTask((actor, state, task) => task.ownerId === actor.personId || mayAssign(actor, state, task));

/**
 * Lays an owned task aside until a day, for a coded reason; it goes on by itself when that day begins at the hospital of the offer. text: note. Refused:
 * CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_OWNED, TASK.SUSPENDED_ALREADY, TASK.REASON_UNKNOWN,
 * TASK.RESUME_DAY (not ahead, or more than 14 days).
 */
export const suspendTask: CaseCommand<'suspendTask'> = {
  type: 'suspendTask', stream: 'case', mayDo: ownerOrWhoAssigns,
  decide: (state, { taskId, reason, until }, context, seenVersion) => {
    const task = notUnderWay(state, context) ?? openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    if (task.ownerId === null) return refuse('TASK.NOT_OWNED');
    if (task.suspended != null) return refuse('TASK.SUSPENDED_ALREADY', { since: task.suspended.since });
    if (!suspendReasons.some((known) => known === reason)) return refuse('TASK.REASON_UNKNOWN', { reason }, 'reason');
    const zone = context.calendars.zone(task.offer.institutionId);
    const latest = dateAt(plusMilliseconds(context.now, longestDays * 86_400_000), zone);
    if (!isDate(until) || until <= dateAt(context.now, zone) || until > latest) return refuse('TASK.RESUME_DAY', { until, latest }, 'until');
    return [
      event('TaskSuspended', { taskId, reason, until, resumesAt: startOfDate(until, zone), noteTextId: context.text('note') }),
      ...(stopsClock(context.board, reason, state.urgency) ? pauseTask(task, 'suspended') : []),
    ];
  },
};

/** The task goes on, and its clock where the suspension had stopped it; a clock that something else stopped stays as it is. */
export const goOn = (context: Context, task: Task, because: 'resumed' | 'due'): readonly CaseEvent[] =>
  [event('TaskSuspensionEnded', { taskId: task.id, because }), ...(task.noDeadlineBecause === 'suspended' ? clockGoesOn(context, task) : [])];

/** Takes a task up again before its day. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, TASK.NOT_SUSPENDED. */
export const resumeTask: CaseCommand<'resumeTask'> = {
  type: 'resumeTask', stream: 'case', mayDo: ownerOrWhoAssigns,
  decide: (state, { taskId }, context, seenVersion) => {
    const task = notUnderWay(state, context) ?? openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    return task.suspended == null ? refuse('TASK.NOT_SUSPENDED') : goOn(context, task, 'resumed');
  },
};
