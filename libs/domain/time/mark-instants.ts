import type { Instant } from '../core/instant.js';
import type { WorkContext } from './calendar.js';
import { DAY, HOUR, toEpoch, toInstant } from './civil-time.js';
import { certainty, type ProvisionalReason, refused, type Timed, type TimeRefusal } from './time-result.js';
import { countedTime, paused, readContext, type Work, workDays } from './work-days.js';
import { measure } from './working-time-between.js';

export type AllowanceUnit = 'working-hours' | 'clock-hours' | 'working-days' | 'clock-days';

/**
 * How much time is given. Working hours and days are the owner's; a working day is a day on which the owner works, so that "5 working
 * days" ends at the close of the fifth such day after the day it began (whole days only). A clock day is 24 hours. Pauses stop all four.
 */
export interface Allowance {
  readonly amount: number;
  readonly unit: AllowanceUnit;
}

/** A point on the way: a fraction (0 to 1) of the allowance, a span after all of it, or a span after the start. */
export type MarkSpec =
  | { readonly name: string; readonly fraction: number; readonly plus?: undefined; readonly after?: undefined }
  | { readonly name: string; readonly fraction: 1; readonly plus: Allowance; readonly after?: undefined }
  | { readonly name: string; readonly after: Allowance; readonly fraction?: undefined; readonly plus?: undefined };

export interface MarkInstant {
  readonly name: string;
  /** The first instant at which that much is used up, so a day's close rather than the next morning. */
  readonly at: Instant;
  readonly provisional: boolean;
}

interface Reached {
  readonly at: number;
  readonly reasons: readonly ProvisionalReason[];
}
type Reach = Reached | { readonly refusal: TimeRefusal };

/**
 * The instants (UTC, exact to the millisecond) at which the marks of an allowance are reached, in the order asked for.
 * Refused: TIME.YEAR_NOT_REVIEWED, TIME.NO_WORKING_TIME, TIME.PAUSED. A negative or broken amount is a RangeError.
 */
export function markInstants(
  start: Instant,
  allowance: Allowance,
  context: WorkContext,
  marks: readonly MarkSpec[],
): Timed<{ readonly marks: readonly MarkInstant[] }> {
  const work = readContext(context);
  const from = toEpoch(start);
  const reached: MarkInstant[] = [];
  const reasons: ProvisionalReason[] = [];
  for (const mark of marks) {
    const reach = reachMark(work, from, allowance, mark);
    if ('refusal' in reach) return refused(reach.refusal);
    reached.push({ name: mark.name, at: toInstant(reach.at), provisional: reach.reasons.length > 0 });
    reasons.push(...reach.reasons);
  }
  return { ok: true, marks: reached, ...certainty(reasons) };
}

/**
 * As `markInstants`, but years that nobody reviewed are counted by the calendar's plain week and the result is provisional, with a
 * reason of kind `year-not-reviewed`. What the door uses: a late date that says so is better than none.
 */
export function markInstantsOrProvisional(
  start: Instant,
  allowance: Allowance,
  context: WorkContext,
  marks: readonly MarkSpec[],
): Timed<{ readonly marks: readonly MarkInstant[] }> {
  const strict = markInstants(start, allowance, { ...context, unreviewedYears: 'refuse' }, marks);
  if (strict.ok || strict.refusal.code !== 'TIME.YEAR_NOT_REVIEWED') return strict;
  return markInstants(start, allowance, { ...context, unreviewedYears: 'plain-week' }, marks);
}

function reachMark(work: Work, start: number, allowance: Allowance, mark: MarkSpec): Reach {
  if (mark.after) return reach(work, start, mark.after);
  if (!(mark.fraction >= 0 && mark.fraction <= 1)) throw new RangeError(`Not a fraction: ${mark.fraction}`);
  if (!mark.plus) return reachFraction(work, start, allowance, mark.fraction);
  const end = reach(work, start, allowance);
  if ('refusal' in end) return end;
  const later = reach(work, end.at, mark.plus);
  return 'refusal' in later ? later : { at: later.at, reasons: [...end.reasons, ...later.reasons] };
}

function reachFraction(work: Work, start: number, allowance: Allowance, fraction: number): Reach {
  const { amount, unit } = allowance;
  if (unit !== 'working-days' || fraction === 1 || fraction === 0) return reach(work, start, { amount: amount * fraction, unit });
  // Half of five working days is half of the working time in them.
  const end = reach(work, start, allowance);
  if ('refusal' in end) return end;
  const all = measure(work, start, end.at);
  if ('refusal' in all) return all;
  return reachWorkingTime(work, start, Math.round(all.milliseconds * fraction));
}

/** The first instant at which an allowance is used up. */
export function reach(work: Work, start: number, { amount, unit }: Allowance): Reach {
  if (!Number.isFinite(amount) || amount < 0) throw new RangeError(`Not an amount of time: ${amount}`);
  switch (unit) {
    case 'working-hours':
      return reachWorkingTime(work, start, Math.round(amount * HOUR));
    case 'clock-hours':
      return reachClockTime(work, start, Math.round(amount * HOUR));
    case 'clock-days':
      return reachClockTime(work, start, Math.round(amount * DAY));
    case 'working-days':
      return reachCloseOfDay(work, start, amount);
  }
}

function reachWorkingTime(work: Work, start: number, needed: number): Reach {
  if (needed === 0) return { at: start, reasons: [] };
  const reasons: ProvisionalReason[] = [];
  let left = needed;
  for (const step of workDays(work, start)) {
    if (step.kind === 'refusal') return step;
    reasons.push(...step.day.plan.doubts);
    for (const { from, to } of countedTime(step.day)) {
      if (left <= to - from) return { at: from + left, reasons };
      left -= to - from;
    }
  }
  throw new Error('Working days ended without a refusal');
}

function reachClockTime(work: Work, start: number, needed: number): Reach {
  let at = start;
  let left = needed;
  for (const pause of work.blocks) {
    if (left === 0) break;
    if (pause.kind !== 'pause' || pause.to <= at) continue;
    const run = Math.max(0, pause.from - at);
    if (left <= run) break;
    if (pause.to === Infinity) return { refusal: paused(work.calendar, pause.from) };
    left -= run;
    at = pause.to;
  }
  return { at: at + left, reasons: [] };
}

function reachCloseOfDay(work: Work, start: number, days: number): Reach {
  if (!Number.isInteger(days)) throw new RangeError(`Working days are whole days: ${days}`);
  if (days === 0) return { at: start, reasons: [] };
  const reasons: ProvisionalReason[] = [];
  let counted = 0;
  let last: number | null = null;
  let close = start;
  for (const step of workDays(work, start)) {
    if (step.kind === 'refusal') return step;
    const { day } = step;
    last ??= day.dayNumber;
    reasons.push(...day.plan.doubts);
    const end = countedTime(day).at(-1)?.to;
    if (end !== undefined && day.dayNumber > last) {
      last = day.dayNumber;
      counted += 1;
    }
    if (end !== undefined && counted === days) close = end;
    if (counted === days && day.endsDay) return { at: close, reasons };
  }
  throw new Error('Working days ended without a refusal');
}
