import type { DateOnly, Instant } from '../core/instant.js';
import type { Calendar, DayRule, WorkContext } from './calendar.js';
import { DAY, toDayNumber, toEpoch, toInstant, yearOf } from './civil-time.js';
import { dayPlan } from './day-hours.js';
import { certainty, type ProvisionalReason, refused, type Timed } from './time-result.js';
import { countedTime, dayParts, localDay, noWorkingTime, notReviewed, readContext, workDay, workDays } from './work-days.js';

/** Ten years: further back no calendar's last working hour is looked for. */
const DAYS_BACK = 3660;
/** No zone is or was more than 16 hours from UTC. */
const MOST_OFFSET = 16 * (DAY / 24);

/**
 * The instant itself where it is working time (or its close), else the last close of work before it: "moved back to the host's last
 * working hour" (clinical.md, file freeze). Refused: TIME.YEAR_NOT_REVIEWED, TIME.NO_WORKING_TIME.
 */
export function closeOfWorkBefore(instant: Instant, context: WorkContext): Timed<{ readonly at: Instant }> {
  const work = readContext(context);
  const { calendar } = work;
  const before = toEpoch(instant);
  const today = localDay(calendar.zone, before);
  const reasons: ProvisionalReason[] = [];
  for (let day = today; day > today - DAYS_BACK; day -= 1) {
    let close: number | null = null;
    for (const part of dayParts(calendar.zone, day * DAY - MOST_OFFSET)) {
      if (part.from > before || part.dayNumber > day + 1) break;
      if (part.dayNumber !== day) continue;
      const refusal = notReviewed(work, part);
      if (refusal) return refused(refusal);
      const found = workDay(work, part);
      reasons.push(...found.plan.doubts);
      for (const { from, to } of countedTime(found)) if (from <= before) close = Math.min(to, before);
    }
    if (close !== null) return { ok: true, at: toInstant(close), ...certainty(reasons) };
  }
  return refused(noWorkingTime(calendar, before - DAYS_BACK * DAY));
}

/** The first instant, not before the given one, at which work is done. Refused as `markInstants`. */
export function nextWorkingInstant(instant: Instant, context: WorkContext): Timed<{ readonly at: Instant }> {
  const reasons: ProvisionalReason[] = [];
  for (const step of workDays(readContext(context), toEpoch(instant))) {
    if (step.kind === 'refusal') return refused(step.refusal);
    reasons.push(...step.day.plan.doubts);
    const first = countedTime(step.day).at(0);
    if (first) return { ok: true, at: toInstant(first.from), ...certainty(reasons) };
  }
  throw new Error('Working days ended without a refusal');
}

/**
 * Whether the calendar works on a date, by itself, without anybody's leave; with the reviewed row that says so, if there is one.
 * Refused: TIME.YEAR_NOT_REVIEWED.
 */
export function isWorkingDay(
  date: DateOnly,
  calendar: Calendar,
): Timed<{ readonly working: boolean; readonly rule: DayRule | null }> {
  const dayNumber = toDayNumber(date);
  const { hours, rule, reviewed, doubts } = dayPlan(calendar, dayNumber);
  if (!reviewed) {
    return refused({ refused: true, code: 'TIME.YEAR_NOT_REVIEWED', facts: { year: yearOf(dayNumber), calendar: calendar.id } });
  }
  return { ok: true, working: hours.length > 0, rule, ...certainty(doubts) };
}
