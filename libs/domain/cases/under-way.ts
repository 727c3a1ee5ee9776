import type { Context } from '../core/context.js';
import { refuse, type Refusal } from '../core/refusal.js';
import { isOpen, type Task } from '../tasks/task.js';
import { isOver } from './gates.js';
import type { CaseState } from './state.js';

/** A person's name for a refusal's sentence; the code of a process stays as it is. */
export const nameOf = (context: Context, id: string | null): string | null => (id === null ? null : (context.people.byId(id)?.name ?? id));

/** CASE.OVER (how, by whom, when), CASE.ON_HOLD, CASE.DRAFT: what no work on a case gets past. Null where the case is under way. */
export const notUnderWay = (state: CaseState, context: Context): Refusal | null => {
  if (isOver(state)) return over(state, context);
  if (state.status === 'onHold') return refuse('CASE.ON_HOLD', { since: state.hold?.since ?? null, resumeBy: state.hold?.resumeBy ?? null });
  return state.status === 'draft' ? refuse('CASE.DRAFT') : null;
};

/** CASE.OVER: closed, withdrawn or rejected, with who and when, so that the loser of a race knows the winner. */
export const over = (state: CaseState, context: Context): Refusal => {
  const end = state.closed ?? state.withdrawn ?? state.rejected;
  return refuse('CASE.OVER', { status: state.status, by: nameOf(context, end?.by ?? null), at: end?.at ?? null });
};

/** The open task of an id, or why it can't be worked on: TASK.UNKNOWN, TASK.CLOSED (result, by whom, when), TASK.NEWER_VERSION (version). */
export const openTaskOr = (state: CaseState, context: Context, taskId: string, seenVersion?: number): Task | Refusal => {
  const task = state.tasks[taskId];
  if (task === undefined) return refuse('TASK.UNKNOWN');
  if (!isOpen(task)) return refuse('TASK.CLOSED', { result: task.result, by: nameOf(context, task.closedBy), at: task.closedAt });
  if (seenVersion !== undefined && seenVersion !== task.version) return refuse('TASK.NEWER_VERSION', { version: task.version, owner: nameOf(context, task.ownerId), since: task.ownedSince });
  return task;
};

/** As `openTaskOr`, and the actor owns it: TASK.NOT_YOURS names the owner. */
export const ownTaskOr = (state: CaseState, context: Context, taskId: string, seenVersion?: number): Task | Refusal => {
  const task = openTaskOr(state, context, taskId, seenVersion);
  if ('refused' in task) return task;
  const isOwner = context.actor.kind === 'person' && task.ownerId === context.actor.personId;
  return isOwner ? task : refuse('TASK.NOT_YOURS', { owner: nameOf(context, task.ownerId), since: task.ownedSince });
};
