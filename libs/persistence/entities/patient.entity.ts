import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { Allergies, HumanName, PatientRow as PatientData } from '#domain';

abstract class PatientColumns {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('jsonb', 'names')) names!: readonly HumanName[];
  /** As told: a year, a year and month, or a date. */
  @Column(maybe('text', 'born')) born!: string | null;
  @Column(column('text', 'sex')) sex!: PatientData['sex'];
  @Column(maybe('text', 'identifier')) identifier!: string | null;
  @Column(maybe('text', 'identifier_kind')) identifierKind!: string | null;
  @Column(maybe('jsonb', 'allergies')) allergies!: Allergies | null;
  @Column(maybe('jsonb', 'contact')) contact!: Readonly<Record<string, string>> | null;
  @Column(maybe('jsonb', 'guardian')) guardian!: string | null;
}

/** A patient as known now. */
@Entity('patient')
export class PatientRow extends PatientColumns {
  @Column(column('uuid', 'institution_id')) institutionId!: string;
  /** Normalised words of all names, for `searchWords`. */
  @Column(column('text', 'search')) search!: string;
  @Column(column('int', 'version')) version!: number;
}

/** A patient as known then. */
@Entity('patient_version')
export class PatientVersionRow extends PatientColumns {
  @PrimaryColumn('int') version!: number;
  @Column(column('text', 'author')) author!: string;
  @Column(instantColumn('at')) at!: string;
}
