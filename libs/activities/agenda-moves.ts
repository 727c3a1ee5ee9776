import { readAsProcess } from '#persistence';
import { derivedId, type DoorPort, type DoorResult } from '#door';
import type { Command, ProcessActor } from '#domain';
import type { DataSource } from 'typeorm';

const actor: ProcessActor = { kind: 'process', name: 'meeting-workflow' };
interface Item { case_id: string }
interface Meeting { status: string }

/**
 * What a meeting owes the cases on its agenda: one derived command a case, then the meeting is told that it is settled. A case
 * that refuses (withdrawn meanwhile, listed elsewhere) keeps its answer; the others go on.
 */
export class AgendaMoves {
  constructor(private readonly door: DoorPort, private readonly source: DataSource) {}

  async run(meetingId: string, move: string, round: number): Promise<DoorResult> {
    const { meeting, items } = await readAsProcess(this.source, async (manager) => {
      const [row] = await manager.query<Meeting[]>('select status from meeting_row where id = $1', [meetingId]);
      const listed = await manager.query<Item[]>(`select a.case_id from agenda_row a join case_row c on c.id = a.case_id
        where a.meeting_id = $1 and a.result is null and c.meeting_id = $1 order by a.listed_at, a.case_id`, [meetingId]);
      return { meeting: row, items: listed };
    });
    if (!meeting) throw new Error('An agenda without its meeting');
    for (const item of items) {
      await this.door.put(this.commandFor(meetingId, meeting.status, move, round, item), actor);
    }
    return this.door.put({ type: 'settleAgenda', commandId: derivedId('settle', meetingId, move, round), streamId: meetingId, data: { move } }, actor);
  }

  private commandFor(meetingId: string, status: string, move: string, round: number, item: Item): Command {
    const base = { commandId: derivedId(move, meetingId, round, item.case_id), streamId: item.case_id };
    // Whether a file is wanting is the case's own rule: one that is complete refuses, and stays.
    if (move === 'tellMissing') return { ...base, type: 'warnOfFreeze', data: { meetingId } };
    if (move === 'delistIncomplete') return { ...base, type: 'delistFromMeeting', data: { meetingId, cause: 'fileIncomplete' } };
    return status === 'cancelled'
      ? { ...base, type: 'delistFromMeeting', data: { meetingId, cause: 'meetingCancelled' } }
      : { ...base, type: 'deferCase', data: { meetingId, cause: 'timeRanOut' } };
  }
}
