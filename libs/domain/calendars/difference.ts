import type { DateOnly } from '../core/instant.js';
import type { Calendar, DayRule, Interval, IsoWeekday, ReviewedYear } from '../time/calendar.js';
import { sameRule } from './reviewed.js';

/** One line of what a new version changes; `before` or `after` is null where the line is new or gone. */
export type CalendarChange =
  | { readonly what: 'zone'; readonly before: string; readonly after: string }
  | { readonly what: 'weekday'; readonly weekday: IsoWeekday; readonly before: readonly Interval[]; readonly after: readonly Interval[] }
  | { readonly what: 'year'; readonly year: number; readonly before: ReviewedYear | null; readonly after: ReviewedYear | null }
  | { readonly what: 'day'; readonly date: DateOnly; readonly before: DayRule | null; readonly after: DayRule | null };

const weekdays: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Everything in which two versions of a calendar differ, in the order people read it: zone, week, years, days. Empty: nothing would change. */
export const differenceOf = (before: Calendar, after: Calendar): readonly CalendarChange[] => [
  ...(before.zone === after.zone ? [] : [{ what: 'zone', before: before.zone, after: after.zone } as const]),
  ...weekdays.filter((weekday) => JSON.stringify(hours(before.week[weekday])) !== JSON.stringify(hours(after.week[weekday]))).map((weekday) => ({ what: 'weekday', weekday, before: before.week[weekday], after: after.week[weekday] }) as const),
  ...merged(byYear(before), byYear(after)).map(([year, old, fresh]) => ({ what: 'year', year: Number(year), before: old, after: fresh }) as const),
  ...merged(before.days, after.days).map(([date, old, fresh]) => ({ what: 'day', date, before: old, after: fresh }) as const),
];

const hours = (intervals: readonly Interval[]): unknown => intervals.map(({ from, to }) => `${from}-${to}`);
const byYear = ({ reviewedYears }: Calendar): Readonly<Record<string, ReviewedYear>> => Object.fromEntries(reviewedYears.map((year) => [String(year.year), year]));

function merged<Rule extends DayRule | ReviewedYear>(before: Readonly<Record<string, Rule>>, after: Readonly<Record<string, Rule>>): [string, Rule | null, Rule | null][] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    .map((key): [string, Rule | null, Rule | null] => [key, before[key] ?? null, after[key] ?? null])
    .filter(([, old, fresh]) => old === null || fresh === null || !sameRule(old, fresh));
}
