import ICAL from 'ical.js';
import type { DayRule, Interval } from '#domain';

const source = 'Imported file';
const day = 86_400_000;
/** Ten years of weekly holidays and more: a file beyond it is not a list of holidays. */
const mostDays = 2_000;
const longestReason = 200;
const longestDays = 366;
/** Repetitions laid out of one file: a holiday of every week for thirty years, and more; a rule that is followed further costs seconds. */
const mostSteps = 2_000;

/**
 * The all-day events of an .ics file as days off, to be reviewed: provisional, unless the file is one of ours, which says what each day is. What repeats
 * (a holiday of every year) is laid out in `years` only: a rule without an end has no last one. Events with a time of day are left out: none is a day off.
 * Null where the text is no calendar file.
 */
export function daysOfCalendarFile(text: string, years: readonly number[]): Readonly<Record<string, DayRule>> | null {
  const events = eventsOf(text);
  if (events === null) return null;
  const days: Record<string, DayRule> = {};
  const left: Left = { steps: mostSteps };
  for (const event of events) {
    for (const date of daysOf(event, years, left)) {
      if (Object.keys(days).length >= mostDays) return days;
      days[date] = ruleOf(event);
    }
  }
  return days;
}

/** What one file may still cost. */
interface Left { steps: number }

function eventsOf(text: string): ICAL.Component[] | null {
  try {
    return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  } catch {
    return null;
  }
}

/** The end of an all-day event is the day after its last one; without an end it is one day. */
function daysOf(event: ICAL.Component, years: readonly number[], left: Left): string[] {
  const [start, end] = ['dtstart', 'dtend'].map((name) => { const value: unknown = event.getFirstPropertyValue(name); return value instanceof ICAL.Time && value.isDate ? value : null; });
  if (start == null || Number.isNaN(dayOf(start))) return [];
  const length = end == null ? 1 : Math.min(longestDays, Math.max(1, Math.round((dayOf(end) - dayOf(start)) / day)));
  const dates = startsOf(event, start, years, left).flatMap((from) => Array.from({ length }, (_, at) => new Date(from + at * day).toISOString().slice(0, 10)));
  return isRepeated(event) ? dates.filter((date) => years.includes(Number(date.slice(0, 4)))) : dates;
}

const dayOf = (time: ICAL.Time): number => Date.parse(`${time.toString().slice(0, 10)}T00:00:00Z`);
const isRepeated = (event: ICAL.Component): boolean => event.hasProperty('rrule') || event.hasProperty('rdate');

/** Each time it begins: once, or as its rule repeats it, without what the rule leaves out (EXDATE), up to the last of the years. */
function startsOf(event: ICAL.Component, start: ICAL.Time, years: readonly number[], left: Left): number[] {
  if (!isRepeated(event)) return [dayOf(start)];
  const [last, starts] = [Math.max(...years), [] as number[]];
  try {
    const repetition = new ICAL.RecurExpansion({ component: event, dtstart: start });
    for (let found = repetition.next(); found && found.year <= last && left.steps > 0; found = repetition.next(), left.steps -= 1) starts.push(dayOf(found));
  } catch {
    // A rule that can't be read repeats nothing: its first day is in the file in so many words.
    return [dayOf(start)];
  }
  return starts;
}

function ruleOf(event: ICAL.Component): DayRule {
  const text = (name: string): string => { const value: unknown = event.getFirstPropertyValue(name); return typeof value === 'string' ? value : ''; };
  const status = (['official', 'law', 'estimated', 'provisional'] as const).find((known) => known === text('x-consilium-status'));
  const about = { reason: text('summary').slice(0, longestReason), source: status === undefined ? source : text('description').slice(0, longestReason), status: status ?? 'provisional' } as const;
  const detail = text('x-consilium-detail');
  switch (text('x-consilium-kind')) {
    case 'swapped': return { ...about, kind: 'swapped', paysFor: detail };
    case 'half': return { ...about, kind: 'half', until: detail };
    case 'shortened': return { ...about, kind: 'shortened', minutes: Number(detail) };
    case 'custom': return { ...about, kind: 'custom', intervals: detail.split('/').map((span): Interval => ({ from: span.slice(0, 5), to: span.slice(6) })) };
    case 'plain': return { ...about, kind: 'plain' };
    default: return { ...about, kind: 'off' };
  }
}
