import { readAsProcess } from '#persistence';
import { derivedId, type DoorPort, type DoorResult } from '#door';
import { instantOf, nextSlots, slotName, type BoardDefinition, type ProcessActor } from '#domain';
import type { DataSource } from 'typeorm';

const actor: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };
/** People plan their weeks by it: so many sittings exist ahead. */
const sittingsAhead = 6;
interface Board { definition: BoardDefinition; now: string }

/**
 * Keeps a board's next sittings planned. A slot's meeting has an id derived from board and date, so it is made once, also after
 * it was moved or cancelled; a day off of the host is refused by the door and left to a person.
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
    const { series } = board.definition;
    for (const slot of nextSlots(series, board.now, sittingsAhead)) await this.plan(boardId, board, slot);
    return this.door.put({ type: 'keepSeries', commandId, streamId: boardId, data: {} }, actor);
  }

  private async plan(boardId: string, { definition: { series } }: Board, slot: string): Promise<void> {
    const name = slotName(boardId, slot);
    await this.door.put({
      type: 'planMeeting', commandId: derivedId('planMeeting', name), streamId: derivedId('meeting', name),
      data: { number: '', boardId, startsAt: instantOf(slot, series.localTime, series.zone), zone: series.zone, minutes: series.minutes, place: series.place },
    }, actor);
  }
}
