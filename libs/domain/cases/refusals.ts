import type { Context } from '../core/context.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Task, TaskKind } from '../tasks/task.js';
import type { Stage } from './stages.js';
import type { CaseState } from './state.js';
import { openTaskOr } from './under-way.js';

/** The first thing that speaks against it; null where nothing does. */
export const firstOf = (...checks: readonly (Refusal | null)[]): Refusal | null => checks.find((check) => check !== null) ?? null;

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

/** As `openTaskOr`, and of the kind that the command is about: TASK.UNKNOWN otherwise. */
export const openTaskOfKindOr = (state: CaseState, context: Context, taskId: string, kind: TaskKind, seenVersion?: number): Task | Refusal =>
  (state.tasks[taskId]?.kind === kind ? openTaskOr(state, context, taskId, seenVersion) : refuse('TASK.UNKNOWN'));
