import { Column, Entity, PrimaryColumn } from 'typeorm';
import { column, instantColumn, maybe } from './columns.js';
import type { CaseStatus, Stage, StageState, Urgency, WaitingClock } from '#domain';

/** What a case board shows of a case; kept by the door in the same transaction as its events. */
@Entity('case_row')
export class CaseRow {
  @PrimaryColumn('uuid') id!: string;
  @Column(column('text', 'number')) number!: string;
  @Column(column('uuid', 'patient_id')) patientId!: string;
  @Column(column('uuid', 'board_id')) boardId!: string;
  @Column(column('int', 'board_version')) boardVersion!: number;
  @Column(column('text', 'tumor_type')) tumorType!: string;
  @Column(column('text', 'urgency')) urgency!: Urgency;
  @Column(column('text', 'status')) status!: CaseStatus;
  @Column(column('int', 'round')) round!: number;
  @Column(column('text', 'column_stage')) columnStage!: Stage | 'draft' | 'closed';
  @Column(column('jsonb', 'stages')) stages!: Readonly<Record<Stage, StageState>>;
  @Column(column('uuid', 'origin_institution_id')) originInstitutionId!: string;
  @Column(column('uuid', 'host_institution_id')) hostInstitutionId!: string;
  @Column(maybe('uuid', 'referrer_id')) referrerId!: string | null;
  @Column(maybe('uuid', 'origin_case_manager_id')) originCaseManagerId!: string | null;
  @Column(maybe('uuid', 'host_case_manager_id')) hostCaseManagerId!: string | null;
  @Column(maybe('text', 'laterality')) laterality!: string | null;
  @Column(maybe('uuid', 'question_text_id')) questionTextId!: string | null;
  /** Ids of required data-set items that nobody has answered. */
  @Column(column('jsonb', 'missing')) missing!: readonly string[];
  @Column(column('int', 'open_tasks')) openTasks!: number;
  @Column(instantColumn('due_at', true)) dueAt!: string | null;
  /** The open task that is due first. */
  @Column(maybe('jsonb', 'due_task')) dueTask!: { readonly taskId: string; readonly kind: string; readonly ownerId: string | null } | null;
  /** What holds the case, as the domain's `blockerOf` says it. */
  @Column(maybe('jsonb', 'blocker')) blocker!: Readonly<Record<string, unknown>> | null;
  @Column(maybe('uuid', 'meeting_id')) meetingId!: string | null;
  @Column(instantColumn('opened_at')) openedAt!: string;
  @Column(instantColumn('submitted_at', true)) submittedAt!: string | null;
  @Column(column('bigint', 'seq')) seq!: number;
  @Column(instantColumn('updated_at')) updatedAt!: string;
  /** Waiting-time clocks as the domain's `waitingClocksOf` makes them; what they show depends on the day. */
  @Column(column('jsonb', 'waiting')) waiting!: readonly WaitingClock[];
  @Column(instantColumn('waiting_amber_at', true)) waitingAmberAt!: string | null;
  @Column(instantColumn('waiting_red_at', true)) waitingRedAt!: string | null;
  @Column(instantColumn('waiting_breach_at', true)) waitingBreachAt!: string | null;
  @Column(maybe('text', 'closed_because')) closedBecause!: string | null;
}

/** Who may see a case: one row a rule, the same rule that `mayDo` uses. `fields` 'audit' opens the history alone. */
@Entity('case_grant')
export class CaseGrant {
  @PrimaryColumn('bigint') id!: number;
  @Column(column('uuid', 'case_id')) caseId!: string;
  @Column(maybe('uuid', 'institution_id')) institutionId!: string | null;
  @Column(maybe('text', 'role')) role!: string | null;
  @Column(maybe('text', 'discipline')) discipline!: string | null;
  @Column(maybe('uuid', 'person_id')) personId!: string | null;
  @Column(column('text', 'fields')) fields!: string;
  @Column(instantColumn('until', true)) until!: string | null;
}
