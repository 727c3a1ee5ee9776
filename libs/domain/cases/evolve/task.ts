import type { Instant } from '../../core/instant.js';
import type { Escalation, MarkState, Task } from '../../tasks/task.js';
import type { CaseState } from '../state.js';
import type { Reducers } from './stamp.js';

type TaskEvent = 'TaskCreated' | 'TaskClaimed' | 'TaskAssigned' | 'TaskReleased' | 'TaskDeclined' | 'TaskCompleted' | 'TaskCancelled' | 'TaskPaused' | 'TaskResumed' | 'TaskReopened'
  | 'TaskHandOverOffered' | 'TaskHandOverAccepted' | 'TaskHandOverRefused' | 'TaskHandOverTakenBack' | 'TaskDelegated' | 'TaskReturned' | 'TaskTakenBack' | 'TaskSuspended' | 'TaskSuspensionEnded'
  | 'TaskKept' | 'ItemChased' | 'MarkFired' | 'MarkPassedOver' | 'EscalationPassedOn' | 'EscalationAcknowledged' | 'DeadlinesReplanned';

/** Every change of a task raises its version: a stale screen is told so. */
const changed = (state: CaseState, taskId: string, change: (task: Task) => Partial<Task>): CaseState => {
  const task = state.tasks[taskId];
  if (task === undefined) throw new Error(`Event names task ${taskId}, which case ${state.id} does not have`);
  return { ...state, tasks: { ...state.tasks, [taskId]: { ...task, ...change(task), version: task.version + 1 } } };
};
const endPauses = (task: Task, at: Instant): Task['pauses'] => task.pauses.map((pause) => (pause.to === null ? { from: pause.from, to: at } : pause));
/** A task that ended reminds nobody of itself: what was still to be told is passed over then and there, and says so. */
const silenced = (task: Task, at: Instant): Pick<Task, 'deadline'> => ({
  deadline: task.deadline && { ...task.deadline, marks: task.deadline.marks.map((mark) => (mark.state === 'pending' ? { ...mark, state: 'passedOver', settledAt: at, because: 'taskClosed' } : mark)) },
});
/** What was arranged with the owner before ends with a new one. A task of which nothing ever was stays as it was stored. */
const alone = (task: Task): Partial<Task> => ({ ...(task.handOver == null ? {} : { handOver: null }), ...(task.actingFor == null ? {} : { actingFor: null }) });
const owned = (task: Task, ownerId: string | null, deadline: Task['deadline'], at: Instant): Partial<Task> =>
  ({ ...alone(task), status: ownerId === null ? 'ready' : 'inProgress', ownerId, ownedSince: ownerId === null ? null : at, deadline });
const closed = (task: Task, at: Instant, by: string): Partial<Task> =>
  ({ ...(task.handOver == null ? {} : { handOver: null }), ...(task.suspended == null ? {} : { suspended: null }), closedAt: at, closedBy: by, noDeadlineBecause: null, pauses: endPauses(task, at), ...silenced(task, at) });
const settle = (state: CaseState, taskId: string, name: string, to: MarkState, at: Instant, because?: string): CaseState => changed(state, taskId, ({ deadline }) => ({
  deadline: deadline && { ...deadline, marks: deadline.marks.map((mark) => (mark.name === name ? { ...mark, state: to, settledAt: at, ...(because === undefined ? {} : { because }) } : mark)) },
}));

/** Changes the last escalation of a mark: a task that was opened again may have gone through the same mark twice. */
const ofLast = (mark: string, change: (escalation: Escalation) => Escalation) => (before: readonly Escalation[]): readonly Escalation[] => {
  const last = before.findLastIndex((each) => each.mark === mark);
  return before.map((each, place) => (place === last ? change(each) : each));
};

/** What is noted beside a task changes nothing that somebody works on: its version stays. */
const beside = (state: CaseState, taskId: string, note: (task: Task) => Partial<Task>): CaseState => {
  const task = state.tasks[taskId];
  if (task === undefined) throw new Error(`Event names task ${taskId}, which case ${state.id} does not have`);
  return { ...state, tasks: { ...state.tasks, [taskId]: { ...task, ...note(task) } } };
};
const noted = (state: CaseState, taskId: string, note: (before: readonly Escalation[]) => readonly Escalation[]): CaseState => beside(state, taskId, ({ escalations }) => ({ escalations: note(escalations ?? []) }));

export const taskReducers: Reducers<TaskEvent> = {
  TaskCreated: (state, { task }) => ({ ...state, tasks: { ...state.tasks, [task.id]: task } }),
  TaskClaimed: (state, { taskId, ownerId, deadline }, { at }) => changed(state, taskId, (task) => owned(task, ownerId, deadline, at)),
  TaskAssigned: (state, { taskId, ownerId, deadline, from, because }, { at }) => changed(state, taskId, (task) => ({ ...owned(task, ownerId, deadline, at), ...(from === undefined || because === 'escalated' ? {} : { actingFor: { personId: from, since: at, because: 'absence' as const } }) })),
  TaskReleased: (state, { taskId, deadline }, { at }) => changed(state, taskId, (task) => owned(task, null, deadline, at)),
  TaskKept: (state, { taskId }) => beside(state, taskId, () => ({})),
  TaskDeclined: (state, { taskId, deadline }, { at }) => changed(state, taskId, (task) => owned(task, null, deadline, at)),
  TaskHandOverOffered: (state, { taskId, to }, { at }) => changed(state, taskId, () => ({ handOver: { to, at } })),
  TaskHandOverAccepted: (state, { taskId, ownerId, deadline }, { at }) => changed(state, taskId, (task) => owned(task, ownerId, deadline, at)),
  TaskHandOverRefused: (state, { taskId }) => changed(state, taskId, () => ({ handOver: null })),
  TaskHandOverTakenBack: (state, { taskId }) => changed(state, taskId, () => ({ handOver: null })),
  TaskDelegated: (state, { taskId, from, ownerId, deadline }, { at }) => changed(state, taskId, (task) => ({ ...owned(task, ownerId, deadline, at), actingFor: { personId: from, since: at, because: 'delegated' } })),
  TaskReturned: (state, { taskId, ownerId, deadline }, { at }) => changed(state, taskId, (task) => owned(task, ownerId, deadline, at)),
  TaskTakenBack: (state, { taskId, ownerId, deadline }, { at }) => changed(state, taskId, (task) => owned(task, ownerId, deadline, at)),
  TaskSuspended: (state, { taskId, reason, resumesAt }, { at, actorId }) => changed(state, taskId, () => ({ suspended: { reason, since: at, resumesAt, by: actorId } })),
  TaskSuspensionEnded: (state, { taskId }) => changed(state, taskId, () => ({ suspended: null })),
  TaskCompleted: (state, { taskId, result, by, expiresAt }, { at, actorId }) => changed(state, taskId, (task) => ({ ...closed(task, at, by ?? actorId), status: 'completed', result, expiresAt })),
  TaskCancelled: (state, { taskId, cause }, { at, actorId }) => changed(state, taskId, (task) => ({ ...closed(task, at, actorId), status: 'failed', result: `cancelled:${cause}` })),
  TaskPaused: (state, { taskId, cause }, { at }) => changed(state, taskId, (task) => ({ noDeadlineBecause: cause, pauses: [...task.pauses, { from: at, to: null }] })),
  TaskResumed: (state, { taskId, deadline }, { at }) => changed(state, taskId, (task) => ({ noDeadlineBecause: null, deadline, pauses: endPauses(task, at) })),
  TaskReopened: (state, { taskId, deadline }) => changed(state, taskId, (task) => ({
    status: task.ownerId === null ? 'ready' : 'inProgress', deadline, closedAt: null, closedBy: null, result: null, expiresAt: null, noDeadlineBecause: null, pauses: [],
  })),
  ItemChased: (state, { taskId, count }, { at, actorId }) => beside(state, taskId, () => ({ chased: { count, at, by: actorId } })),
  MarkFired: (state, { taskId, mark, kind, tells }, { at }) => {
    const settled = settle(state, taskId, mark, 'fired', at);
    return kind === 'escalate' ? noted(settled, taskId, (before) => [...before, { mark, at, told: tells.map(({ personId }) => personId), acknowledged: [] }]) : settled;
  },
  EscalationPassedOn: (state, { taskId, mark, tells }) => noted(state, taskId, ofLast(mark, (each) => ({ ...each, told: [...each.told, ...tells.map(({ personId }) => personId)] }))),
  EscalationAcknowledged: (state, { taskId, mark, by }, { at }) => noted(state, taskId, ofLast(mark, (each) => ({ ...each, acknowledged: [...each.acknowledged, { by, at }] }))),
  MarkPassedOver: (state, { taskId, mark, because }, { at }) => settle(state, taskId, mark, 'passedOver', at, because),
  DeadlinesReplanned: (state, { policyVersion, tasks }) => tasks.reduce(
    (before, { taskId, deadline }) => changed(before, taskId, () => ({ deadline })),
    policyVersion === null ? state : { ...state, policyVersion },
  ),
};
