import type { DateOnly } from '../core/instant.js';
import type { DayHours, DayRule, Trust } from '../time/calendar.js';
import { HOLIDAYS, type HolidayCode } from './holidays.js';

export type DayRows = Readonly<Record<DateOnly, DayRule>>;

/** Rows of one year and one source: `rows('2026', 'law', 'Labour Code', [...])`. */
export function rows(year: string, status: Trust, source: string, days: readonly (readonly [string, DayRow])[]): DayRows {
  const entries = days.flatMap(([dates, { code, reason, hours }]) =>
    dates.split(' ').map((date): [DateOnly, DayRule] => {
      return [`${year}-${date}`, { ...hours, reason: reason ?? HOLIDAYS[code].en, code, source, status }];
    }),
  );
  return Object.fromEntries(entries);
}

export interface DayRow {
  readonly code: HolidayCode;
  readonly reason?: string;
  readonly hours: DayHours;
}

export function off(code: HolidayCode): DayRow {
  return { code, hours: { kind: 'off' } };
}

/** A weekend day worked with the hours of the weekday it pays for. */
export function worked(paysFor: DateOnly): DayRow {
  return { code: 'worked-in-lieu', reason: `Worked instead of ${paysFor}`, hours: { kind: 'swapped', paysFor } };
}

export function untilNoon(code: HolidayCode): DayRow {
  return { code, hours: { kind: 'half', until: '12:00' } };
}

export function oneHourShorter(code: HolidayCode): DayRow {
  return { code, hours: { kind: 'shortened', minutes: 60 } };
}

/** An ordinary day of which that is not certain. */
export function uncertain(code: HolidayCode, reason: string): DayRow {
  return { code, reason, hours: { kind: 'plain' } };
}
