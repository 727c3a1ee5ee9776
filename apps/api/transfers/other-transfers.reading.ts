import { Injectable } from '@nestjs/common';
import { currentOutcome, type CaseState, type Transfer } from '#domain';
import type { Asker } from '../http/request.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import type { OtherTransferDto } from './transfer.dto.js';

interface Row { case_id: string; number: string | null; from_id: string; to_id: string; status: Transfer['status']; since: string; owner_id: string | null }

/** Transfers under way of the same patient on other cases, told before a second one is begun or sent (H25). */
@Injectable()
export class OtherTransfersReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  /** Asked only where a transfer is advised or under way: nobody else needs to know. */
  of(by: Asker, state: CaseState): Promise<OtherTransferDto[]> {
    if (state.transfer === null && (currentOutcome(state)?.advisesTransferTo ?? null) === null) return Promise.resolve([]);
    return this.reader.ofCases(by, 'otherTransfers', 'list', async (rows) => {
      const found = await rows.query<Row>('select * from other_transfers($1)', [state.id]);
      const names = new Names(await this.directories.at(rows), by.language);
      const answer = found.map((row): OtherTransferDto => ({
        caseId: row.number === null ? null : row.case_id, caseNumber: row.number, from: names.institution(row.from_id), to: names.institution(row.to_id), status: row.status, since: row.since, owner: names.maybe(row.owner_id),
      }));
      return { answer, caseIds: found.map((row) => row.case_id) };
    });
  }
}
