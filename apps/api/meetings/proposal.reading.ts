import { Injectable } from '@nestjs/common';
import type { FormAnswers, Instant, PersonActor } from '#domain';
import { draftOfProposal } from '#door';
import type { Asker } from '../http/request.js';
import { caseState } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Names } from '../reading/names.js';
import { Reader, type Rows } from '../reading/reader.js';
import type { ProposalDraftDto, ProposalVersionDto } from './proposal.dto.js';

interface Row { version: number; author: string; at: Instant; answers: FormAnswers }
const runs = ['chair', 'scribe', 'caseManager'];

/** What is being typed for a case: the host's, until it is recorded. */
@Injectable()
export class ProposalReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories) {}

  async draft(by: Asker, meetingId: string, caseId: string): Promise<ProposalDraftDto> {
    return this.reader.ofCase(by, 'proposal', caseId, 'clinical', async (rows) => {
      const row = await this.newest(rows, by.actor, meetingId, caseId);
      return row === null ? null : { draftId: draftOfProposal(meetingId, caseId), answers: row?.answers ?? {}, ...await this.versionOf(rows, by, row) };
    });
  }

  /** Asked every few seconds by those who type: says nothing of the patient, so that it fills nobody's access chain. */
  async version(by: Asker, meetingId: string, caseId: string): Promise<ProposalVersionDto> {
    const found = await this.reader.plain(by, async (rows) => {
      const row = await this.newest(rows, by.actor, meetingId, caseId);
      return row === null ? null : this.versionOf(rows, by, row);
    });
    return found ?? this.reader.refused(by, 'proposal', [caseId]);
  }

  /** Null where it is not the reader's to see; undefined where nobody typed yet. */
  private async newest(rows: Rows, actor: PersonActor, meetingId: string, caseId: string): Promise<Row | undefined | null> {
    const state = await caseState(rows, caseId);
    if (!state || !actor.posts.some(({ role, institutionId }) => runs.includes(role) && institutionId === state.hostInstitutionId)) return null;
    const [row] = await rows.query<Row>('select version, author, at, answers from form_version where draft_id = $1 order by version desc limit 1', [draftOfProposal(meetingId, caseId)]);
    return row;
  }

  private async versionOf(rows: Rows, by: Asker, row: Row | undefined): Promise<ProposalVersionDto> {
    const names = new Names(await this.directories.at(rows), by.language);
    return { version: row?.version ?? 0, by: names.maybe(row?.author ?? null), at: row?.at ?? null };
  }
}
