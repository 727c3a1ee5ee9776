import type { DateOnly, Instant, Zone } from '../core/instant.js';

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Wall-clock working hours of a day, "HH:MM"; `to` may be "24:00". An interval over midnight is written as two. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

/**
 * How far a day can be trusted. `official`: announced by an authority. `law`: follows from the law in force. `estimated`: the moon
 * decides. `provisional`: by rule or by guess, nobody confirmed it. The last two make every date that depends on the day provisional.
 */
export type Trust = 'official' | 'law' | 'estimated' | 'provisional';

/** What differs on a day from the plain week. */
export type DayHours =
  | { readonly kind: 'off' }
  /** Worked with the plain hours of the weekday on which `paysFor` falls. */
  | { readonly kind: 'swapped'; readonly paysFor: DateOnly }
  /** The plain hours up to `until` ("HH:MM"). */
  | { readonly kind: 'half'; readonly until: string }
  /** The plain hours, this many minutes fewer at the end of the day. */
  | { readonly kind: 'shortened'; readonly minutes: number }
  | { readonly kind: 'custom'; readonly intervals: readonly Interval[] }
  /** The plain hours: the row is there only to say that the day is not certain. */
  | { readonly kind: 'plain' };

/** One reviewed day. `reason` is the label people read; `code` lets a catalogue translate it. */
export type DayRule = DayHours & {
  readonly reason: string;
  readonly code?: string;
  readonly source: string;
  readonly status: Trust;
  /** Person who reviewed the row, and the day; absent in shipped rows. */
  readonly reviewedBy?: string;
  readonly reviewedOn?: DateOnly;
};

/** A year that somebody reviewed. A `provisional` year makes every date in it provisional. */
export interface ReviewedYear {
  readonly year: number;
  readonly status: Exclude<Trust, 'estimated'>;
  readonly source: string;
  /** What is open or disputed about the year. */
  readonly note?: string;
  readonly reviewedBy?: string;
  readonly reviewedOn?: DateOnly;
}

/**
 * Working time of an institution or a person. Immutable: a change is a new version. Days of years that are not in `reviewedYears` are
 * refused with TIME.YEAR_NOT_REVIEWED, because an unknown holiday must not pass for a working day.
 */
export interface Calendar {
  readonly id: string;
  readonly version: number;
  readonly zone: Zone;
  readonly week: Readonly<Record<IsoWeekday, readonly Interval[]>>;
  /** Dates as the zone's clocks show them. */
  readonly days: Readonly<Record<DateOnly, DayRule>>;
  readonly reviewedYears: readonly ReviewedYear[];
}

/** A person's absence: whole days (both included, in the calendar's zone), or from one instant to another. */
export type Leave =
  | { readonly kind: 'dates'; readonly from: DateOnly; readonly to: DateOnly; readonly label: string }
  | { readonly kind: 'instants'; readonly from: Instant; readonly to: Instant; readonly label: string };

/** The clock stands still, working and clock time alike; `to: null` while it still does. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly label?: string;
}

/**
 * All that working time depends on. `unreviewedYears: 'plain-week'` counts years that nobody reviewed by the plain week and marks the
 * result provisional; the default refuses them.
 */
export interface WorkContext {
  readonly calendar: Calendar;
  readonly leave?: readonly Leave[];
  readonly pauses?: readonly Pause[];
  readonly unreviewedYears?: 'refuse' | 'plain-week';
}
