import type { Discipline } from '../core/actor.js';
import { plusMilliseconds, type Instant } from '../core/instant.js';
import type { QuorumRule } from '../boards/definition.js';
import type { Invited } from './invited.js';
import { hardship, keepsAway, obstacleOf, type Obstacle, type SlotTime, type SlotWorld } from './obstacles.js';
import { quorumOf, type QuorumOfCase } from './quorum.js';
import type { Attendance } from './state.js';

export interface SlotSearch {
  /** The window, UTC: the first sitting begins at or after `from`, the last has begun by `to`. */
  readonly from: Instant;
  readonly to: Instant;
  readonly minutes: number;
  /** Who has to be there whatever the quorum says. */
  readonly mustAttend: readonly string[];
  /** Hospitals of a case across a border, and who takes no part in its decision; both empty where no case is known yet. */
  readonly of: QuorumOfCase;
  /** The earliest possible time wins, nights and days off count. */
  readonly emergency: boolean;
}

export interface SeatAt { readonly personId: string; readonly obstacle: Obstacle | null; readonly away: boolean }
/** A time, and who could be there: with the quorum that they would make, when nobody has answered yet. */
export interface Slot {
  readonly startsAt: Instant;
  readonly minutes: number;
  /** Everybody who must be there can, and the others make a quorum. */
  readonly possible: boolean;
  readonly missingDisciplines: readonly Discipline[];
  readonly missingSides: readonly string[];
  readonly missingPeople: readonly string[];
  /** Sum of what it costs those who are invited; smaller is kinder. */
  readonly hardship: number;
  readonly seats: readonly SeatAt[];
}

const step = 30 * 60_000;
/** A month of half hours: more is asked for by another window. */
const mostTries = 31 * 48;

/** Who can come at one time, and whether that would be a quorum. */
export const slotAt = (rule: QuorumRule, invited: readonly Invited[], time: SlotTime, search: Pick<SlotSearch, 'mustAttend' | 'of' | 'emergency'>, world: SlotWorld): Slot => {
  const seats = invited.map((one): SeatAt => {
    const obstacle = obstacleOf(one, time, world);
    return { personId: one.personId, obstacle, away: keepsAway(obstacle, search.emergency) };
  });
  const can = new Set(seats.filter(({ away }) => !away).map(({ personId }) => personId));
  const attendance = invited.filter(({ personId }) => can.has(personId)).map(({ personId, discipline, institutionId, standsInFor }): Attendance => ({ personId, discipline, institutionId, how: 'present', substituteFor: standsInFor, from: time.startsAt, leftAt: null }));
  const quorum = quorumOf(rule, attendance, time.startsAt, search.of);
  const missingPeople = search.mustAttend.filter((id) => !can.has(id));
  return {
    ...time, possible: quorum.met && missingPeople.length === 0, missingDisciplines: quorum.missingDisciplines, missingSides: quorum.missingSides, missingPeople,
    hardship: Math.round(seats.reduce((sum, { obstacle }) => sum + hardship(obstacle), 0) * 10) / 10, seats,
  };
};

/**
 * Times for a sitting, the best first: those at which a quorum can come before those at which it cannot, then the kindest, then the
 * earliest; in an emergency the earliest. Of times less than two hours apart only the better one, and but in an emergency two a day. Every half hour of the window is tried.
 */
export const findSlots = (rule: QuorumRule, invited: readonly Invited[], search: SlotSearch, world: SlotWorld, most: number): readonly Slot[] => {
  const first = Math.ceil(Date.parse(search.from) / step) * step;
  const tries = Math.min(mostTries, Math.floor((Date.parse(search.to) - first) / step) + 1);
  const slots = Array.from({ length: Math.max(0, tries) }, (_, index) => slotAt(rule, invited, { startsAt: new Date(first + index * step).toISOString(), minutes: search.minutes }, search, world));
  const worse = (slot: Slot): number => slot.missingDisciplines.length + slot.missingSides.length + slot.missingPeople.length;
  const ranked = slots.sort((a, b) => Number(b.possible) - Number(a.possible) || worse(a) - worse(b) || (search.emergency ? 0 : a.hardship - b.hardship) || (a.startsAt < b.startsAt ? -1 : 1));
  const apart = (a: Slot, b: Slot): boolean => plusMilliseconds(a.startsAt, 2 * 3_600_000) <= b.startsAt || plusMilliseconds(b.startsAt, 2 * 3_600_000) <= a.startsAt;
  const sameDay = (a: Slot, b: Slot): boolean => a.startsAt.slice(0, 10) === b.startsAt.slice(0, 10);
  const kept: Slot[] = [];
  for (const slot of ranked) {
    if (kept.length >= most) break;
    if (kept.every((other) => apart(other, slot)) && (search.emergency || kept.filter((other) => sameDay(other, slot)).length < 2)) kept.push(slot);
  }
  return kept;
};
