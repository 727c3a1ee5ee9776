import type { Context } from '../core/context.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Task } from '../tasks/task.js';
import { isOpen } from '../tasks/task.js';
import type { Stage } from './stages.js';
import type { CaseState } from './state.js';

/** The first thing that speaks against it; null where nothing does. */
export const firstOf = (...checks: readonly (Refusal | null)[]): Refusal | null => checks.find((check) => check !== null) ?? null;

/** CASE.NOT_OPEN for drafts, cases sent back, on hold or over: facts say which. */
export const closedDoor = (state: CaseState): Refusal | null => (state.status === 'open' ? null : refuse('CASE.NOT_OPEN', { status: state.status }));

/** CASE.STAGE_NOT_ACTIVE where the stage isn't the one at work: the process was faster, or somebody else. */
export const outside = (state: CaseState, stage: Stage): Refusal | null =>
  state.stages[stage].status === 'active' ? null : refuse('CASE.STAGE_NOT_ACTIVE', { stage, status: state.stages[stage].status });

/** TEXT.NEEDED where words that the rule asks for were not given. */
export const wordless = (context: Context, ...fields: readonly string[]): Refusal | null => {
  const missing = fields.find((field) => context.text(field) === null);
  return missing === undefined ? null : refuse('TEXT.NEEDED', { field: missing }, missing);
};

/** MOVE.NOT_READY: the gate of a move is shut. For the process that is a defect; for a person, a screen that is behind. */
export const shutGate = (ready: boolean, move: string): Refusal | null => (ready ? null : refuse('MOVE.NOT_READY', { move }));

/** Task commands: it exists (TASK.UNKNOWN), is open (TASK.CLOSED with how it ended) and is as it was seen (TASK.NEWER_VERSION). */
export const staleTask = (task: Task | undefined, seenVersion: number | undefined): Refusal | null => {
  if (task === undefined) return refuse('TASK.UNKNOWN', {});
  if (!isOpen(task)) return refuse('TASK.CLOSED', { status: task.status, result: task.result, closedAt: task.closedAt });
  return seenVersion !== undefined && seenVersion !== task.version ? refuse('TASK.NEWER_VERSION', { version: task.version, seen: seenVersion }) : null;
};
