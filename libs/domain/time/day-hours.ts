import type { Calendar, DayRule, Interval, IsoWeekday } from './calendar.js';
import { isoWeekday, MINUTE, toDate, toDayNumber, toMinutes, yearOf } from './civil-time.js';
import type { ProvisionalReason } from './time-result.js';

/** Working hours in milliseconds since the local day's beginning, [from, to), in order, without overlap. */
export type Hours = readonly (readonly [from: number, to: number])[];

export interface DayPlan {
  readonly hours: Hours;
  /** What the plain week would have worked. */
  readonly plain: Hours;
  readonly rule: DayRule | null;
  readonly reviewed: boolean;
  /** Why a date that depends on this day is provisional. */
  readonly doubts: readonly ProvisionalReason[];
}

interface Prepared {
  readonly week: ReadonlyMap<IsoWeekday, Hours>;
  readonly plans: Map<number, DayPlan>;
}

/** Calendars are immutable, so what was worked out for one object stays true for it. */
const prepared = new WeakMap<Calendar, Prepared>();
const NO_DOUBTS: readonly ProvisionalReason[] = [];
const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Hours of a local day (days since 1970-01-01) by the calendar alone, without leave and pauses. */
export function dayPlan(calendar: Calendar, dayNumber: number): DayPlan {
  const ready = prepare(calendar);
  let plan = ready.plans.get(dayNumber);
  if (!plan) {
    plan = planDay(calendar, ready, dayNumber);
    ready.plans.set(dayNumber, plan);
  }
  return plan;
}

/** True where the plain week has no working time at all. */
export function weekIsEmpty(calendar: Calendar): boolean {
  return [...prepare(calendar).week.values()].every((hours) => hours.length === 0);
}

/**
 * Working milliseconds of a usual day: the length that most working days of the plain week have, the longer one where two are as
 * frequent; 24 h where the week has no working time. Only for saying a long time in days; deadlines are never counted with it.
 */
export function usualDayMs(calendar: Calendar): number {
  const lengths = [...prepare(calendar).week.values()].map((hours) => hours.reduce((sum, [from, to]) => sum + to - from, 0)).filter((length) => length > 0);
  const often = (length: number): number => lengths.filter((each) => each === length).length;
  return lengths.sort((a, b) => often(b) - often(a) || b - a)[0] ?? 24 * 60 * MINUTE;
}

function prepare(calendar: Calendar): Prepared {
  let ready = prepared.get(calendar);
  if (ready) return ready;
  const week = new Map(WEEKDAYS.map((weekday) => [weekday, toHours(calendar.week[weekday])] as const));
  ready = { week, plans: new Map() };
  prepared.set(calendar, ready);
  return ready;
}

/** Sorts, joins what touches or overlaps, and leaves out what is empty, so that no minute is counted twice. */
function toHours(intervals: readonly Interval[]): Hours {
  const sorted = intervals
    .map(({ from, to }) => [toMinutes(from) * MINUTE, toMinutes(to) * MINUTE] as const)
    .filter(([from, to]) => to > from)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

function planDay(calendar: Calendar, ready: Prepared, dayNumber: number): DayPlan {
  const plain = weekHours(ready, dayNumber);
  const year = yearOf(dayNumber);
  const review = calendar.reviewedYears.find((each) => each.year === year);
  if (!review) {
    const doubts: ProvisionalReason[] = [{ kind: 'year-not-reviewed', calendar: calendar.id, year }];
    return { hours: plain, plain, rule: null, reviewed: false, doubts };
  }
  const date = toDate(dayNumber);
  const rule = calendar.days[date] ?? null;
  const hours = rule ? ruleHours(ready, rule, plain) : plain;
  const doubts: ProvisionalReason[] = [];
  if (review.status === 'provisional') {
    doubts.push({ kind: 'year', calendar: calendar.id, year, source: review.source, ...(review.note ? { note: review.note } : {}) });
  }
  // A day off on which nobody works anyway moves no date, however uncertain it is.
  if (rule && (rule.status === 'estimated' || rule.status === 'provisional') && (plain.length > 0 || hours.length > 0)) {
    const { status, reason, code, source } = rule;
    doubts.push({ kind: 'day', calendar: calendar.id, date, status, reason, source, ...(code ? { code } : {}) });
  }
  return { hours, plain, rule, reviewed: true, doubts: doubts.length > 0 ? doubts : NO_DOUBTS };
}

function weekHours(ready: Prepared, dayNumber: number): Hours {
  return ready.week.get(isoWeekday(dayNumber)) ?? [];
}

function ruleHours(ready: Prepared, rule: DayRule, plain: Hours): Hours {
  switch (rule.kind) {
    case 'off':
      return [];
    case 'plain':
      return plain;
    case 'swapped':
      return weekHours(ready, toDayNumber(rule.paysFor));
    case 'half':
      return until(plain, toMinutes(rule.until) * MINUTE);
    case 'shortened':
      return shorten(plain, rule.minutes * MINUTE);
    case 'custom':
      return toHours(rule.intervals);
  }
}

function until(hours: Hours, end: number): Hours {
  return hours.filter(([from]) => from < end).map(([from, to]) => [from, Math.min(to, end)] as const);
}

/** Takes the time from the end of the day, from earlier intervals too where the last is too short. */
function shorten(hours: Hours, missing: number): Hours {
  const kept: (readonly [number, number])[] = [];
  let left = missing;
  for (const [from, to] of [...hours].reverse()) {
    const taken = Math.min(left, to - from);
    left -= taken;
    if (to - taken > from) kept.unshift([from, to - taken]);
  }
  return kept;
}
