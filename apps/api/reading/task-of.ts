import type { ActingFor, Deadline, Discipline, HandOver, Instant, Role, Stage, Suspension, Task, TaskKind, TaskStatus } from '#domain';
import type { MayDto } from '../http/may.dto.js';
import type { TaskDto } from '../tasks/task.dto.js';
import { dueOf, lightOf, workContext } from './due.js';
import type { Names } from './names.js';

/** A row of `task_row`, by the columns below. */
export interface TaskRow {
  id: string; case_id: string; kind: TaskKind; stage: Stage; round: number; status: TaskStatus; offer_institution_id: string; offer_role: Role; offer_discipline: Discipline | null;
  owner_id: string | null; deadline: Deadline | null; no_deadline_because: string | null; about: Record<string, string>; created_at: Instant; closed_at: Instant | null;
  result: string | null; expires_at: Instant | null; paused: boolean; version: number;
  arranged: Arranged;
}
/** Absent in rows from before anything could be arranged. */
export interface Arranged { readonly handOver?: HandOver | null; readonly actingFor?: ActingFor | null; readonly suspended?: Suspension | null }
export const taskColumns = (t: string): string => ['id', 'case_id', 'kind', 'stage', 'round', 'status', 'offer_institution_id', 'offer_role', 'offer_discipline', 'owner_id',
  'deadline', 'no_deadline_because', 'about', 'created_at', 'closed_at', 'result', 'expires_at', 'paused', 'version', 'arranged'].map((column) => `${t}.${column}`).join(', ');

const isOpenStatus = (status: TaskStatus): boolean => status === 'created' || status === 'ready' || status === 'inProgress';

export function taskOfRow(row: TaskRow, names: Names, now: Instant, may: MayDto[] = []): TaskDto {
  const context = workContext(names.directory, { institutionId: row.offer_institution_id, calendarId: row.deadline?.calendarId, ownerId: row.owner_id, pauses: [] });
  const open = isOpenStatus(row.status);
  return {
    id: row.id, caseId: row.case_id, kind: row.kind, stage: row.stage, round: row.round, status: row.status,
    light: lightOf({ open, paused: row.paused, noDeadlineBecause: row.no_deadline_because, owned: row.owner_id !== null, deadline: row.deadline }, now),
    pool: names.pool(row.offer_institution_id, row.offer_role, row.offer_discipline), owner: names.maybe(row.owner_id),
    due: open && !row.paused ? dueOf(row.deadline, now, context) : null, noDeadlineBecause: row.no_deadline_because, paused: row.paused, about: row.about,
    createdAt: row.created_at, closedAt: row.closed_at, result: row.result, expiresAt: row.expires_at, version: row.version, may,
    ...arrangedOf(row.arranged, names),
  };
}

function arrangedOf({ handOver, actingFor, suspended }: Arranged, names: Names): Pick<TaskDto, 'handOver' | 'actingFor' | 'suspended'> {
  return {
    handOver: handOver == null ? null : { to: names.person(handOver.to), at: handOver.at },
    actingFor: actingFor == null ? null : { person: names.person(actingFor.personId), since: actingFor.since, because: actingFor.because },
    suspended: suspended == null ? null : { reason: suspended.reason, since: suspended.since, resumesAt: suspended.resumesAt },
  };
}

/** The same from a case's state. */
export function taskOf(task: Task, caseId: string, names: Names, now: Instant, may: MayDto[] = []): TaskDto {
  const { offer } = task;
  return taskOfRow({
    id: task.id, case_id: caseId, kind: task.kind, stage: task.stage, round: task.round, status: task.status, offer_institution_id: offer.institutionId, offer_role: offer.role,
    offer_discipline: offer.discipline, owner_id: task.ownerId, deadline: task.deadline, no_deadline_because: task.noDeadlineBecause, about: { ...task.about }, created_at: task.createdAt,
    closed_at: task.closedAt, result: task.result, expires_at: task.expiresAt, paused: task.pauses.some((pause) => pause.to === null), version: task.version,
    arranged: { handOver: task.handOver ?? null, actingFor: task.actingFor ?? null, suspended: task.suspended ?? null },
  }, names, now, may);
}
