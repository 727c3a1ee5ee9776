import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { refuse } from '#domain';
import { Commands } from '../door/commands.js';
import { RefusalError } from '../door/refusal-error.js';
import type { DoneDto } from '../http/done.dto.js';
import type { Changer } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Reader } from '../reading/reader.js';
import type { ExtraordinaryMeetingDto } from './slot.dto.js';

/**
 * A meeting for one emergency, in one act: it is planned, with everybody invited at once, and the case stands on its agenda. Two commands,
 * since each changes one stream; where the case cannot be listed the meeting is cancelled again, and the answer says why.
 */
@Injectable()
export class ExtraordinaryMeetings {
  constructor(private readonly commands: Commands, private readonly reader: Reader, private readonly directories: Directories) {}

  async plan(by: Changer, { caseId, startsAt, minutes }: ExtraordinaryMeetingDto): Promise<DoneDto> {
    const series = await this.reader.plain(by, async (rows) => {
      const [row] = await rows.query<{ board: string }>('select board_id as board from case_row where id = $1', [caseId]);
      const board = row && (await this.directories.at(rows)).boards.get(row.board)?.definition;
      return board ? { boardId: board.id, ...board.series } : null;
    });
    if (series === null) throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    const { boardId, zone, place } = series;
    const meetingId = this.commands.newStreamId(by);
    const planned = await this.commands.put(by, 'planMeeting', meetingId, { number: '', boardId, startsAt, zone, minutes, place, extraordinary: true });
    try {
      await this.commands.put(following(by, 'list'), 'listForMeeting', caseId, { meetingId });
    } catch (error) {
      await this.commands.put(following(by, 'cancel'), 'cancelMeeting', meetingId, { because: 'noCases' });
      throw error;
    }
    return { ...planned, ids: { ...planned.ids, meetingId } };
  }
}

/** A further command of the same request: its id follows from the request's, so that a repetition repeats nothing. What was on the screen was the case before. */
function following(by: Changer, what: string): Changer {
  const hex = createHash('sha256').update(`${by.commandId}:${what}`).digest('hex');
  return { ...by, seenVersion: undefined, commandId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` };
}
