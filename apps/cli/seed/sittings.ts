import { instantOf, nextSlots, slotName, type BoardDefinition, type DateOnly, type Discipline, type Instant } from '#domain';
import { derivedId } from '#door';
import { hospitalId, member, personId, type Subject } from './cast.js';
import type { Days } from './days.js';
import type { World } from './world.js';

export interface Sitting { readonly id: string; readonly slot: DateOnly; readonly startsAt: Instant }
export interface Room { readonly chair: Subject; readonly scribe: Subject; readonly present: readonly (readonly [Subject, Discipline])[] }

const sittingOf = (board: BoardDefinition, slot: DateOnly): Sitting => ({ slot, id: derivedId('meeting', slotName(board.id, slot)), startsAt: instantOf(slot, board.series.localTime, board.series.zone) });

/** The sittings of the last weeks, earliest first. */
export const pastSittings = (board: BoardDefinition, days: Days, weeks: number): readonly Sitting[] =>
  days.pastSittings(board.series.weekday, board.series.localTime, board.series.zone, weeks).map(({ slot }) => sittingOf(board, slot));
/** The next sittings of the series, as the process would plan them. */
export const comingSittings = (board: BoardDefinition, days: Days): readonly Sitting[] => nextSlots(board.series, days.made, 6).map((slot) => sittingOf(board, slot));

/** Plans a sitting by the very command of the process, so that it is never planned twice; one on a day off of the host is left out. */
export async function plan(world: World, board: BoardDefinition, sitting: Sitting): Promise<boolean> {
  const { series } = board;
  const planned = await world.door.put({
    type: 'planMeeting', commandId: derivedId('planMeeting', slotName(board.id, sitting.slot)), streamId: sitting.id,
    data: { number: '', boardId: board.id, startsAt: sitting.startsAt, zone: series.zone, minutes: series.minutes, place: series.place, slot: { series: null, date: sitting.slot } },
  }, { kind: 'process', name: 'keep-time-workflow' });
  if (planned.done) await world.follow(sitting.id, 'meeting');
  return planned.done;
}

/** A sitting that took place: opened, attended, closed an hour and a half later. */
export async function hold(world: World, days: Days, sitting: Sitting, room: Room): Promise<void> {
  await open(world, sitting, room);
  await close(world, days, sitting, room, 90);
}

export async function open(world: World, sitting: Sitting, room: Room): Promise<void> {
  await world.at(sitting.startsAt);
  await world.put(room.scribe, { type: 'openMeeting', streamId: sitting.id, data: { chairId: personId(room.chair), scribeId: personId(room.scribe) } });
  for (const [subject, discipline] of room.present) {
    const { at } = member(subject);
    await world.put(room.scribe, { type: 'recordAttendance', streamId: sitting.id, data: { personId: personId(subject), discipline, institutionId: hospitalId(at), how: at === 'shanghai' ? 'present' : 'byVideo', substituteFor: null } }, subject);
  }
}

export async function close(world: World, days: Days, sitting: Sitting, room: Room, minutes: number): Promise<void> {
  await world.at(days.after(sitting.startsAt, minutes));
  await world.put(room.scribe, { type: 'closeMeeting', streamId: sitting.id, data: {} });
}
