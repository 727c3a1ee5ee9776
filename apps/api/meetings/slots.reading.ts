import { Inject, Injectable } from '@nestjs/common';
import { findSlots, invitedTo, refuse, runsMeetingsAt, slotAt, type Invited, type Slot, type SlotSearch } from '#domain';
import { RefusalError } from '../door/refusal-error.js';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { peopleOf } from '../reading/people-of.js';
import { Reader } from '../reading/reader.js';
import { obstacleDto, slotWorld } from './slot-world.js';
import type { SlotDto, SlotQueryDto, SlotsDto } from './slot.dto.js';

const most = 8;
const [fortnight, day, hour] = [14 * 86_400_000, 86_400_000, 3_600_000];
const listed = (ids: string | undefined): readonly string[] => (ids === undefined ? [] : ids.split(','));

/** When the board could sit, across its hospitals' zones, calendars, leave and other meetings. */
@Injectable()
export class SlotsReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, @Inject(CLOCK) private readonly clock: Clock) {}

  find(by: Asker, boardId: string, query: SlotQueryDto): Promise<SlotsDto> {
    return this.reader.plain(by, async (rows) => {
      const directory = await this.directories.at(rows);
      const board = directory.boards.get(boardId)?.definition;
      if (!board) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
      const refusal = runsMeetingsAt(by.actor, board.hostInstitutionId);
      if (refusal !== null) throw new RefusalError(refusal);
      const now = this.clock();
      const search = searchOf(query, now, board.series.minutes);
      const invited = invitedTo(board, peopleOf(directory, now));
      const world = await slotWorld(rows, directory, search.from, search.to, query.except ?? null);
      const slots = query.at === undefined ? findSlots(board.quorum, invited, search, world, most) : [slotAt(board.quorum, invited, { startsAt: query.at, minutes: search.minutes }, search, world)];
      const names = new Names(directory, by.language);
      return { zone: board.series.zone, slots: slots.map((slot) => slotOf(slot, invited, names)) };
    });
  }
}

/** Nothing before now, and in an emergency an hour to come; a fortnight where no end is said, a day in an emergency. */
function searchOf({ from, to, at, minutes, must, sides, emergency }: SlotQueryDto, now: string, usual: number): SlotSearch {
  const first = emergency === 'true' ? new Date(Date.parse(now) + hour).toISOString() : now;
  const begin = at ?? (from === undefined || from < first ? first : from);
  const length = emergency === 'true' ? day : fortnight;
  return {
    from: begin, to: at ?? to ?? new Date(Date.parse(begin) + length).toISOString(), minutes: Math.min(600, Math.max(10, Number(minutes ?? usual))),
    mustAttend: listed(must), of: { conflicts: [], sides: listed(sides) }, emergency: emergency === 'true',
  };
}

function slotOf(slot: Slot, invited: readonly Invited[], names: Names): SlotDto {
  const seats = new Map(slot.seats.map((seat) => [seat.personId, seat]));
  return {
    startsAt: slot.startsAt, minutes: slot.minutes, possible: slot.possible, missingDisciplines: [...slot.missingDisciplines], missingSides: slot.missingSides.map((id) => names.institution(id).name),
    missingPeople: slot.missingPeople.map((id) => names.person(id)), hardship: slot.hardship,
    seats: invited.map(({ personId, discipline, institutionId, standsInFor }) => ({
      person: names.person(personId), discipline, institution: names.institution(institutionId), standsInFor: names.maybe(standsInFor), obstacle: obstacleDto(seats.get(personId)?.obstacle ?? null, names.language), away: seats.get(personId)?.away ?? false,
    })),
  };
}
