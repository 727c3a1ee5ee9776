import type { Instant } from '../core/instant.js';
import { isPaused } from '../tasks/change.js';
import { isOpen, type Task } from '../tasks/task.js';
import { isActive, isOver } from './gates.js';
import type { CaseState } from './state.js';

export interface Due { readonly at: Instant; readonly what: string }

const marksOf = (task: Task): readonly Due[] =>
  (!isOpen(task) || isPaused(task) || task.deadline === null ? [] : task.deadline.marks.filter((mark) => mark.state === 'pending').map((mark) => ({ at: mark.at, what: `${task.kind}.${mark.name}` })));

/** Done items whose fact has an end date, while their stage is at work: afterwards nobody needs the visa any more. */
const lapsing = (state: CaseState): readonly (Task & { readonly expiresAt: Instant })[] =>
  (state.status === 'onHold' ? [] : Object.values(state.tasks).filter((task): task is Task & { readonly expiresAt: Instant } => task.status === 'completed' && task.expiresAt !== null && isActive(state, task.stage)));
export const lapsed = (state: CaseState, now: Instant): readonly Task[] => lapsing(state).filter((task) => task.expiresAt <= now);

/** The nearest instant (UTC) at which something of this case falls due, with a code of what; null where nothing does. */
export const nextDue = (state: CaseState): Due | null => {
  if (isOver(state)) return null;
  const dues = [...Object.values(state.tasks).flatMap(marksOf), ...lapsing(state).map((task) => ({ at: task.expiresAt, what: `${task.kind}.lapses` }))];
  return dues.reduce<Due | null>((first, due) => (first === null || due.at < first.at ? due : first), null);
};
