import { DateTime } from 'luxon';
import type { DateOnly, Instant, Zone } from '../core/instant.js';
import { plusMilliseconds } from '../core/instant.js';
import type { BoardDefinition, MeetingSeries } from '../boards/definition.js';
import type { Calendars } from '../tasks/allowances.js';

const hour = 3_600_000;

/** The moments before a sitting at which its files are looked at: 48 h (list of what is missing), 24 h (off the agenda); and 2 h: who will come. */
export interface FileDates { readonly freezeAt: Instant; readonly cutAt: Instant; readonly quorumAt: Instant }

/** One sitting of a series. `slot` is its planned date in the series' zone: it stays when the sitting is moved or cancelled. */
export interface Sitting extends FileDates {
  readonly slot: DateOnly;
  readonly startsAt: Instant;
  readonly zone: Zone;
  readonly minutes: number;
  readonly place: string;
  /** The host hospital doesn't work on that day, and no rule moves it: somebody confirms such a sitting, the process never makes it. */
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

/** What a zone's clocks show at an instant: `2026-10-22T15:00`. */
export const wallTimeOf = (at: Instant, zone: Zone): string => DateTime.fromISO(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

/** The same wall time so many weeks later: what "postpone by a week" means, also over a change of summer time. */
export const sameWallTime = (at: Instant, zone: Zone, weeks: number): Instant =>
  new Date(DateTime.fromISO(at, { zone }).plus({ weeks }).toMillis()).toISOString();

/** Whether the series sits on a date by its rhythm, whatever the host's calendar says. */
const isSlot = ({ weekday, rhythm }: MeetingSeries, date: DateTime): boolean => {
  if (date.weekday !== weekday) return false;
  switch (rhythm?.every) {
    case undefined: return true;
    case 'twoWeeks': return Math.round(date.startOf('week').diff(DateTime.fromISO(rhythm.from, { zone: date.zone }).startOf('week'), 'weeks').weeks) % 2 === 0;
    case 'month': return rhythm.nth === 'last' ? date.plus({ weeks: 1 }).month !== date.month : Math.ceil(date.day / 7) === rhythm.nth;
  }
};

/** The planned dates of the next sittings after an instant, in the series' own zone. */
export const nextSlots = (series: MeetingSeries, after: Instant, count: number): readonly DateOnly[] => {
  const today = DateTime.fromISO(after, { zone: series.zone }).startOf('day');
  let day = today.plus({ days: (series.weekday - today.weekday + 7) % 7 });
  const slots: DateOnly[] = [];
  while (slots.length < count) {
    const slot = day.toFormat('yyyy-MM-dd');
    if (isSlot(series, day) && instantOf(slot, series.localTime, series.zone) > after) slots.push(slot);
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
 * The date on which a slot's sitting is held: its own where the host works, else by the series' rule; null where there is none, or where
 * somebody has to say so. It moves by at most the gap to the series' next or last date, and never onto that: the cases are heard there.
 */
export const dateOfSlot = (series: MeetingSeries, slot: DateOnly, hostInstitutionId: string, calendars: Calendars): DateOnly | null => {
  if (worksOn(slot, series.zone, hostInstitutionId, calendars)) return slot;
  const { onHostHoliday = 'confirm' } = series;
  if (onHostHoliday === 'confirm' || onHostHoliday === 'skip') return null;
  const step = { days: onHostHoliday === 'nextWorkingDay' ? 1 : -1 };
  for (let day = DateTime.fromISO(slot, { zone: series.zone }).plus(step); !isSlot(series, day); day = day.plus(step)) {
    const date = day.toFormat('yyyy-MM-dd');
    if (worksOn(date, series.zone, hostInstitutionId, calendars)) return date;
  }
  return null;
};

/**
 * The next sittings of a series after an instant, in the series' wall time: the clock on the wall stays when the zone's offset
 * changes, and other zones move. A sitting that a day off of the host leaves out is in the list and marked, never made silently.
 */
export const nextSittings = (series: MeetingSeries, after: Instant, count: number, hostInstitutionId: string, calendars: Calendars): readonly Sitting[] =>
  nextSlots(series, after, count).map((slot) => {
    const date = dateOfSlot(series, slot, hostInstitutionId, calendars);
    const startsAt = instantOf(date ?? slot, series.localTime, series.zone);
    return {
      slot, startsAt, zone: series.zone, minutes: series.minutes, place: series.place,
      ...fileDatesOf(startsAt, hostInstitutionId, calendars), onHoliday: date === null,
    };
  });

/** A board's series, each with the name that its sittings carry; the first has none. */
export const seriesOf = (board: Pick<BoardDefinition, 'series' | 'furtherSeries'>): readonly { readonly name: string | null; readonly series: MeetingSeries }[] =>
  [{ name: null, series: board.series }, ...(board.furtherSeries ?? []).map((series) => ({ name: series.name, series }))];

/** Name from which a sitting's meeting id is made: the same slot is never planned twice, also after it was moved or cancelled. */
export const slotName = (boardId: string, slot: DateOnly, series: string | null = null): string => (series === null ? `${boardId}:${slot}` : `${boardId}:${series}:${slot}`);
