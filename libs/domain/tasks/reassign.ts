import type { Context } from '../core/context.js';
import { dateAt } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import type { CaseEvent } from '../cases/events.js';
import { evolveAll } from '../cases/evolve.js';
import { actorId } from '../cases/may.js';
import type { CaseState } from '../cases/state.js';
import { deadlineFor } from './change.js';
import { cannotHave, hospitalsOf } from './claim-task.js';
import { dueMarks } from './due-marks.js';
import { substituteOf } from './stand-in.js';
import { openTasks, type Mark, type Task } from './task.js';

/** Why an owner keeps a task that a mark would have taken away. */
export type KeptBecause = 'beingWritten' | 'laidAside' | 'nobodyElse';

/** The highest due mark that takes the task from its owner; null where none does. A signature is nobody else's. */
const takingMark = (task: Task, now: Instant): Mark | null =>
  (task.ownerId === null || task.kind === 'sign' ? null : dueMarks(task, now).findLast((mark) => mark.reassigns === true) ?? null);

/** Owned tasks that a mark due by now would take from their owner: of these the door reads when the owner last saved what they type. */
export const aboutToBeTaken = (state: Pick<CaseState, 'tasks'>, now: Instant): readonly Task[] => openTasks(state.tasks).filter((task) => takingMark(task, now) !== null);

/** Saved today, by the day of the hospital that the task is offered to. */
const isBeingWritten = (task: Task, { now, calendars, lastTyped }: Context): boolean => {
  const typed = lastTyped?.[task.id];
  const zone = calendars.zone(task.offer.institutionId);
  return typed !== undefined && dateAt(typed, zone) === dateAt(now, zone);
};

/** Whether anybody else of the pool is there and may claim it. */
const hasSomebodyElse = (state: CaseState, task: Task, { people }: Context): boolean => people.holding(task.offer.role, task.offer.institutionId, task.offer.discipline ?? undefined)
  .some(({ id, active, away }) => id !== task.ownerId && active && away !== true && cannotHave(state, task, id, people) === null);

/**
 * What a mark that reassigns does beside telling, also where it was told with a higher one after downtime, and then once: the task goes to the owner's
 * substitute in its field who is there and may have it, else back to the offer. Its clock runs on. The owner keeps what they typed on today, what is laid
 * aside until a day, and what nobody else could claim; then the department head is told so. `settled`: what the same command did with the task's marks.
 */
export const reassigned = (state: CaseState, task: Task, settled: readonly CaseEvent[], context: Context): readonly CaseEvent[] => {
  const { people, now } = context;
  const mark = takingMark(task, now)?.name;
  const from = task.ownerId;
  if (mark === undefined || from === null) return [];
  const kept = (because: KeptBecause): readonly CaseEvent[] => [event('TaskKept', { taskId: task.id, mark, ownerId: from, because })];
  if (isBeingWritten(task, context)) return kept('beingWritten');
  if (task.suspended != null && task.suspended.resumesAt > now) return kept('laidAside');
  // Planned anew from how its marks stand now: one that was just told would else be told again.
  const told = evolveAll(state, settled, now, actorId(context.actor)).tasks[task.id] ?? task;
  const hospitals = hospitalsOf(state, context);
  const substitute = substituteOf(people, from, task.offer.discipline, ({ id }) => cannotHave(state, task, id, people, hospitals) === null);
  if (substitute !== null) return [event('TaskAssigned', { taskId: task.id, ownerId: substitute.id, deadline: deadlineFor(context, told, substitute.id), because: 'escalated', from, mark })];
  return hasSomebodyElse(state, task, context) ? [event('TaskReleased', { taskId: task.id, deadline: deadlineFor(context, told, null), because: 'escalated', from, mark })] : kept('nobodyElse');
};
