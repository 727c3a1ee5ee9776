import type { DateOnly, Instant } from '../core/instant.js';
import type { Calendar, Leave, Trust } from '../time/calendar.js';
import { DAY, HOUR, MINUTE, toDate, toInstant } from '../time/civil-time.js';
import { dayPlan } from '../time/day-hours.js';
import { offsetPeriodAt } from '../time/zone-offsets.js';
import type { Invited } from './invited.js';

/** Why somebody cannot come at a time, or comes with difficulty. */
export type Obstacle =
  /** A day off of the person's hospital, or a day of which the rest is off; as its calendar says, with how far that can be trusted. */
  | { readonly kind: 'holiday'; readonly date: DateOnly; readonly reason: string; readonly code?: string; readonly source: string; readonly status: Trust }
  | { readonly kind: 'dayOff'; readonly date: DateOnly }
  | { readonly kind: 'leave' }
  | { readonly kind: 'otherMeeting'; readonly meetingId: string; readonly number: string; readonly startsAt: Instant }
  | { readonly kind: 'night' }
  /** So many minutes of it lie outside working hours: before or after the day's, or in its break. */
  | { readonly kind: 'outsideHours'; readonly minutes: number };

/** A sitting that takes people's time. */
export interface OtherSitting { readonly id: string; readonly number: string; readonly startsAt: Instant; readonly minutes: number; readonly personIds: readonly string[] }
/** What coming depends on beside the people: calendars by hospital, leave by person, sittings of every board. */
export interface SlotWorld {
  readonly calendarOf: (institutionId: string) => Calendar;
  readonly leaveOf: (personId: string) => readonly Leave[];
  readonly sittings: readonly OtherSitting[];
}
export interface SlotTime { readonly startsAt: Instant; readonly minutes: number }

/** Nobody is asked to sit before or after (clock of the own hospital), but in an emergency. */
const [morning, evening] = [7 * HOUR, 21 * HOUR];

/** What keeps somebody from a sitting; null where nothing does. Of several reasons the weightiest. */
export const obstacleOf = ({ personId, institutionId }: Pick<Invited, 'personId' | 'institutionId'>, { startsAt, minutes }: SlotTime, world: SlotWorld): Obstacle | null => {
  const from = Date.parse(startsAt);
  const to = from + minutes * MINUTE;
  const calendar = world.calendarOf(institutionId);
  const { offset } = offsetPeriodAt(calendar.zone, from);
  const day = Math.floor((from + offset) / DAY);
  if (world.leaveOf(personId).some((leave) => isOnLeave(leave, from, to, toDate(day)))) return { kind: 'leave' };
  const other = world.sittings.find((sitting) => sitting.personIds.includes(personId) && Date.parse(sitting.startsAt) < to && Date.parse(sitting.startsAt) + sitting.minutes * MINUTE > from);
  if (other !== undefined) return { kind: 'otherMeeting', meetingId: other.id, number: other.number, startsAt: other.startsAt };
  return ofClock(calendar, day, from + offset - day * DAY, minutes);
};

const isOnLeave = (leave: Leave, from: number, to: number, date: DateOnly): boolean =>
  (leave.kind === 'dates' ? leave.from <= date && date <= leave.to : leave.from < toInstant(to) && leave.to > toInstant(from));

/** By the calendar of the own hospital: the day, then the hour. */
const ofClock = (calendar: Calendar, day: number, opens: number, minutes: number): Obstacle | null => {
  const { hours, plain, rule } = dayPlan(calendar, day);
  const closes = opens + minutes * MINUTE;
  const last = hours.at(-1)?.[1];
  const off = last === undefined;
  const restIsOff = !off && rule?.kind === 'half' && closes > last;
  if (rule !== null && (off || restIsOff) && (plain.length > 0 || rule.kind === 'off')) return { kind: 'holiday', date: toDate(day), reason: rule.reason, ...(rule.code === undefined ? {} : { code: rule.code }), source: rule.source, status: rule.status };
  if (off) return { kind: 'dayOff', date: toDate(day) };
  if (opens < morning || closes > evening) return { kind: 'night' };
  const inside = hours.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, closes) - Math.max(from, opens)), 0);
  const outside = closes - opens - inside;
  return outside > 0 ? { kind: 'outsideHours', minutes: Math.round(outside / MINUTE) } : null;
};

/** Whether it keeps the person away. In an emergency people come at night and on days off; nobody comes who is on leave or elsewhere. */
export const keepsAway = (obstacle: Obstacle | null, emergency: boolean): boolean => {
  switch (obstacle?.kind) {
    case undefined: case 'outsideHours': return false;
    case 'leave': case 'otherMeeting': return true;
    case 'holiday': case 'dayOff': case 'night': return !emergency;
  }
};

/** How hard it is on the person, in hours of early rising: what ranks two times at which everybody could come. */
export const hardship = (obstacle: Obstacle | null): number => {
  switch (obstacle?.kind) {
    case undefined: return 0;
    case 'outsideHours': return obstacle.minutes / 60;
    case 'night': case 'dayOff': return 4;
    case 'holiday': return 6;
    case 'leave': case 'otherMeeting': return 8;
  }
};
