import { SHIPPED_CALENDARS } from '#domain';
import { calendarFile } from './calendar-file.js';
import { daysOfCalendarFile } from './read-calendar-file.js';

describe('a calendar as an .ics file', () => {
  it.each(SHIPPED_CALENDARS.map((calendar) => [calendar.id, calendar] as const))('%s comes back day by day, with kind, source and trust', (_id, calendar) => {
    const days = daysOfCalendarFile(calendarFile(calendar, 'A hospital'));
    const plain = Object.fromEntries(Object.entries(calendar.days).map(([date, { code: _code, ...rule }]) => [date, rule]));
    expect(days).toEqual(plain);
  });
});

const file = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//somebody//else//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', `UID:${lines.join('')}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];

describe('a file from elsewhere', () => {
  it('brings its all-day events as provisional days off; the end is the day after the last', () => {
    const days = daysOfCalendarFile(file(...event('DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270103', 'SUMMARY:Year\\, end'), ...event('DTSTART;VALUE=DATE:20270501', 'SUMMARY:May Day')));
    expect(Object.keys(days ?? {})).toEqual(['2026-12-31', '2027-01-01', '2027-01-02', '2027-05-01']);
    expect(days?.['2026-12-31']).toEqual({ kind: 'off', reason: 'Year, end', source: 'Imported file', status: 'provisional' });
  });

  it('brings no meetings and no repetitions', () => {
    expect(daysOfCalendarFile(file(...event('DTSTART:20270501T090000Z', 'DTEND:20270501T100000Z', 'SUMMARY:Meeting'), ...event('DTSTART;VALUE=DATE:20270102', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Every Saturday')))).toEqual({});
  });

  it.each([['nothing', ''], ['a letter', 'Dear colleague,'], ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT']])('that is %s is none', (_what, text) => {
    expect(daysOfCalendarFile(text) ?? {}).toEqual({});
  });
});
