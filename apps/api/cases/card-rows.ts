import type { CaseStatus, Deadline, Discipline, Instant, Role, Stage, TaskKind, TaskStatus, WaitingClock } from '#domain';
import { keyColumn } from '#persistence';
import { patientNameColumns, type PatientNameRow } from '../patients/patient-of.js';

/** An open task as a card needs it. */
export interface CardTaskRow {
  id: string; kind: TaskKind; status: TaskStatus; round: number; owner: string | null; institution: string; role: Role; discipline: Discipline | null;
  dueAt: Instant | null; deadline: Deadline | null; paused: boolean; because: string | null; about: Readonly<Record<string, string>>;
}
export interface CardRow extends PatientNameRow {
  id: string; number: string; board_id: string; board_version: number; tumor_type: string; laterality: string | null; urgency: 'emergency' | 'urgent' | 'routine'; status: CaseStatus; round: number;
  column_stage: Stage | 'draft' | 'closed'; origin_institution_id: string; host_institution_id: string; due_at: Instant | null; due_task: { taskId: string } | null; missing: string[]; blocker: { code: string; facts: Record<string, unknown> } | null;
  meeting_id: string | null; opened_at: Instant; submitted_at: Instant | null; updated_at: Instant; seq: number; waiting: WaitingClock[]; /** The chair took the file as it is. */ reviews_skipped: boolean; key_at: string; tasks: CardTaskRow[];
}

/** Reviews of the round, done ones too, and whatever is open: chips, owner and time of a card. */
const tasks = `(select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'kind', t.kind, 'status', t.status, 'round', t.round, 'owner', t.owner_id, 'institution', t.offer_institution_id,
    'role', t.offer_role, 'discipline', t.offer_discipline, 'dueAt', t.deadline -> 'dueAt', 'deadline', t.deadline, 'paused', t.paused, 'because', t.no_deadline_because, 'about', t.about) order by t.created_at, t.id), '[]')
  from task_row t where t.case_id = c.id and (t.status in ('created', 'ready', 'inProgress') or (t.round = c.round and t.kind in ('pathologyReview', 'secondPathologyReview', 'imagingReview'))))`;

/** Columns of a card from `case_row c left join patient p`. */
export const cardColumns = `c.id, c.number, c.blocker, c.patient_id, c.board_id, c.board_version, c.tumor_type, c.laterality, c.urgency, c.status, c.round, c.column_stage, c.origin_institution_id, c.host_institution_id,
  c.due_at, c.due_task, c.missing, c.meeting_id, c.opened_at, c.submitted_at, c.updated_at, c.seq, c.waiting, ('skipped' in (c.stages -> 'pathologyReview' ->> 'status', c.stages -> 'imagingReview' ->> 'status')) is true as reviews_skipped, ${keyColumn('c.due_at')} as key_at, ${patientNameColumns}, ${tasks} as tasks`;
export const cardFrom = 'case_row c left join patient p on p.id = c.patient_id';
