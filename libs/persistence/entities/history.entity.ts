import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { StreamKind } from '#domain';

/** The head of a stream: its state as the domain evolved it. For a case, `state` is a CaseState: ids, codes and instants, no words. */
@Entity('stream')
export class StreamRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('text', 'kind')) kind!: StreamKind;
  @Column(column('bigint', 'seq')) seq!: number;
  @Column(column('text', 'hash')) hash!: string;
  @Column(column('jsonb', 'state')) state!: unknown;
  @Column(instantColumn('next_due_at', true)) nextDueAt!: string | null;
  @Column(maybe('text', 'next_due_what')) nextDueWhat!: string | null;
  @Column(column('jsonb', 'ready')) ready!: readonly { readonly name: string; readonly round: number }[];
  @Column(instantColumn('ready_since', true)) readySince!: string | null;
  @Column(column('boolean', 'closed')) closed!: boolean;
}

/** An event as history shows it; `canonical` is the very text that was hashed. */
@Entity('event')
export class EventRow {
  @PrimaryColumn('uuid') stream!: string;
  @PrimaryColumn('bigint') seq!: number;
  @Column(column('text', 'kind')) kind!: StreamKind;
  @Column(column('text', 'type')) type!: string;
  @Column(column('int', 'version')) version!: number;
  @Column(instantColumn('at')) at!: string;
  @Column(instantColumn('recorded_at')) recordedAt!: string;
  /** A person's id, or `process:<name>`. */
  @Column(column('text', 'actor')) actor!: string;
  @Column(maybe('uuid', 'on_behalf')) onBehalf!: string | null;
  @Column(maybe('uuid', 'institution')) institution!: string | null;
  @Column(column('text', 'purpose')) purpose!: string;
  @Column(column('uuid', 'command_id')) commandId!: string;
  @Column(maybe('text', 'address')) address!: string | null;
  @Column(column('text', 'canonical')) canonical!: string;
  @Column(column('jsonb', 'data')) data!: Readonly<Record<string, unknown>>;
  @Column(column('text', 'prev')) prev!: string;
  @Column(column('text', 'hash')) hash!: string;
  @Column(maybe('uuid', 'case_id')) caseId!: string | null;
}

/** One row a case that was shown or asked for and refused: "who saw this patient". */
@Entity('access_case')
export class AccessCaseRow {
  @PrimaryColumn('uuid') stream!: string;
  @PrimaryColumn('bigint') seq!: number;
  @PrimaryColumn('uuid', { name: 'case_id' }) caseId!: string;
  @Column(column('uuid', 'person_id')) personId!: string;
  @Column(column('text', 'kind')) kind!: string;
  @Column(instantColumn('at')) at!: string;
}

/** Dense order of committed events for live screens. */
@Entity('event_position')
export class EventPositionRow {
  @PrimaryColumn('bigint') position!: number;
  @Column(column('uuid', 'stream')) stream!: string;
  @Column(column('bigint', 'seq')) seq!: number;
  @Column(maybe('uuid', 'case_id')) caseId!: string | null;
  @Column(instantColumn('at')) at!: string;
}
