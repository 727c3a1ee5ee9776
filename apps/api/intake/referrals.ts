import { Injectable } from '@nestjs/common';
import { refuse, type HumanName, type PatientRow } from '#domain';
import { Commands } from '../door/commands.js';
import { RefusalError } from '../door/refusal-error.js';
import type { DoneDto } from '../http/done.dto.js';
import type { Changer } from '../http/request.js';
import type { HumanNameDto, PatientInputDto } from '../patients/patient.dto.js';
import { caseState } from '../reading/case-state.js';
import { Reader } from '../reading/reader.js';
import type { AddDocumentDto, AmendReferralDto, OpenReferralDto } from './intake.dto.js';

/** Referrals as they are typed: the patient's identity goes beside the command, its fields' names into the event. */
@Injectable()
export class Referrals {
  constructor(private readonly commands: Commands, private readonly reader: Reader) {}

  async open(by: Changer, body: OpenReferralDto): Promise<DoneDto> {
    const { boardId, tumorType, urgency, originInstitutionId, referrerId, patient, question } = body;
    const [caseId, referralDraftId] = [this.commands.newStreamId(by, 'case'), this.commands.newStreamId(by, 'draft')];
    const patientId = patient.id ?? this.commands.newStreamId(by, 'patient');
    const done = await this.commands.put(by, 'openReferral', caseId,
      { number: '', boardId, tumorType, urgency, patientId, originInstitutionId, referrerId: referrerId ?? null, referralDraftId },
      { texts: { question }, rows: { patient: patientRow(patient, patientId, originInstitutionId) } });
    const number = await this.reader.plain(by, async (rows) => (await rows.query<{ number: string }>('select number from case_row where id = $1', [caseId]))[0]?.number);
    return { ...done, ids: { ...done.ids, caseId, patientId, referralDraftId, ...(number === undefined ? {} : { number }) } };
  }

  async amend(by: Changer, caseId: string, body: AmendReferralDto): Promise<DoneDto> {
    const { urgency, tumorType, referrerId, question, patient } = body;
    const data = { ...(urgency && { urgency }), ...(tumorType && { tumorType }), ...(referrerId && { referrerId }) };
    if (!patient) return this.commands.put(by, 'amendReferral', caseId, data, { ...body, texts: { question } });
    const state = await this.reader.plain(by, (rows) => caseState(rows, caseId));
    if (!state) return this.reader.refused(by, 'amendReferral', [caseId]);
    const row = patientRow(patient, state.patientId, state.originInstitutionId);
    const patientFields = ['names', 'born', 'sex', 'identifier', 'allergies', 'guardian'].filter((field) => Reflect.get(patient, field) !== undefined);
    return this.commands.put(by, 'amendReferral', caseId, { ...data, patientFields }, { ...body, texts: { question }, rows: { patient: row } });
  }

  /** The file must be one that the reader sees and that belongs to this case: its hash is taken from its record, never from the body. */
  async addDocument(by: Changer, caseId: string, { fileId, kind, language, ...body }: AddDocumentDto): Promise<DoneDto> {
    const sha256 = await this.reader.plain(by, async (rows) => (await rows.query<{ sha256: string }>('select sha256 from file_row where id = $1 and (case_id = $2 or case_id is null)', [fileId, caseId]))[0]?.sha256);
    if (sha256 === undefined) throw new RefusalError(refuse('DOCUMENT.NOT_FOUND', {}, 'fileId'));
    const documentId = this.commands.newStreamId(by, 'document');
    const done = await this.commands.put(by, 'addDocument', caseId, { documentId, fileId, kind, language, sha256 }, body);
    return { ...done, ids: { ...done.ids, documentId } };
  }
}

function patientRow(patient: PatientInputDto, id: string, institutionId: string): PatientRow {
  const { allergies, born, sex, identifier, identifierKind, guardian, contact } = patient;
  return {
    id, institutionId, names: patient.names.map(nameOf), born: born ?? null, sex, identifier: identifier ?? null, identifierKind: identifierKind ?? null, guardian: guardian ?? null, contact: contact ?? {},
    allergies: allergies.state === 'some' ? { state: 'some', list: allergies.list ?? [] } : { state: allergies.state },
  };
}

/** A part that was left empty is absent, never an empty text. */
const part = (text: string | null | undefined): string | null => (text === null || text === undefined || text.trim() === '' ? null : text);
const nameOf = ({ script, family, given, patronymic, notKnownBecause }: HumanNameDto): HumanName =>
  ({ script, family: part(family), given: part(given), patronymic: part(patronymic), notKnownBecause: part(notKnownBecause) });
