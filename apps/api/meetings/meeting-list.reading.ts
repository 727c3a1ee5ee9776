import { Injectable } from '@nestjs/common';
import { afterKey, beforeKey, writeCursor } from '#persistence';
import type { Asker } from '../http/request.js';
import { Conditions } from '../reading/conditions.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { cut, keyOf, pageSize } from '../reading/page.js';
import { Reader } from '../reading/reader.js';
import type { MeetingPageDto } from './meeting.dto.js';
import type { MeetingQueryDto } from './meeting-command.dto.js';
import { meetingColumns, meetingRowOf, type MeetingRow } from './meeting-rows.js';

@Injectable()
export class MeetingListReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  page(by: Asker, query: MeetingQueryDto): Promise<MeetingPageDto> {
    return this.reader.plain(by, async (rows) => {
      const size = pageSize(query.limit, 30);
      const past = query.when === 'past';
      const conditions = new Conditions().and(past ? `m.status in ('closed', 'cancelled')` : `m.status not in ('closed', 'cancelled')`).when(query.boardId, 'm.board_id = ?');
      const key = keyOf(query.after);
      if (key) conditions.and((past ? beforeKey : afterKey)('m.starts_at', 'm.id', conditions.values.length + 1)).values.push(key.at, key.id);
      const order = past ? 'm.starts_at desc, m.id desc' : 'm.starts_at, m.id';
      const found = await rows.query<MeetingRow>(`select ${meetingColumns} from meeting_row m where ${conditions.where} order by ${order} limit ${size + 1}`, conditions.values);
      const names = new Names(await this.directories.at(rows), by.language);
      const { page, more } = cut(found, size);
      const last = page.at(-1);
      return { items: page.map((row) => meetingRowOf(row, names)), next: more && last ? writeCursor({ at: last.key_at, id: last.id }) : null };
    });
  }
}
