import type { Calendar, DayRule, Interval, IsoWeekday } from './calendar.js';
import { toDayNumber, toMinutes, yearOf } from './civil-time.js';
import { offsetPeriodAt } from './zone-offsets.js';

/** What is wrong with a calendar that somebody typed or imported, and where. */
export interface CalendarFault {
  readonly code:
    | 'TIME.ZONE_UNKNOWN'
    | 'TIME.WEEKDAY_MISSING'
    | 'TIME.DATE_INVALID'
    | 'TIME.INTERVAL_INVALID'
    | 'TIME.INTERVALS_OVERLAP'
    | 'TIME.DAY_OUTSIDE_REVIEWED_YEARS'
    | 'TIME.MINUTES_INVALID';
  /** Such as "week.1" or "days.2026-02-14". */
  readonly at: string;
}

const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/** All faults of a calendar; the other functions of this folder take a calendar without any and throw RangeError for others. */
export function calendarFaults(calendar: Calendar): CalendarFault[] {
  const faults: CalendarFault[] = [];
  if (!holds(() => offsetPeriodAt(calendar.zone, 0))) faults.push({ code: 'TIME.ZONE_UNKNOWN', at: 'zone' });
  for (const weekday of WEEKDAYS) {
    const intervals: readonly Interval[] | undefined = calendar.week[weekday];
    const at = `week.${weekday}`;
    if (!intervals) faults.push({ code: 'TIME.WEEKDAY_MISSING', at });
    else faults.push(...intervalFaults(intervals, at));
  }
  const years = new Set(calendar.reviewedYears.map(({ year }) => year));
  for (const [date, rule] of Object.entries(calendar.days)) {
    const at = `days.${date}`;
    if (!holds(() => toDayNumber(date))) faults.push({ code: 'TIME.DATE_INVALID', at });
    else if (!years.has(yearOf(toDayNumber(date)))) faults.push({ code: 'TIME.DAY_OUTSIDE_REVIEWED_YEARS', at });
    faults.push(...ruleFaults(rule, at));
  }
  return faults;
}

function ruleFaults(rule: DayRule, at: string): CalendarFault[] {
  switch (rule.kind) {
    case 'off':
    case 'plain':
      return [];
    case 'swapped':
      return holds(() => toDayNumber(rule.paysFor)) ? [] : [{ code: 'TIME.DATE_INVALID', at }];
    case 'half':
      return holds(() => toMinutes(rule.until)) ? [] : [{ code: 'TIME.INTERVAL_INVALID', at }];
    case 'shortened':
      return rule.minutes > 0 && rule.minutes <= 24 * 60 ? [] : [{ code: 'TIME.MINUTES_INVALID', at }];
    case 'custom':
      return intervalFaults(rule.intervals, at);
  }
}

function intervalFaults(intervals: readonly Interval[], at: string): CalendarFault[] {
  if (!intervals.every(({ from, to }) => holds(() => toMinutes(from)) && holds(() => toMinutes(to)))) {
    return [{ code: 'TIME.INTERVAL_INVALID', at }];
  }
  const sorted = intervals.map(({ from, to }) => [toMinutes(from), toMinutes(to)] as const).sort((a, b) => a[0] - b[0]);
  if (sorted.some(([from, to]) => to <= from)) return [{ code: 'TIME.INTERVAL_INVALID', at }];
  const overlap = sorted.some(([from], index) => from < (sorted[index - 1]?.[1] ?? 0));
  return overlap ? [{ code: 'TIME.INTERVALS_OVERLAP', at }] : [];
}

function holds(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
