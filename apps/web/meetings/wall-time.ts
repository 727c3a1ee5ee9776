import { zonedParts } from '../kit/iso-dates.js';

/** The instant at which a zone's clocks show a date and time; one that they skip is moved on by the gap. Null for what is no time. */
export function instantIn(day: string, time: string, zone: string): string | null {
  const asIfUtc = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(asIfUtc)) return null;
  const offsetAt = (at: number): number => { const { date, time: shown } = zonedParts(new Date(at).toISOString(), zone, 'en'); return Date.parse(`${date}T${shown}:00.000Z`) - Math.floor(at / 60_000) * 60_000; };
  const first = asIfUtc - offsetAt(asIfUtc);
  return new Date(asIfUtc - offsetAt(first)).toISOString();
}
