import { Inject, Injectable } from '@nestjs/common';
import { tumorTypeOf } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import { documentsOf } from '../files/documents-of.js';
import type { Asker } from '../http/request.js';
import { patientOf } from '../patients/patient-of.js';
import { caseProbes } from '../reading/case-probes.js';
import { caseHead } from '../reading/case-state.js';
import { Directories } from '../reading/directory.js';
import { Mays } from '../reading/may.js';
import { inLanguage, Names } from '../reading/names.js';
import { Reader } from '../reading/reader.js';
import { textsOf } from '../reading/texts.js';
import { askedFor, completenessOf, consentsOf } from './completeness-of.js';
import { draftOf, formOfDefinition } from './form-of.js';
import type { ReferralChoicesDto, ReferralViewDto } from './referral.dto.js';

/** The referral's screen. */
@Injectable()
export class ReferralReading {
  constructor(private readonly reader: Reader, private readonly directories: Directories, private readonly mays: Mays, @Inject(CLOCK) private readonly clock: Clock) {}

  async view(by: Asker, caseId: string): Promise<ReferralViewDto> {
    const now = this.clock();
    const { view, state } = await this.reader.ofCase(by, 'referral', caseId, 'clinical', async (rows) => {
      const head = await caseHead(rows, caseId);
      if (!head) return null;
      const { state } = head;
      const board = await this.directories.board(rows, state.boardId, state.boardVersion);
      const type = tumorTypeOf(board, state.tumorType);
      if (!type) throw new Error(`Board ${board.id} has no tumor type ${state.tumorType}`);
      const names = new Names(await this.directories.at(rows), by.language);
      const texts = await textsOf(rows, caseId, names);
      const completeness = completenessOf(state, board);
      const view: ReferralViewDto = {
        caseId, number: state.number, status: state.status, patient: await patientOf(rows, state.patientId), board: { id: board.id, name: inLanguage(board.name, by.language) }, tumorType: state.tumorType, urgency: state.urgency,
        origin: names.institution(state.originInstitutionId), host: names.institution(state.hostInstitutionId), referrer: names.maybe(state.referrerId), question: texts.newest('question'), form: formOfDefinition(type.referralForm),
        draft: await draftOf(rows, state.referralDraftId, names), completeness, complete: completeness.every((item) => !item.required || item.state !== 'missing'), consents: consentsOf(state, now),
        documents: await documentsOf(rows, state, names), returnedFor: [...askedFor(state)], returnNote: state.status === 'returned' ? texts.newest('note') : null, may: [], seq: head.seq,
      };
      return { view, state };
    });
    return { ...view, may: await this.mays.of(by, caseId, caseProbes(state, now)) };
  }

  /** Boards in which a hospital of the reader takes part, with the data set of each tumor type. */
  choices(by: Asker): Promise<ReferralChoicesDto> {
    return this.reader.plain(by, async (rows) => {
      const directory = await this.directories.at(rows);
      const names = new Names(directory, by.language);
      const posts = by.actor.posts.filter(({ role }) => role === 'referringClinician' || role === 'caseManager');
      const mine = new Set(posts.map(({ institutionId }) => institutionId));
      const boards = [...directory.boards.values()].map(({ definition }) => definition).filter((board) => [board.hostInstitutionId, ...board.partnerInstitutionIds].some((id) => mine.has(id)));
      // a case manager of the host types for any partner, everybody else for the own hospital
      const hosts = boards.filter((board) => posts.some(({ role, institutionId }) => role === 'caseManager' && institutionId === board.hostInstitutionId));
      const origins = new Set([...mine, ...hosts.flatMap((board) => board.partnerInstitutionIds)]);
      return {
        boards: boards.map((board) => ({
          board: { id: board.id, name: inLanguage(board.name, by.language) }, host: names.institution(board.hostInstitutionId), partners: board.partnerInstitutionIds.map((id) => names.institution(id)),
          tumorTypes: board.tumorTypes.map((type) => ({
            code: type.code, secondPathology: type.secondPathology, form: formOfDefinition(type.referralForm),
            items: type.items.map(({ id, domain, required, documentKinds }) => ({ id, domain, required, documentKinds: [...(documentKinds ?? [])], state: 'missing' as const, asked: false })),
          })),
        })),
        origins: [...origins].map((id) => names.institution(id)),
        referrers: [...directory.people.values()].filter(({ active }) => active).flatMap((person) => person.posts.filter(({ role, institutionId }) => role === 'referringClinician' && origins.has(institutionId)).map(({ institutionId }) => ({ person: names.person(person.id), institutionId }))),
      };
    });
  }
}
