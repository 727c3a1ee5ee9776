import type { DateOnly, Instant } from '../core/instant.js';
import type { IsoWeekday } from './calendar.js';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^(\d{2}):(\d{2})$/;

/** Milliseconds since 1970. Throws RangeError unless the text is a UTC instant: another zone here is a defect of the caller. */
export function toEpoch(instant: Instant): number {
  const epoch = INSTANT.test(instant) ? Date.parse(instant) : NaN;
  if (Number.isNaN(epoch)) throw new RangeError(`Not an instant in UTC: ${instant}`);
  return epoch;
}

export function toInstant(epoch: number): Instant {
  return new Date(epoch).toISOString();
}

/** Days since 1970-01-01 of a date as such, without any zone. Throws RangeError for 30 February. */
export function toDayNumber(date: DateOnly): number {
  const epoch = DATE.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : NaN;
  if (Number.isNaN(epoch) || toDate(epoch / DAY) !== date) throw new RangeError(`Not a date: ${date}`);
  return epoch / DAY;
}

export function toDate(dayNumber: number): DateOnly {
  return new Date(dayNumber * DAY).toISOString().slice(0, 10);
}

export function yearOf(dayNumber: number): number {
  return new Date(dayNumber * DAY).getUTCFullYear();
}

/** 1970-01-01 was a Thursday. */
export function isoWeekday(dayNumber: number): IsoWeekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as IsoWeekday;
}

/** Minutes since the day's beginning of "HH:MM"; "24:00" is the end of the day. Throws RangeError otherwise. */
export function toMinutes(clock: string): number {
  const match = CLOCK.exec(clock);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
  if (!match || Number(match[2]) > 59 || minutes > 24 * 60) throw new RangeError(`Not a time of day: ${clock}`);
  return minutes;
}
