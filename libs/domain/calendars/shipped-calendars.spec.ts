import { isWorkingDay } from '../time/working-instants.js';
import { workingTimeBetween } from '../time/working-time-between.js';
import type { Calendar } from '../time/calendar.js';
import { calendarFaults } from '../time/calendar-faults.js';
import { ALMATY, ALMATY_SIX_DAY, ASTANA, BERLIN, BISHKEK, BISHKEK_STATE_FUNDED, MOSCOW, SEOUL, SHANGHAI, SHIPPED_CALENDARS, TEL_AVIV, TEL_AVIV_CHOL_HAMOED } from './shipped-calendars.js';

function datesOf(year: number): string[] {
  const dates: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

function worked(calendar: Calendar, year: number): string[] {
  return datesOf(year).filter((date) => {
    const day = isWorkingDay(date, calendar);
    return day.ok && day.working;
  });
}

/** Reads the calendar as if it stood in UTC, so that a date is the same day everywhere. */
function hoursOn(calendar: Calendar, date: string): number {
  const inUtc = { calendar: { ...calendar, zone: 'UTC' } };
  const result = workingTimeBetween(`${date}T00:00:00.000Z`, `${date}T23:59:59.999Z`, inUtc);
  return result.ok ? result.milliseconds / 3_600_000 : NaN;
}

describe('shipped calendars', () => {
  test.each(SHIPPED_CALENDARS.map((calendar) => [calendar.id, calendar] as const))('%s has no faults and is plain JSON', (_id, calendar) => {
    expect(calendarFaults(calendar)).toEqual([]);
    expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
    expect(calendar.reviewedYears.map(({ year }) => year)).toEqual([2024, 2026, 2027]);
  });

  test('every id is there once', () => {
    expect(new Set(SHIPPED_CALENDARS.map(({ id }) => id)).size).toBe(SHIPPED_CALENDARS.length);
  });

  test.each([
    [SHANGHAI, 2026, 248],
    [ASTANA, 2026, 247],
    [ALMATY, 2026, 247],
  ] as const)('published number of working days', (calendar, year, days) => {
    expect(worked(calendar, year)).toHaveLength(days);
  });

  test('Shanghai 2026: 33 days off and 6 worked weekend days', () => {
    const rules = Object.entries(SHANGHAI.days).filter(([date]) => date.startsWith('2026'));
    expect(rules.filter(([, rule]) => rule.kind === 'off')).toHaveLength(33);
    expect(rules.filter(([, rule]) => rule.kind === 'swapped')).toHaveLength(6);
  });

  test.each([
    [SHANGHAI, '2026-02-14', 8],
    [SHANGHAI, '2026-02-21', 0],
    [ALMATY, '2026-08-31', 8],
    [ALMATY, '2026-03-25', 0],
    [ALMATY, '2026-05-11', 0],
    [ALMATY_SIX_DAY, '2026-03-25', 7],
    [ALMATY_SIX_DAY, '2026-05-11', 7],
    [ALMATY_SIX_DAY, '2026-03-21', 0],
    [ALMATY_SIX_DAY, '2026-05-16', 5],
    [ALMATY, '2027-03-15', 0],
    [ALMATY, '2026-03-16', 8],
    [ALMATY, '2027-05-17', 8],
    [BISHKEK, '2026-01-08', 8],
    [BISHKEK_STATE_FUNDED, '2026-01-08', 0],
    [BISHKEK, '2026-03-09', 8],
    [BISHKEK, '2026-03-19', 7],
    [BISHKEK, '2026-04-25', 0],
    [TEL_AVIV, '2026-04-01', 4],
    [TEL_AVIV, '2026-04-05', 8],
    [TEL_AVIV, '2026-09-20', 4],
    [TEL_AVIV, '2026-09-21', 0],
    [TEL_AVIV, '2027-10-10', 4],
    [TEL_AVIV_CHOL_HAMOED, '2026-04-05', 4],
    [TEL_AVIV_CHOL_HAMOED, '2026-04-07', 4],
    [TEL_AVIV_CHOL_HAMOED, '2026-04-08', 0],
    [TEL_AVIV_CHOL_HAMOED, '2026-04-09', 8],
    [MOSCOW, '2026-01-09', 0],
    [MOSCOW, '2026-11-03', 7],
    [MOSCOW, '2026-05-11', 0],
    [MOSCOW, '2027-02-20', 8],
    [BERLIN, '2026-04-03', 0],
    [BERLIN, '2026-10-05', 8],
    [SEOUL, '2026-03-02', 0],
    [SEOUL, '2026-09-25', 0],
    [SEOUL, '2026-10-05', 0],
  ] as const)('$id: %s %s', (calendar, date, hours) => {
    expect(hoursOn(calendar, date)).toBe(hours);
  });

  test('uncertain days say so', () => {
    expect(isWorkingDay('2027-03-09', BISHKEK)).toMatchObject({ working: false, provisional: true, reasons: [{ status: 'estimated' }] });
    expect(isWorkingDay('2027-05-17', ALMATY)).toMatchObject({ working: true, provisional: true, reasons: [{ status: 'estimated' }] });
    expect(isWorkingDay('2026-10-27', TEL_AVIV)).toMatchObject({ working: true, provisional: true });
    expect(isWorkingDay('2027-02-09', SHANGHAI)).toMatchObject({ provisional: true, reasons: [{ kind: 'year' }, { kind: 'day' }] });
    expect(isWorkingDay('2026-01-09', MOSCOW)).toMatchObject({ working: false, provisional: true });
    expect(isWorkingDay('2026-05-27', ALMATY)).toMatchObject({ working: false, provisional: false });
  });
});
