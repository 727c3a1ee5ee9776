import ical from 'ical-generator';
import type { Calendar, DayRule } from '#domain';

/**
 * A working calendar's days as an .ics file (RFC 5545), an all-day event each, so that any other calendar shows them. Hours, week and trust
 * have no field there: they come as properties of our own, and whole only in the JSON file.
 */
export function calendarFile({ id, version, days }: Calendar, name: string): string {
  const calendar = ical({ name, prodId: { company: 'Consilium', product: 'Working calendar' }, x: { 'X-CONSILIUM-CALENDAR': `${id}/${version}` } });
  for (const [date, rule] of Object.entries(days).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const event = calendar.createEvent({
      id: `${date}.${id}@consilium`, stamp: new Date(`${date}T00:00:00Z`), start: new Date(`${date}T00:00:00Z`), end: new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000), allDay: true, timezone: 'UTC',
      summary: oneLine(rule.reason), description: oneLine(rule.source),
    });
    event.x('X-CONSILIUM-KIND', rule.kind);
    event.x('X-CONSILIUM-STATUS', rule.status);
    const detail = detailOf(rule);
    if (detail !== null) event.x('X-CONSILIUM-DETAIL', detail);
  }
  return calendar.toString();
}

/** What a kind of day needs beside its name, as text. */
function detailOf(rule: DayRule): string | null {
  switch (rule.kind) {
    case 'swapped': return rule.paysFor;
    case 'half': return rule.until;
    case 'shortened': return String(rule.minutes);
    case 'custom': return rule.intervals.map(({ from, to }) => `${from}-${to}`).join('/');
    case 'off': case 'plain': return null;
  }
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
