import type { CaseEvent } from '../cases/events.js';
import type { ActingFor, Task, TaskStatus } from './task.js';

/** A task as it stood before or after one of its events, in XDW's words: its status, whose it was, for whom they did it. */
export interface TaskStanding { readonly status: TaskStatus; readonly ownerId: string | null; readonly actingFor: ActingFor['personId'] | null }
export interface TaskStep<Event> { readonly event: Event; readonly before: TaskStanding | null; readonly after: TaskStanding | null }

const owned = (ownerId: string, actingFor: string | null = null): TaskStanding => ({ status: 'inProgress', ownerId, actingFor });
const offered: TaskStanding = { status: 'ready', ownerId: null, actingFor: null };
const created = ({ status, ownerId, actingFor }: Task): TaskStanding => ({ status, ownerId, actingFor: actingFor?.personId ?? null });

const after = (event: CaseEvent, before: TaskStanding | null): TaskStanding | null => {
  if (event.type === 'TaskCreated') return created(event.data.task);
  if (before === null) return null;
  switch (event.type) {
    case 'TaskClaimed': case 'TaskHandOverAccepted': case 'TaskReturned': case 'TaskTakenBack': return owned(event.data.ownerId);
    case 'TaskAssigned': return owned(event.data.ownerId, event.data.because === 'escalated' ? null : (event.data.from ?? null));
    case 'TaskDelegated': return owned(event.data.ownerId, event.data.from);
    case 'TaskReleased': case 'TaskDeclined': return offered;
    case 'TaskCompleted': return { ...before, status: 'completed' };
    case 'TaskCancelled': return { ...before, status: 'failed' };
    case 'TaskReopened': return { ...before, status: before.ownerId === null ? 'ready' : 'inProgress' };
    // a mark, a pause, what a mark left alone, a hand-over that waits: the task stands as it stood
    default: return before;
  }
};

/** A task's events, oldest first, each with how the task stood before and after it. */
export const taskSteps = <Event extends { readonly told: CaseEvent }>(events: readonly Event[]): readonly TaskStep<Event>[] => {
  let before: TaskStanding | null = null;
  return events.map((event) => {
    const step: TaskStep<Event> = { event, before, after: after(event.told, before) };
    before = step.after;
    return step;
  });
};
