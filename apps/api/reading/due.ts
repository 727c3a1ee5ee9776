import { explain, usualDayMs, workingTimeBetween, type Deadline, type Instant, type PauseSpan, type WorkContext } from '#domain';
import type { DueDto, Light } from '../tasks/task.dto.js';
import type { Directory } from './directory.js';

/** Whose time counts: by the calendar that the deadline was counted with (an owner who works elsewhere has another), else the institution's; with the owner's leave. */
export interface Clockwork { readonly institutionId: string; readonly calendarId?: string | undefined; readonly ownerId: string | null; readonly pauses: readonly PauseSpan[] }

export function workContext(directory: Directory, { institutionId, calendarId, ownerId, pauses }: Clockwork): WorkContext | null {
  const institution = directory.institutions.get(institutionId);
  const calendar = (calendarId === undefined ? undefined : directory.calendars.get(calendarId)) ?? (institution && directory.calendars.get(institution.calendarId));
  if (!calendar) return null;
  const leave = ownerId === null ? [] : (directory.people.get(ownerId)?.leave ?? []);
  return { calendar, leave, pauses: pauses.filter((pause) => pause.to !== null), unreviewedYears: 'plain-week' };
}

const isByClock = ({ allowance }: Deadline): boolean => allowance.unit === 'clockHours' || allowance.unit === 'clockDays';
const wholeDayMs = 24 * 3_600_000;

/** Working milliseconds left until the deadline, negative when it has passed; clock time for allowances by the clock. */
export function leftMs(deadline: Deadline, now: Instant, context: WorkContext | null): number {
  const byClock = Date.parse(deadline.dueAt) - Date.parse(now);
  if (context === null || isByClock(deadline)) return byClock;
  const [from, to] = byClock >= 0 ? [now, deadline.dueAt] : [deadline.dueAt, now];
  const between = workingTimeBetween(from, to, context);
  if (!between.ok) return byClock;
  return byClock >= 0 ? between.milliseconds : -between.milliseconds;
}

export function dueOf(deadline: Deadline | null, now: Instant, context: WorkContext | null): DueDto | null {
  if (deadline === null) return null;
  const { dueAt, startedAt, allowance, provisional } = deadline;
  const dayMs = context === null || isByClock(deadline) ? wholeDayMs : usualDayMs(context.calendar);
  return { dueAt, startedAt, amount: allowance.amount, unit: allowance.unit, provisional: [...provisional], leftMs: leftMs(deadline, now, context), dayMs };
}

interface Lit { readonly open: boolean; readonly paused: boolean; readonly noDeadlineBecause: string | null; readonly owned: boolean; readonly deadline: Deadline | null }

/** Which of the seven states a task shows. "Due soon" begins with the last reminder before the deadline (80 % by default). */
export function lightOf({ open, paused, noDeadlineBecause, owned, deadline }: Lit, now: Instant): Light {
  if (!open) return 'done';
  if (paused || noDeadlineBecause === 'onHold' || noDeadlineBecause === 'awaitingMaterial' || noDeadlineBecause === 'suspended') return 'onHold';
  if (deadline === null) return 'waiting';
  if (deadline.dueAt <= now) return 'overdue';
  const soonAt = deadline.marks.filter((mark) => mark.kind === 'remind' && mark.at < deadline.dueAt).map((mark) => mark.at).sort().at(-1);
  if (soonAt !== undefined && soonAt <= now) return 'dueSoon';
  return owned ? 'onTime' : 'waiting';
}

const units = { workingHours: 'working-hours', workingDays: 'working-days', clockHours: 'clock-hours', clockDays: 'clock-days' } as const;

/** Every stretch from the start to the deadline; empty where the calendar can't say (the deadline was then counted otherwise and says so). */
export function stepsOf(deadline: Deadline, context: WorkContext | null) {
  if (context === null) return [];
  const told = explain(deadline.startedAt, { amount: deadline.allowance.amount, unit: units[deadline.allowance.unit] }, context);
  return told.ok ? told.spans : [];
}
