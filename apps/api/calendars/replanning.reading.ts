import { Injectable } from '@nestjs/common';
import type { ReplanCause } from '#domain';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import type { ReplanningsDto } from './replanning.dto.js';

interface Row { id: string; cause: ReplanCause; institution_id: string | null; requested_at: string; requested_by: string; total: number | null; moved: number; stayed: number; failed: number; done_at: string | null }
const newest = 20;

@Injectable()
export class ReplanningReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  latest(by: Asker): Promise<ReplanningsDto> {
    return this.reader.plain(by, async (rows) => {
      const names = new Names(await this.directories.at(rows), by.language);
      const orders = await rows.query<Row>('select id, cause, institution_id, requested_at, requested_by, total, moved, stayed, failed, done_at from replanning order by requested_at desc, id limit $1', [newest]);
      return { items: orders.map((row) => ({
        id: row.id, cause: row.cause, institution: row.institution_id === null ? null : names.institution(row.institution_id), requestedAt: row.requested_at, requestedBy: names.maybe(row.requested_by),
        total: row.total, moved: row.moved, stayed: row.stayed, failed: row.failed, doneAt: row.done_at,
      })) };
    });
  }
}
