import type { TaskKind } from '#domain';
import { IsInt, Matches, Max, Min } from 'class-validator';
import { Code, Id, InstantField, Maybe, OneOf, Words } from '../http/fields.js';
import { InstitutionRefDto, PersonRefDto } from '../people/refs.dto.js';

export const auditKinds = ['all', 'changes', 'reads', 'refusals', 'signIns'] as const;
export type AuditKind = (typeof auditKinds)[number];

/** What an admin asks. A body, not an address: patients are looked for by it. */
export class AuditQueryDto {
  @Maybe() @OneOf(auditKinds) kind?: AuditKind;
  @Maybe() @Id() personId?: string;
  @Maybe() @Id() patientId?: string;
  @Maybe() @Id() caseId?: string;
  /** Human case number. */
  @Maybe() @Words(40) caseNumber?: string;
  /** Event type or name of the read. */
  @Maybe() @Code() action?: string;
  @Maybe() @InstantField() from?: string;
  @Maybe() @InstantField() to?: string;
  @Maybe() @Matches(/^[A-Za-z0-9_-]{1,200}$/) after?: string;
  @Maybe() @IsInt() @Min(1) @Max(200) limit?: number;
}

/** One entry: who, what, when, from where, on whose behalf. */
export class AuditEntryDto {
  stream!: string;
  seq!: number;
  /** change, read, refusal or signIn */
  kind!: 'change' | 'read' | 'refusal' | 'signIn';
  type!: string;
  /** Time by the door, and by the database. */
  at!: string;
  recordedAt!: string;
  actor!: PersonRefDto | null;
  process!: string | null;
  onBehalfOf!: PersonRefDto | null;
  institution!: InstitutionRefDto | null;
  /** Network address. */
  from!: string | null;
  purpose!: string;
  /** Cases concerned: those that were shown, or the one that changed. */
  cases!: AuditCaseDto[];
  /** The task that changed. */
  task!: AuditTaskDto | null;
  /** What was read or refused; code of the refusal. */
  what!: string | null;
  /** identity, clinical, audit, list or aggregate */
  fields!: string | null;
  code!: string | null;
  data!: Record<string, unknown>;
  hash!: string;
}
export class AuditCaseDto { id!: string; number!: string | null; }
export class AuditTaskDto { kind!: TaskKind; about!: Record<string, string>; }
export class AuditPageDto { entries!: AuditEntryDto[]; next!: string | null; }
export class AuditFacetsDto { people!: PersonRefDto[]; actions!: string[]; }
export class AuditExportQueryDto {
  /** One case's chain; without it all chains that the reader answers for. */
  @Maybe() @Id() caseId?: string;
}
