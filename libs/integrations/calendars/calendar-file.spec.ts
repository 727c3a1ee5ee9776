import { SHIPPED_CALENDARS } from '#domain';
import { calendarFile } from './calendar-file.js';
import { daysOfCalendarFile } from './read-calendar-file.js';

describe('a calendar as an .ics file', () => {
  it.each(SHIPPED_CALENDARS.map((calendar) => [calendar.id, calendar] as const))('%s comes back day by day, with kind, source and trust', (_id, calendar) => {
    const days = daysOfCalendarFile(calendarFile(calendar, 'A hospital'), []);
    const plain = Object.fromEntries(Object.entries(calendar.days).map(([date, { code: _code, ...rule }]) => [date, rule]));
    expect(days).toEqual(plain);
  });
});

const file = (...lines: string[]): string => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//somebody//else//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]): string[] => ['BEGIN:VEVENT', `UID:${lines.join('')}`, 'DTSTAMP:20260101T000000Z', ...lines, 'END:VEVENT'];

const read = (...lines: string[]) => daysOfCalendarFile(file(...lines), [2026, 2027]) ?? {};

describe('a file from elsewhere', () => {
  it('brings its all-day events as provisional days off; the end is the day after the last', () => {
    const days = daysOfCalendarFile(file(...event('DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270103', 'SUMMARY:Year\\, end'), ...event('DTSTART;VALUE=DATE:20270501', 'SUMMARY:May Day')), []);
    expect(Object.keys(days ?? {})).toEqual(['2026-12-31', '2027-01-01', '2027-01-02', '2027-05-01']);
    expect(days?.['2026-12-31']).toEqual({ kind: 'off', reason: 'Year, end', source: 'Imported file', status: 'provisional' });
  });

  it('brings no meetings', () => {
    expect(read(...event('DTSTART:20270501T090000Z', 'DTEND:20270501T100000Z', 'SUMMARY:Meeting'), ...event('DTSTART:20270501T090000Z', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Every week'))).toEqual({});
  });

  it('lays out what repeats in the years that are asked for: a holiday of every year, of several days, without what it leaves out', () => {
    expect(Object.keys(read(...event('DTSTART;VALUE=DATE:20100501', 'DTEND;VALUE=DATE:20100503', 'RRULE:FREQ=YEARLY', 'SUMMARY:May')))).toEqual(['2026-05-01', '2026-05-02', '2027-05-01', '2027-05-02']);
    const everyFriday = read(...event('DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;VALUE=DATE:20270115', 'SUMMARY:Friday'));
    expect(Object.keys(everyFriday)).toEqual(['2027-01-01', '2027-01-08', '2027-01-22']);
    expect(everyFriday['2027-01-08']).toEqual({ kind: 'off', reason: 'Friday', source: 'Imported file', status: 'provisional' });
    // The last Monday of May, as American calendars have it.
    expect(Object.keys(read(...event('DTSTART;VALUE=DATE:20200525', 'RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', 'SUMMARY:Monday')))).toEqual(['2026-05-25', '2027-05-31']);
  });

  it('over the turn of a year gives the days that are in the years', () => {
    expect(Object.keys(read(...event('DTSTART;VALUE=DATE:20151231', 'DTEND;VALUE=DATE:20160102', 'RRULE:FREQ=YEARLY', 'SUMMARY:Turn')))).toEqual(['2026-01-01', '2026-12-31', '2027-01-01', '2027-12-31']);
  });

  it('that repeats for ever costs no more than its years', () => {
    expect(Object.keys(read(...event('DTSTART;VALUE=DATE:20000101', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Weekly')))).toHaveLength(104);
    // every day since the year one: followed for a while, then left alone
    expect(read(...event('DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=DAILY', 'SUMMARY:Daily'))).toEqual({});
  });

  it.each([['nothing', ''], ['a letter', 'Dear colleague,'], ['half a file', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT']])('that is %s is none', (_what, text) => {
    expect(daysOfCalendarFile(text, [2026, 2027]) ?? {}).toEqual({});
  });
});
