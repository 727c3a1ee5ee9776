import { DateTime } from 'luxon';
import type { DateOnly, Instant, Zone } from '../core/instant.js';
import { plusMilliseconds } from '../core/instant.js';
import type { MeetingSeries } from '../boards/definition.js';
import type { Calendars } from '../tasks/allowances.js';

const hour = 3_600_000;

/** The moments before a sitting at which its files are looked at: 48 h (list of what is missing), 24 h (off the agenda); and 2 h: who will come. */
export interface FileDates { readonly freezeAt: Instant; readonly cutAt: Instant; readonly quorumAt: Instant }

/** One sitting of a weekly series. `slot` is its planned date in the series' zone: it stays when the sitting is moved or cancelled. */
export interface Sitting extends FileDates {
  readonly slot: DateOnly;
  readonly startsAt: Instant;
  readonly zone: Zone;
  readonly minutes: number;
  readonly place: string;
  /** The host hospital doesn't work on that day: somebody confirms such a sitting, the process never makes it. */
  readonly onHoliday: boolean;
}

/**
 * Freeze, cut and last look: 48, 24 and 2 clock hours before the sitting, each moved back to the host's last working instant, so that nobody
 * is asked for documents on a weekend (clinical.md, "file freeze"). The last look at the quorum, 2 h before, follows the same rule.
 */
export const fileDatesOf = (startsAt: Instant, hostInstitutionId: string, calendars: Calendars): FileDates => ({
  freezeAt: calendars.closeOfWorkBefore(plusMilliseconds(startsAt, -48 * hour), hostInstitutionId),
  cutAt: calendars.closeOfWorkBefore(plusMilliseconds(startsAt, -24 * hour), hostInstitutionId),
  quorumAt: calendars.closeOfWorkBefore(plusMilliseconds(startsAt, -2 * hour), hostInstitutionId),
});

/** Wall time in a zone as an instant. A time that summer time skips is moved on by the gap. */
export const instantOf = (date: DateOnly, localTime: string, zone: Zone): Instant => {
  const local = DateTime.fromISO(`${date}T${localTime}`, { zone });
  if (!local.isValid) throw new RangeError(`Not a local time: ${date} ${localTime} in ${zone}`);
  return new Date(local.toMillis()).toISOString();
};

/** The same wall time so many weeks later: what "postpone by a week" means, also over a change of summer time. */
export const sameWallTime = (at: Instant, zone: Zone, weeks: number): Instant =>
  new Date(DateTime.fromISO(at, { zone }).plus({ weeks }).toMillis()).toISOString();

/** The planned dates of the next sittings after an instant, in the series' own zone. */
export const nextSlots = (series: MeetingSeries, after: Instant, count: number): readonly DateOnly[] => {
  const today = DateTime.fromISO(after, { zone: series.zone }).startOf('day');
  let day = today.plus({ days: (series.weekday - today.weekday + 7) % 7 });
  const slots: DateOnly[] = [];
  while (slots.length < count) {
    const slot = day.toFormat('yyyy-MM-dd');
    if (instantOf(slot, series.localTime, series.zone) > after) slots.push(slot);
    day = day.plus({ weeks: 1 });
  }
  return slots;
};

/** Whether the host works at all on a date: days off, swapped days and half days as its calendar says. */
export const worksOn = (slot: DateOnly, zone: Zone, hostInstitutionId: string, calendars: Calendars): boolean => {
  const begin = DateTime.fromISO(slot, { zone });
  const [from, to] = [begin, begin.plus({ days: 1 })].map((one) => new Date(one.toMillis()).toISOString());
  if (from === undefined || to === undefined) throw new RangeError(`Not a date: ${slot}`);
  return calendars.workingMilliseconds(from, to, { institutionId: hostInstitutionId, personId: null }, []) > 0;
};

/**
 * The next sittings of a weekly series after an instant, in the series' wall time: the clock on the wall stays when the zone's offset
 * changes, and other zones move. A sitting on a day off of the host is in the list and marked, never left out and never made silently.
 */
export const nextSittings = (series: MeetingSeries, after: Instant, count: number, hostInstitutionId: string, calendars: Calendars): readonly Sitting[] =>
  nextSlots(series, after, count).map((slot) => {
    const startsAt = instantOf(slot, series.localTime, series.zone);
    return {
      slot, startsAt, zone: series.zone, minutes: series.minutes, place: series.place,
      ...fileDatesOf(startsAt, hostInstitutionId, calendars), onHoliday: !worksOn(slot, series.zone, hostInstitutionId, calendars),
    };
  });

/** Name from which a sitting's meeting id is made: the same slot is never planned twice, also after it was moved or cancelled. */
export const slotName = (boardId: string, slot: DateOnly): string => `${boardId}:${slot}`;
