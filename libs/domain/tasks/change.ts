import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import type { CaseEvent } from '../cases/events.js';
import type { NoDeadlineCause } from '../cases/lists.js';
import type { CaseState } from '../cases/state.js';
import type { ClockOwner } from './allowances.js';
import { planAnew } from './deadline.js';
import { isOpen, openTasks, type Deadline, type Task } from './task.js';

export const isPaused = (task: Task): boolean => task.pauses.some((pause) => pause.to === null);
/** Whose working time counts: the owner's, at the hospital of the offer or, where the owner works elsewhere, at the owner's own; a pool's at its hospital. */
const clockOwner = (context: Pick<Context, 'people'>, task: Task, personId: string | null): ClockOwner => {
  const posts = personId === null ? [] : (context.people.byId(personId)?.posts ?? []);
  const isThere = posts.length === 0 || posts.some((post) => post.institutionId === task.offer.institutionId);
  const elsewhere = posts.find((post) => post.role === task.offer.role && post.discipline === task.offer.discipline) ?? posts[0];
  return { institutionId: isThere || elsewhere === undefined ? task.offer.institutionId : elsewhere.institutionId, personId };
};

/** The deadline after a change of owner: in the new owner's working time. Unchanged while the clock stands still; it is planned when it goes on. */
export const deadlineFor = (context: Pick<Context, 'calendars' | 'people' | 'board'>, task: Task, ownerId: string | null): Deadline | null =>
  (task.deadline === null || isPaused(task) ? task.deadline : planAnew(context, task.deadline, clockOwner(context, task, ownerId), task.pauses));

/** Stops a task's clock. Nothing where the task is closed, its clock stands still already, or it never had one: then its own cause stays. */
export const pauseTask = (task: Task, cause: NoDeadlineCause): readonly CaseEvent[] => (!isOpen(task) || isPaused(task) || task.deadline === null ? [] : [event('TaskPaused', { taskId: task.id, cause })]);

/** Lets a task's clock go on: what was not counted in the pause moves every open mark back. */
export const resumeTask = (context: Context, task: Task): readonly CaseEvent[] => {
  if (!isOpen(task) || !isPaused(task)) return [];
  const pauses = task.pauses.map((pause) => (pause.to === null ? { from: pause.from, to: context.now } : pause));
  const deadline = task.deadline && planAnew(context, task.deadline, clockOwner(context, task, task.ownerId), pauses);
  return [event('TaskResumed', { taskId: task.id, deadline })];
};

export const completeTask = (task: Task, result: string, by: string | null, extra: { readonly expiresAt?: string | null; readonly noteTextId?: string | null } = {}): CaseEvent =>
  event('TaskCompleted', { taskId: task.id, result, by, expiresAt: extra.expiresAt ?? null, noteTextId: extra.noteTextId ?? null });

export const cancelTask = (task: Task, cause: string): CaseEvent => event('TaskCancelled', { taskId: task.id, cause });

/** Ends every open task that the filter picks: what is withdrawn, rejected or closed leaves nothing to do. */
export const cancelTasks = (state: CaseState, cause: string, which: (task: Task) => boolean = () => true): readonly CaseEvent[] =>
  openTasks(state.tasks).filter(which).map((task) => cancelTask(task, cause));

/** Opens a closed task again with its whole allowance: a fact that lapsed, a consent that came back. */
export const reopenTask = (context: Context, task: Task, cause: string): CaseEvent => {
  const fresh = task.deadline && { ...task.deadline, startedAt: context.now, marks: [] };
  return event('TaskReopened', { taskId: task.id, cause, deadline: fresh && planAnew(context, fresh, clockOwner(context, task, task.ownerId), []) });
};
