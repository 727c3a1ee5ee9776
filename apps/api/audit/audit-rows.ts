import type { Instant, TaskKind } from '#domain';
import { keyColumn } from '#persistence';
import { looksLikeId } from '../http/fields.js';
import { Conditions } from '../reading/conditions.js';
import type { Names } from '../reading/names.js';
import type { AuditEntryDto, AuditQueryDto } from './audit.dto.js';

export interface AuditRow {
  stream: string; seq: number; kind: string; type: string; at: Instant; recorded_at: Instant; actor: string; on_behalf: string | null; institution: string | null; purpose: string; address: string | null;
  case_id: string | null; data: Record<string, unknown>; hash: string; key_at: string; key_id: string; cases: { id: string; number: string | null }[]; task: { kind: TaskKind; about: Record<string, string> } | null;
}

/** Entries of one instant are told apart by stream and position: both in one id, so that a page's key stays two values. */
const keyId = `md5(e.stream::text || e.seq::text)::uuid`;
/** The cases that a read showed, as far as the reader answers for them, or the one that changed: their numbers by the heads of their streams, since an admin who answers for a case need not be one who may open it. */
const cases = `coalesce((select jsonb_agg(jsonb_build_object('id', x.case_id, 'number', c.state ->> 'number') order by x.case_id)
  from (select e.case_id where e.case_id is not null union select a.case_id from access_case a where a.stream = e.stream and a.seq = e.seq) x left join stream c on c.id = x.case_id), '[]')`;
/** Events name a task by its id; what it asks stands in the head of its case's stream. */
const task = `(select jsonb_build_object('kind', x.task -> 'kind', 'about', x.task -> 'about')
  from (select c.state #> array['tasks', coalesce(e.data ->> 'taskId', e.data #>> '{task,id}')] as task from stream c where c.id = e.case_id) x where x.task is not null)`;

export const auditColumns = `e.stream, e.seq, e.kind, e.type, e.at, e.recorded_at, e.actor, e.on_behalf, e.institution, e.purpose, e.address, e.case_id, e.data, e.hash,
  ${keyColumn('e.at')} as key_at, ${keyId} as key_id, ${cases} as cases, ${task} as task`;
export const auditOrder = `e.at desc, ${keyId} desc`;
export const auditKeyId = keyId;

const kinds: Readonly<Record<string, string>> = { changes: `e.kind <> 'access'`, reads: `e.type = 'Read'`, refusals: `e.type = 'Refused'`, signIns: `e.type in ('SignedIn', 'SignedOut')` };

/** The filters of an admin's question. `caseIds` were found from patient and case number before. */
export function auditConditions(query: AuditQueryDto, caseIds: readonly string[] | null): Conditions {
  const conditions = new Conditions();
  const kind = kinds[query.kind ?? 'all'];
  if (kind) conditions.and(kind);
  conditions.when(query.personId, 'e.actor = ?').when(query.from, 'e.at >= ?').when(query.to, 'e.at < ?');
  if (query.action) conditions.and(`e.type = ? or e.data ->> 'what' = ?`, query.action, query.action);
  if (caseIds !== null) conditions.and('e.case_id = any (?::uuid[]) or exists (select 1 from access_case a where a.stream = e.stream and a.seq = e.seq and a.case_id = any (?::uuid[]))', caseIds, caseIds);
  return conditions;
}

export function auditEntryOf(row: AuditRow, names: Names): AuditEntryDto {
  const text = (field: string): string | null => (typeof row.data[field] === 'string' ? row.data[field] : null);
  return {
    stream: row.stream, seq: row.seq, kind: kindOf(row), type: row.type, at: row.at, recordedAt: row.recorded_at, actor: looksLikeId(row.actor) ? names.person(row.actor) : null,
    process: row.actor.startsWith('process:') ? row.actor.slice('process:'.length) : null, onBehalfOf: names.maybe(row.on_behalf), institution: row.institution === null ? null : names.institution(row.institution),
    from: row.address, purpose: row.purpose, cases: row.cases, task: row.task, what: text('what') ?? text('because'), fields: text('fields'), code: text('code'), data: shownData(row), hash: row.hash,
  };
}

function kindOf({ kind, type }: AuditRow): AuditEntryDto['kind'] {
  if (kind !== 'access') return 'change';
  return type === 'Read' ? 'read' : type === 'Refused' ? 'refusal' : 'signIn';
}

/** A list's record names every case that was shown; the reader of the audit sees those of its own hospitals, in `cases`. */
function shownData({ kind, data }: AuditRow): Record<string, unknown> {
  if (kind !== 'access') return data;
  const { caseIds: _, caseId: __, ...rest } = data;
  return rest;
}
