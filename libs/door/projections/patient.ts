import { searchTextOf } from '#persistence';
import type { PatientRow } from '#domain';
import { actorKey } from '../append.js';
import type { Projection } from './change.js';

/**
 * Identity and contact as they came with the command: a new version beside the old ones, never over them. A patient belongs to a
 * hospital for good; the name of an existing patient is only changed through a case of that patient.
 */
export const projectPatient: Projection<unknown> = async (tx, { command, actor, at }) => {
  const patient = command.rows?.patient;
  if (patient === undefined) return;
  const [row] = await tx.query<{ version: number }[]>(`
    insert into patient as p (id, institution_id, names, search, born, sex, identifier, identifier_kind, allergies, contact, guardian)
    values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11::jsonb)
    on conflict (id) do update set names = excluded.names, search = excluded.search, born = excluded.born, sex = excluded.sex, identifier = excluded.identifier,
      identifier_kind = excluded.identifier_kind, allergies = excluded.allergies, contact = excluded.contact, guardian = excluded.guardian, version = p.version + 1
    where p.institution_id = excluded.institution_id
    returning version`, [patient.id, patient.institutionId, JSON.stringify(patient.names), searchTextOf(patient.names, patient.identifier), ...identity(patient)]);
  if (row === undefined) throw new Error('A patient of another hospital');
  await tx.query(`insert into patient_version (id, version, names, born, sex, identifier, identifier_kind, allergies, contact, guardian, author, at)
    values ($1, $2, $3::jsonb, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12)`, [patient.id, row.version, JSON.stringify(patient.names), ...identity(patient), actorKey(actor), at]);
};

const identity = (patient: PatientRow): readonly unknown[] => [
  patient.born, patient.sex, patient.identifier, patient.identifierKind, JSON.stringify(patient.allergies), JSON.stringify(patient.contact), JSON.stringify(patient.guardian),
];
