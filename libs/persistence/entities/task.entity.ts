import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { ActingFor, Deadline, Discipline, HandOver, Suspension, PoolRole, Stage, TaskKind, TaskStatus, Urgency } from '#domain';

/** A task of a case, as the inbox shows it. */
@Entity('task_row')
export class TaskRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('uuid', 'case_id')) caseId!: string;
  @Column(column('text', 'case_number')) caseNumber!: string;
  @Column(column('text', 'kind')) kind!: TaskKind;
  @Column(column('text', 'stage')) stage!: Stage;
  @Column(column('int', 'round')) round!: number;
  @Column(column('text', 'status')) status!: TaskStatus;
  @Column(column('uuid', 'offer_institution_id')) offerInstitutionId!: string;
  @Column(column('text', 'offer_role')) offerRole!: PoolRole;
  @Column(maybe('text', 'offer_discipline')) offerDiscipline!: Discipline | null;
  @Column(maybe('uuid', 'owner_id')) ownerId!: string | null;
  @Column(instantColumn('due_at', true)) dueAt!: string | null;
  @Column(maybe('jsonb', 'deadline')) deadline!: Deadline | null;
  @Column(maybe('text', 'no_deadline_because')) noDeadlineBecause!: string | null;
  @Column(column('jsonb', 'about')) about!: Readonly<Record<string, string>>;
  @Column(column('text', 'urgency')) urgency!: Urgency;
  @Column(instantColumn('created_at')) createdAt!: string;
  @Column(instantColumn('closed_at', true)) closedAt!: string | null;
  @Column(maybe('text', 'result')) result!: string | null;
  @Column(instantColumn('expires_at', true)) expiresAt!: string | null;
  @Column(column('boolean', 'paused')) paused!: boolean;
  /** To whom it is offered, until they answer; for whom its owner does it. */
  @Column(maybe('uuid', 'handed_to')) handedTo!: string | null;
  @Column(maybe('uuid', 'acting_for')) actingFor!: string | null;
  @Column(column('jsonb', 'arranged')) arranged!: { readonly handOver?: HandOver | null; readonly actingFor?: ActingFor | null; readonly suspended?: Suspension | null };
  /** What a screen sends back as `seenVersion`. */
  @Column(column('int', 'version')) version!: number;
  @Column(column('bigint', 'seq')) seq!: number;
}
