import { readAsProcess } from '#persistence';
import { derivedId, type DoorPort, type DoorResult } from '#door';
import { instantOf, nextSlots, seriesOf, slotName, type BoardDefinition, type MeetingSeries, type ProcessActor, type SeriesSlot } from '#domain';
import type { DataSource } from 'typeorm';

const actor: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };
/** People plan their weeks by it: so many sittings exist ahead. */
const sittingsAhead = 6;
interface Board { definition: BoardDefinition; now: string }

/**
 * Keeps a board's next sittings planned, of each of its series. A slot's meeting has an id derived from board and date, so it is made once,
 * also after it was moved or cancelled; a day off of the host on which the series has no rule is refused by the door and left to a person.
 * Sittings that exist keep the wall time and the people that are meant.
 */
export class BoardSeries {
  constructor(private readonly door: DoorPort, private readonly source: DataSource) {}

  async keep(boardId: string, commandId: string): Promise<DoorResult> {
    const board = await readAsProcess(this.source, async (manager) => {
      const [row] = await manager.query<Board[]>(`select v.definition, clock_timestamp() as now
        from board b join board_version v on v.board_id = b.id and v.version = b.version where b.id = $1`, [boardId]);
      return row;
    });
    if (!board) throw new Error('A series without its board');
    for (const meetingId of await this.ahead(boardId, board.now)) await this.door.put({ type: 'keepMeeting', commandId: derivedId('keepMeeting', commandId, meetingId), streamId: meetingId, data: {} }, actor);
    for (const { name, series } of seriesOf(board.definition)) {
      for (const date of nextSlots(series, board.now, sittingsAhead)) await this.plan(boardId, series, { series: name, date });
    }
    return this.door.put({ type: 'keepSeries', commandId, streamId: boardId, data: {} }, actor);
  }

  private ahead(boardId: string, now: string): Promise<readonly string[]> {
    return readAsProcess(this.source, async (manager) => (await manager.query<{ id: string }[]>(
      `select id from meeting_row where board_id = $1 and status in ('planned', 'frozen') and starts_at > $2 order by starts_at, id`, [boardId, now])).map(({ id }) => id));
  }

  private async plan(boardId: string, series: MeetingSeries, slot: SeriesSlot): Promise<void> {
    const name = slotName(boardId, slot.date, slot.series);
    await this.door.put({
      type: 'planMeeting', commandId: derivedId('planMeeting', name), streamId: derivedId('meeting', name),
      data: { number: '', boardId, startsAt: instantOf(slot.date, series.localTime, series.zone), zone: series.zone, minutes: series.minutes, place: series.place, slot },
    }, actor);
  }
}
