import { isDeepStrictEqual } from 'node:util';
import type { Allergies, HumanName, Instant } from '#domain';
import type { Rows } from '../reading/reader.js';
import type { PatientDto, PatientNameDto } from './patient.dto.js';

type Sex = PatientDto['sex'];
/** Who the patient is, as part of a card's row. */
export interface PatientNameRow { patient_id: string; patient_names: HumanName[] | null; patient_born: string | null; patient_sex: Sex | null }
export const patientNameColumns = 'p.names as patient_names, p.born as patient_born, p.sex as patient_sex';

/** null where the reader may see the case and not the patient. */
export const patientNameOf = (row: PatientNameRow): PatientNameDto | null =>
  (row.patient_names === null ? null : { id: row.patient_id, names: row.patient_names, born: row.patient_born, sex: row.patient_sex ?? 'unknown' });

interface Row { id: string; institutionId: string; names: HumanName[]; born: string | null; sex: Sex; identifier: string | null; identifierKind: string | null; allergies: Allergies | null; guardian: string | null; version: number }
const columns = (of: string): string => `${of}.id, p.institution_id as "institutionId", ${of}.names, ${of}.born, ${of}.sex, ${of}.identifier, ${of}.identifier_kind as "identifierKind", ${of}.allergies, ${of}.guardian, ${of}.version`;

export async function patientOf(rows: Rows, id: string): Promise<PatientDto | null> {
  const [row] = await rows.query<Row>(`select ${columns('p')} from patient p where p.id = $1`, [id]);
  return row ? told(row) : null;
}

/** As known at an instant; null where the reader may see the case and not the patient. */
export async function patientAt(rows: Rows, id: string, at: Instant): Promise<PatientDto | null> {
  const [row] = await rows.query<Row>(`select ${columns('v')} from patient_version v join patient p on p.id = v.id where v.id = $1 and v.at <= $2 order by v.version desc limit 1`, [id, at]);
  return row ? told(row) : null;
}

function told(row: Row): PatientDto {
  const allergies = row.allergies === null ? null : { state: row.allergies.state, ...(row.allergies.state === 'some' ? { list: [...row.allergies.list] } : {}) };
  return { ...row, allergies };
}

const said = ['names', 'born', 'sex', 'identifier', 'allergies', 'guardian'] as const;
/** What is told of a patient otherwise than before, by the forms' names of these fields. */
export const saidOtherwise = (then: PatientDto, now: PatientDto): string[] => said.filter((field) => !isDeepStrictEqual(then[field], now[field]));
