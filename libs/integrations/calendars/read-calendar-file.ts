import ICAL from 'ical.js';
import type { DayRule, Interval } from '#domain';

const source = 'Imported file';
const day = 86_400_000;
/** Ten years of weekly holidays and more: a file beyond it is not a list of holidays. */
const mostDays = 2_000;
const longestReason = 200;

/**
 * The all-day events of an .ics file as days off, to be reviewed: provisional, unless the file is one of ours, which says what each day
 * is. Events with a time of day and repetitions are left out: neither is a day off. Null where the text is no calendar file.
 */
export function daysOfCalendarFile(text: string): Readonly<Record<string, DayRule>> | null {
  const events = eventsOf(text);
  if (events === null) return null;
  const days: Record<string, DayRule> = {};
  for (const event of events) {
    if (event.getFirstProperty('rrule') !== null) continue;
    for (const date of datesOf(event)) {
      if (Object.keys(days).length >= mostDays) return days;
      days[date] = ruleOf(event);
    }
  }
  return days;
}

function eventsOf(text: string): ICAL.Component[] | null {
  try {
    return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
  } catch {
    return null;
  }
}

/** The end of an all-day event is the day after its last one; without an end it is one day. */
function datesOf(event: ICAL.Component): string[] {
  const [start, end] = ['dtstart', 'dtend'].map((name) => { const value: unknown = event.getFirstPropertyValue(name); return value instanceof ICAL.Time && value.isDate ? value.toString() : null; });
  if (start == null) return [];
  const last = end == null || end <= start ? Date.parse(start) + day : Date.parse(end);
  const dates: string[] = [];
  for (let at = Date.parse(start); at < last && dates.length < 366; at += day) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
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
