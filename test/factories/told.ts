import type { DataSource } from 'typeorm';
import type { Instant } from '#domain';
import { cast, personId } from '../../apps/cli/seed/cast.js';

export interface Fired { readonly task: string; readonly mark: string; readonly at: Instant; readonly due: Instant; readonly late: boolean; readonly to: readonly string[] }

const nameOf = new Map(cast.map(({ subject }) => [personId(subject), subject]));

/** What a case told whom: each mark that fired, with its planned instant, in the order of the events. */
export async function fired(door: DataSource, caseId: string): Promise<readonly Fired[]> {
  const rows = await door.query<{ kind: string; mark: string; at: Instant; due: Instant; late: boolean; tells: { personId: string; as: string }[] }[]>(`
    select e.data->>'mark' as mark, e.at, (e.data->>'late')::boolean as late, e.data->'tells' as tells, s.state->'tasks'->(e.data->>'taskId')->>'kind' as kind,
      (select m->>'at' from jsonb_array_elements(s.state->'tasks'->(e.data->>'taskId')->'deadline'->'marks') m where m->>'name' = e.data->>'mark') as due
    from event e join stream s on s.id = e.stream where e.stream = $1 and e.type = 'MarkFired' order by e.seq`, [caseId]);
  return rows.map(({ kind, mark, at, due, late, tells }) => ({ task: kind, mark, at, due, late, to: tells.map((told) => `${nameOf.get(told.personId) ?? told.personId} as ${told.as}`).sort() }));
}

/** Mails that would be sent or were: one line a mail. */
export async function mails(door: DataSource, caseId: string): Promise<readonly string[]> {
  const rows = await door.query<{ person_id: string; kind: string; task: string | null; mark: string }[]>(`
    select n.person_id, n.kind, t.kind as task, n.params->>'mark' as mark from notification n left join task_row t on t.id = n.task_id
    where n.case_id = $1 and n.mark_kind in ('remind', 'escalate', 'expire') order by n.created_at, n.id`, [caseId]);
  return rows.map((row) => `${nameOf.get(row.person_id) ?? row.person_id}: ${row.task ?? ''}.${row.mark ?? ''}`).sort();
}

export async function eventsOf(door: DataSource, stream: string): Promise<readonly string[]> {
  const rows = await door.query<{ type: string }[]>('select type from event where stream = $1 order by seq', [stream]);
  return rows.map(({ type }) => type);
}
