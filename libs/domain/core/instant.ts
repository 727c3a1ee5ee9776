/** A UTC instant in ISO 8601 with milliseconds: `2026-11-25T02:48:00.000Z`. Compares correctly as a string. */
export type Instant = string;
/** A calendar date without time or zone: `2026-12-31`. Never turned into an instant without naming a zone. */
export type DateOnly = string;
/** A date as people know it: a year, a year and month, or a whole date. Kept as told. */
export type PartialDate = string;
/** IANA zone name, e.g. `Asia/Almaty`. */
export type Zone = string;

export const isBefore = (a: Instant, b: Instant): boolean => a < b;
export const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.reduce<Instant | null>((first, next) => (first === null || next < first ? next : first), null);
/** The later of two instants: event time never runs backwards in a stream. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
export const plusMilliseconds = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();
