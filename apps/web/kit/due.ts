import type { Status } from './status.js';

/** How a due time came about, as the api tells it. Everything but the allowance may be absent. */
export interface DueExplanation {
  began: string;
  allowance: { amount: number; unit: 'workingHours' | 'workingDays' | 'clockHours' | 'clockDays' };
  /** The calendar that was counted by; absent where the clock runs day and night. */
  calendarId?: string;
  /** Version of that calendar, and of the time-zone database by which its clock was read; the latter not known of older deadlines. */
  calendarVersion?: number;
  timeZoneData?: string | null;
  /** Days not counted, with what they are ("Independence Day"); `to` where it is more than one. */
  skipped?: readonly { date: string; to?: string; name: string | null }[];
  paused?: readonly { from: string; to?: string; reason: string }[];
  /** A year of the calendar that nobody has reviewed was used. */
  provisional?: boolean;
}

export interface Due {
  /** ISO instant, UTC. */
  at: string;
  /** The owner's zone. */
  zone: string;
  place?: string;
  /** Working milliseconds left; negative when late. Clock milliseconds where the unit is the clock. */
  leftMs?: number;
  /** Working milliseconds of a usual working day; 24 h where the unit is the clock, and where it is absent. */
  dayMs?: number;
  status: Status;
  /** The explanation, or how to ask for it when someone wants to know. */
  how?: DueExplanation | (() => Promise<DueExplanation>);
}

/** A time as one would say it: the parts that are not named are left out. */
export interface Spoken { late: boolean; days?: number; hours?: number; minutes?: number }

const hourMs = 3_600_000;
const clockDayMs = 24 * hourMs;

/**
 * What is left, in the units that one would say: minutes below two hours, hours below two days, days and hours below three days, days
 * else. A day is a usual working day where working time is counted. Late ones count upwards.
 */
export function spokenLeft(leftMs: number, dayMs = clockDayMs): Spoken {
  const late = leftMs < 0;
  const ms = Math.abs(leftMs);
  if (ms < 2 * hourMs) return { late, minutes: Math.floor(ms / 60_000) };
  if (ms < 2 * dayMs) return { late, hours: Math.floor(ms / hourMs) };
  const days = Math.floor(ms / dayMs);
  const hours = Math.floor((ms - days * dayMs) / hourMs);
  return days < 3 && hours > 0 ? { late, days, hours } : { late, days };
}

/** Whether a day of this length is a day by the clock, not one of work. */
export const isClockDay = (dayMs = clockDayMs): boolean => dayMs === clockDayMs;
