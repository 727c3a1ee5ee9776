import type { Instant } from '../../core/instant.js';
import type { MarkState, Task } from '../../tasks/task.js';
import type { CaseState } from '../state.js';
import type { Reducers } from './stamp.js';

type TaskEvent = 'TaskCreated' | 'TaskClaimed' | 'TaskAssigned' | 'TaskReleased' | 'TaskDeclined' | 'TaskCompleted' | 'TaskCancelled' | 'TaskPaused' | 'TaskResumed' | 'TaskReopened'
  | 'MarkFired' | 'MarkPassedOver';

/** Every change of a task raises its version: a stale screen is told so. */
const changed = (state: CaseState, taskId: string, change: (task: Task) => Partial<Task>): CaseState => {
  const task = state.tasks[taskId];
  if (task === undefined) throw new Error(`Event names task ${taskId}, which case ${state.id} does not have`);
  return { ...state, tasks: { ...state.tasks, [taskId]: { ...task, ...change(task), version: task.version + 1 } } };
};
const endPauses = (task: Task, at: Instant): Task['pauses'] => task.pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
const closed = (task: Task, at: Instant, by: string): Pick<Task, 'closedAt' | 'closedBy' | 'noDeadlineBecause' | 'pauses'> => ({ closedAt: at, closedBy: by, noDeadlineBecause: null, pauses: endPauses(task, at) });
const settle = (state: CaseState, taskId: string, name: string, to: MarkState, at: Instant): CaseState => changed(state, taskId, ({ deadline }) => ({
  deadline: deadline && { ...deadline, marks: deadline.marks.map((mark) => (mark.name === name ? { ...mark, state: to, settledAt: at } : mark)) },
}));

export const taskReducers: Reducers<TaskEvent> = {
  TaskCreated: (state, { task }) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } }),
  TaskClaimed: (state, { taskId, ownerId, deadline }, { at }) => changed(state, taskId, () => ({ status: 'inProgress', ownerId, ownedSince: at, deadline })),
  TaskAssigned: (state, { taskId, ownerId, deadline }, { at }) => changed(state, taskId, () => ({ status: 'inProgress', ownerId, ownedSince: at, deadline })),
  TaskReleased: (state, { taskId, deadline }) => changed(state, taskId, () => ({ status: 'ready', ownerId: null, ownedSince: null, deadline })),
  TaskDeclined: (state, { taskId, deadline }) => changed(state, taskId, () => ({ status: 'ready', ownerId: null, ownedSince: null, deadline })),
  TaskCompleted: (state, { taskId, result, by, expiresAt }, { at, actorId }) => changed(state, taskId, (task) => ({ ...closed(task, at, by ?? actorId), status: 'completed', result, expiresAt })),
  TaskCancelled: (state, { taskId, cause }, { at, actorId }) => changed(state, taskId, (task) => ({ ...closed(task, at, actorId), status: 'failed', result: `cancelled:${cause}` })),
  TaskPaused: (state, { taskId, cause }, { at }) => changed(state, taskId, (task) => ({ noDeadlineBecause: cause, pauses: [...task.pauses, { from: at, to: null }] })),
  TaskResumed: (state, { taskId, deadline }, { at }) => changed(state, taskId, (task) => ({ noDeadlineBecause: null, deadline, pauses: endPauses(task, at) })),
  TaskReopened: (state, { taskId, deadline }) => changed(state, taskId, (task) => ({
    status: task.ownerId === null ? 'ready' : 'inProgress', deadline, closedAt: null, closedBy: null, result: null, expiresAt: null, noDeadlineBecause: null, pauses: [],
  })),
  MarkFired: (state, { taskId, mark }, { at }) => settle(state, taskId, mark, 'fired', at),
  MarkPassedOver: (state, { taskId, mark }, { at }) => settle(state, taskId, mark, 'passedOver', at),
};
