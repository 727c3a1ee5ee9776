import { later, plusMilliseconds, type Instant } from '../core/instant.js';
import type { Context } from '../core/context.js';
import type { BoardDefinition } from '../boards/definition.js';
import { visitMonths } from '../boards/follow-up-plan.js';
import { currentOutcome } from '../cases/gates.js';
import type { CaseState, RecordedVisit } from '../cases/state.js';
import type { CaseEvent } from '../cases/events.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';

const day = 86_400_000;
/** A visit that falls so soon after the last question would ask the same twice. */
const apart = 30 * day;

/** The same day so many months later; the month's last day where it has no such day. */
const monthsLater = (from: Instant, months: number): Instant => {
  const at = new Date(from);
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(at.getUTCDate(), last)) + (Date.parse(from) % day)).toISOString();
};

export interface PlannedVisit { readonly month: number; readonly dueAt: Instant; readonly visit: RecordedVisit | null }

/** Every visit of the plan: those that were told of, and those still to come. One whose time went by unasked is left out. */
export const plannedVisits = (state: CaseState, board: BoardDefinition, now: Instant): readonly PlannedVisit[] => {
  const [first] = state.followUps;
  // a letter called back has no acknowledgement until its successor has: the questions tell when follow-up began
  const from = currentOutcome(state)?.acknowledgedAt ?? (first === undefined ? null : plusMilliseconds(first.dueAt, -first.day * day));
  const told = state.followUpVisits ?? [];
  const asked = openTasksOf(state.tasks, 'followUpVisit').map(({ about }) => Number(about['month']));
  if (from === null || state.followUps.length === 0) return [];
  const plan = board.tumorTypes.find(({ code }) => code === state.tumorType)?.followUpPlan ?? [];
  const earliest = later(now, plusMilliseconds(from, Math.max(...state.followUps.map((each) => each.day)) * day + apart));
  const newest = Math.max(0, ...told.map(({ month }) => month));
  return [...new Set([...told.map(({ month }) => month), ...asked, ...visitMonths(plan)])].sort((a, b) => a - b).flatMap((month): PlannedVisit[] => {
    const [visit, dueAt] = [told.find((each) => each.month === month) ?? null, monthsLater(from, month)];
    return visit !== null || asked.includes(month) || (month > newest && dueAt > earliest) ? [{ month, dueAt, visit }] : [];
  });
};

/** The next visit's task: there from now on, due on its day; one at a time. Null where the plan is at its end, or the board has none. */
export const nextVisit = (state: CaseState, context: Context, after = 0): CaseEvent | null => {
  const next = plannedVisits(state, context.board, context.now).find(({ month, visit }) => visit === null && month > after);
  const outcome = currentOutcome(state);
  return next === undefined || outcome === null ? null : taskCreated(state, context, {
    kind: 'followUpVisit', name: `followUpVisit:${next.month}`, stage: 'followUp', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null },
    ownerId: state.referrerId ?? state.originCaseManagerId, about: { month: String(next.month), outcomeId: outcome.id }, dueAt: next.dueAt,
  });
};
