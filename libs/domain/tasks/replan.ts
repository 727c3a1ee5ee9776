import { ladderAt } from '../boards/ladders.js';
import type { Context } from '../core/context.js';
import type { Instant } from '../core/instant.js';
import type { BoardDefinition } from '../boards/definition.js';
import type { CaseState } from '../cases/state.js';
import type { Allowance, MarkKind } from './allowances.js';
import { deadlineFor, isPaused } from './change.js';
import { ladderFor } from './deadline.js';
import { openTasks, type Deadline, type Task } from './task.js';

/** What changed under open deadlines. */
export const replanCauses = ['calendar', 'leave', 'policy', 'owner', 'zone', 'timeZoneData'] as const;
export type ReplanCause = (typeof replanCauses)[number];

/** A mark that nobody was told yet, and when it falls now; null: it was not there before, or is no longer. */
export interface MovedMark { readonly mark: string; readonly kind: MarkKind; readonly from: Instant | null; readonly to: Instant | null }
export interface ReplannedTask { readonly taskId: string; readonly deadline: Deadline; readonly dueFrom: Instant; readonly dueTo: Instant; readonly moved: readonly MovedMark[] }

export type Replanning = Pick<Context, 'calendars' | 'people' | 'board'>;
type Ladders = BoardDefinition['ladders'];

/**
 * Every open deadline that is otherwise after a change: pure, so that a dry run and the command say the same. What was told or passed
 * over stays as it was; a mark that now lies in the past is due at once, once. Clocks that stand still are planned when they go on.
 * `policy`: the ladders the case is moved to.
 */
export const replannedTasks = (state: CaseState, context: Replanning, policy: Ladders | null = null): readonly ReplannedTask[] =>
  openTasks(state.tasks).flatMap((task) => {
    const { deadline } = task;
    if (deadline === null || isPaused(task)) return [];
    const now = policy === null ? deadlineFor(context, task, task.ownerId) : underPolicy(state, context, task, deadline, policy);
    if (now === null || sameDates(deadline, now)) return [];
    return [{ taskId: task.id, deadline: now, dueFrom: deadline.dueAt, dueTo: now.dueAt, moved: movedMarks(deadline, now) }];
  });

/** The same start under another ladder; an allowance that was the old ladder's own becomes the new one's, any other (a date somebody named) stays. */
const underPolicy = (state: CaseState, context: Replanning, task: Task, deadline: Deadline, policy: Ladders): Deadline | null => {
  const board = { ...context.board, ladders: policy };
  const ladder = policy[deadline.ladder];
  const named = ladder === undefined ? ladderFor(board, task.kind, state.urgency) : { key: deadline.ladder, ladder };
  const before = ladderAt(context.board, deadline.ladder)?.allowance;
  const own = before !== undefined && same(before, deadline.allowance);
  const moved = { ...deadline, ladder: named.key, allowance: own ? named.ladder.allowance : deadline.allowance };
  return deadlineFor({ ...context, board }, { ...task, deadline: moved }, task.ownerId);
};

const same = (a: Allowance, b: Allowance): boolean => a.amount === b.amount && a.unit === b.unit;

/** The version of a calendar alone moves nothing that anybody waits for. */
const sameDates = (a: Deadline, b: Deadline): boolean => JSON.stringify(dates(a)) === JSON.stringify(dates(b));
const dates = ({ dueAt, allowance, ladder, marks, provisional }: Deadline): unknown => [dueAt, allowance.amount, allowance.unit, ladder, marks.map(({ name, kind, at, tells, state, reassigns }) => [name, kind, at, tells, state, reassigns === true]), provisional];

const movedMarks = (before: Deadline, after: Deadline): readonly MovedMark[] => {
  const old = new Map(before.marks.map((mark) => [mark.name, mark]));
  const fresh = new Set(after.marks.map(({ name }) => name));
  return [
    ...after.marks.filter(({ state, name, at }) => state === 'pending' && old.get(name)?.at !== at).map(({ name, kind, at }) => ({ mark: name, kind, from: old.get(name)?.at ?? null, to: at })),
    ...before.marks.filter(({ name }) => !fresh.has(name)).map(({ name, kind, at }) => ({ mark: name, kind, from: at, to: null })),
  ];
};

