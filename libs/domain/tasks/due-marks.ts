import type { Instant } from '../core/instant.js';
import { isPaused } from './change.js';
import type { Mark, Task } from './task.js';

/** A task's marks that nobody was told and that are due by now; none while its clock stands still. */
export const dueMarks = (task: Task, now: Instant): readonly Mark[] =>
  (isPaused(task) || task.deadline === null ? [] : task.deadline.marks.filter((mark) => mark.state === 'pending' && mark.at <= now));
