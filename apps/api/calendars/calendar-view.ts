import { dayName, type Calendar, type CalendarChange, type DayRule, type Interval } from '#domain';
import type { CalendarDayDto, CalendarViewDto } from '../people/people.dto.js';
import type { Names } from '../reading/names.js';
import type { CalendarChangeDto } from './calendar.dto.js';

const hoursOf = (intervals: readonly Interval[]): string[] => intervals.map(({ from, to }) => `${from}-${to}`);

/** A calendar as screens show it: every day that differs from the plain week, with its source, its trust and who reviewed it. */
export const calendarView = ({ id, version, zone, week, reviewedYears, days }: Calendar, names: Names): CalendarViewDto => ({
  id, version, zone, week: Object.entries(week).map(([weekday, intervals]) => ({ weekday: Number(weekday), hours: hoursOf(intervals) })),
  years: reviewedYears.map(({ year, status, source, note }) => ({ year, status, source, note: note ?? null })),
  days: Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, rule]) => dayView(date, rule, names)),
});

export const dayView = (date: string, rule: DayRule, names: Names): CalendarDayDto => ({
  date, kind: rule.kind, name: dayName(rule, names.language), reason: rule.reason, code: rule.code ?? null, source: rule.source, status: rule.status, paysFor: rule.kind === 'swapped' ? rule.paysFor : null,
  until: rule.kind === 'half' ? rule.until : null, minutes: rule.kind === 'shortened' ? rule.minutes : null, hours: rule.kind === 'custom' ? hoursOf(rule.intervals) : [],
  reviewedBy: names.maybe(rule.reviewedBy), reviewedOn: rule.reviewedOn ?? null,
});

const nothing = { weekday: null, year: null, date: null, before: null, after: null, dayBefore: null, dayAfter: null };

export function changeView(change: CalendarChange, names: Names): CalendarChangeDto {
  switch (change.what) {
    case 'zone': return { ...nothing, what: 'zone', before: change.before, after: change.after };
    case 'weekday': return { ...nothing, what: 'weekday', weekday: change.weekday, before: hoursOf(change.before).join(', '), after: hoursOf(change.after).join(', ') };
    case 'year': return { ...nothing, what: 'year', year: change.year, before: change.before?.status ?? null, after: change.after?.status ?? null };
    case 'day': return { ...nothing, what: 'day', date: change.date, dayBefore: change.before && dayView(change.date, change.before, names), dayAfter: change.after && dayView(change.date, change.after, names) };
  }
}
