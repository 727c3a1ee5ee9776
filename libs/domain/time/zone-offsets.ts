import { IANAZone } from 'luxon';
import { DAY, MINUTE } from './civil-time.js';

/** From one instant (included) to another (excluded) a zone keeps one offset. All in milliseconds. */
export interface OffsetPeriod {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** What the time-zone database says of a zone's year. Asking Intl costs microseconds an instant, and every deadline asks for dozens. */
const periodsByZone = new Map<string, Map<number, readonly OffsetPeriod[]>>();

/**
 * The stretch of constant offset around an instant (epoch milliseconds), cut at the UTC year's ends. Throws RangeError for a zone that
 * the time-zone database doesn't know.
 */
export function offsetPeriodAt(zone: string, instant: number): OffsetPeriod {
  const year = new Date(instant).getUTCFullYear();
  const years = periodsByZone.get(zone) ?? new Map<number, readonly OffsetPeriod[]>();
  let periods = years.get(year);
  if (!periods) {
    periods = periodsOfYear(zone, year);
    periodsByZone.set(zone, years.set(year, periods));
  }
  for (const period of periods) if (instant < period.until) return period;
  throw new Error(`No offset of ${zone} at ${instant}`);
}

function periodsOfYear(name: string, year: number): OffsetPeriod[] {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`Unknown time zone: ${name}`);
  const offsetAt = (instant: number): number => Math.round(zone.offset(instant) * MINUTE);
  const end = Date.UTC(year + 1, 0, 1);
  const periods: OffsetPeriod[] = [];
  let from = Date.UTC(year, 0, 1);
  // No zone ever changed twice within a day, so one look a day finds every change.
  for (let day = from; day < end; day += DAY) {
    const next = Math.min(day + DAY, end - 1);
    if (offsetAt(day) === offsetAt(next)) continue;
    const change = firstInstantWithOffsetOf(offsetAt, day, next);
    periods.push({ from, until: change, offset: offsetAt(day) });
    from = change;
  }
  return [...periods, { from, until: end, offset: offsetAt(end - 1) }];
}

function firstInstantWithOffsetOf(offsetAt: (instant: number) => number, before: number, after: number): number {
  const old = offsetAt(before);
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === old) low = middle;
    else high = middle;
  }
  return high;
}
