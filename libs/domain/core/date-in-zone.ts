import { DateTime } from 'luxon';
import type { DateOnly, Instant, Zone } from './instant.js';

/** Whether text is a real calendar date, `YYYY-MM-DD`: 30 February is not. */
export const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;

/** The last millisecond of a date where the zone's clocks show it: a consent "until 31 December" holds until then. */
export const endOfDate = (date: DateOnly, zone: Zone): Instant => {
  const end = DateTime.fromISO(date, { zone }).endOf('day');
  if (!end.isValid) throw new RangeError(`Not a date in ${zone}: ${date}`);
  return end.toUTC().toISO();
};

/** The first millisecond of a date where the zone's clocks show it. */
export const startOfDate = (date: DateOnly, zone: Zone): Instant => {
  const start = DateTime.fromISO(date, { zone }).startOf('day');
  if (!start.isValid) throw new RangeError(`Not a date in ${zone}: ${date}`);
  return start.toUTC().toISO();
};

/** The date that the zone's clocks show at an instant. */
export const dateAt = (at: Instant, zone: Zone): DateOnly => {
  const local = DateTime.fromISO(at, { zone });
  if (!local.isValid) throw new RangeError(`Not an instant: ${at}`);
  return local.toISODate();
};
