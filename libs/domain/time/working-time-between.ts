import type { Instant } from '../core/instant.js';
import type { WorkContext } from './calendar.js';
import { toEpoch } from './civil-time.js';
import { certainty, type ProvisionalReason, refused, type Timed, type TimeRefusal } from './time-result.js';
import { countedTime, readContext, type Work, workDaysBetween } from './work-days.js';

/**
 * Working time between two instants, in milliseconds, less leave and pauses; negative where the second comes first, so that "due in"
 * and "overdue by" are one figure. Refused: TIME.YEAR_NOT_REVIEWED.
 */
export function workingTimeBetween(
  a: Instant,
  b: Instant,
  context: WorkContext,
): Timed<{ readonly milliseconds: number }> {
  const [from, to] = [toEpoch(a), toEpoch(b)];
  const measured = measure(readContext(context), Math.min(from, to), Math.max(from, to));
  if ('refusal' in measured) return refused(measured.refusal);
  const { milliseconds, reasons } = measured;
  return { ok: true, milliseconds: to < from ? 0 - milliseconds : milliseconds, ...certainty(reasons) };
}

/** The same on epoch milliseconds, `from` not after `to`. */
export function measure(
  work: Work,
  from: number,
  to: number,
): { readonly milliseconds: number; readonly reasons: readonly ProvisionalReason[] } | { readonly refusal: TimeRefusal } {
  // Nothing counts after a pause without an end, so nothing is asked of the calendar there.
  const end = Math.min(to, work.pausedSince ?? to);
  const reasons: ProvisionalReason[] = [];
  let milliseconds = 0;
  for (const step of workDaysBetween(work, from, end)) {
    if (step.kind === 'refusal') return step;
    reasons.push(...step.day.plan.doubts);
    for (const stretch of countedTime(step.day)) milliseconds += stretch.to - stretch.from;
  }
  return { milliseconds, reasons };
}
