import type { Allergies, HumanName } from '#domain';
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

export async function patientOf(rows: Rows, id: string): Promise<PatientDto | null> {
  const [row] = await rows.query<Row>(`select id, institution_id as "institutionId", names, born, sex, identifier, identifier_kind as "identifierKind", allergies, guardian, version from patient where id = $1`, [id]);
  if (!row) return null;
  const allergies = row.allergies === null ? null : { state: row.allergies.state, ...(row.allergies.state === 'some' ? { list: [...row.allergies.list] } : {}) };
  return { ...row, allergies };
}
