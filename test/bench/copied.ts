import type { CaseState } from '#domain';
import type { TestDatabase } from '../factories/database.js';

/** Ids of a copy follow from those of the original and its number: streams and rows name the same. */
const copyOf = (id: string): string => `md5(${id} || n || 'copy')::uuid`;
const rows = (table: string, alias: string, given: string, of: string): string => `
  insert into ${table} select r.* from ${table} ${alias}, generate_series(1, $2::int) n, lateral jsonb_populate_record(${alias}, ${given}) r where ${alias}.${of} = $1::uuid`;

/** A case as it stands. */
export async function stateOf(database: TestDatabase, caseId: string): Promise<CaseState> {
  const [row] = await database.door.query<{ state: CaseState }[]>('select state from stream where id = $1', [caseId]);
  if (row === undefined) throw new Error(`No case ${caseId}`);
  return row.state;
}

/**
 * So many whole cases like one: heads that commands go on from, and what screens read of them. `state` stands in the place of the original's; its tasks
 * that are open by it are open in the rows, and each copy has its own number. No events: what is measured begins here.
 */
export async function copied(database: TestDatabase, state: CaseState, count: number, due: { readonly at: string; readonly what: string } | null): Promise<void> {
  const ids = [state.id, ...Object.keys(state.tasks)];
  const replaced = ids.reduce((text, _id, place) => `replace(${text}, ($4::text[])[${String(place + 1)}], ${copyOf(`($4::text[])[${String(place + 1)}]`)}::text)`, '$3::text');
  await database.asSuperuser(rows('stream', 's', `jsonb_build_object('id', ${copyOf('s.id::text')}, 'state', jsonb_set((${replaced})::jsonb, '{number}', to_jsonb('B-' || n)), 'next_due_at', $5::timestamptz, 'next_due_what', $6::text, 'ready', '[]'::jsonb, 'ready_since', null)`, 'id'),
    [state.id, count, JSON.stringify(state), ids, due?.at ?? null, due?.what ?? null]);
  await database.asSuperuser(rows('case_row', 'c', `jsonb_build_object('id', ${copyOf('c.id::text')}, 'number', 'B-' || n)`, 'id'), [state.id, count]);
  const tasks = Object.values(state.tasks).map(({ id, status, ownerId, deadline }) => ({ id, status, owner_id: ownerId, deadline, due_at: deadline?.dueAt ?? null }));
  await database.asSuperuser(`insert into task_row select r.* from task_row t join jsonb_to_recordset($3::jsonb) g(id uuid, status text, owner_id uuid, deadline jsonb, due_at timestamptz) on g.id = t.id, generate_series(1, $2::int) n,
    lateral jsonb_populate_record(t, jsonb_build_object('id', ${copyOf('t.id::text')}, 'case_id', ${copyOf('t.case_id::text')}, 'status', g.status, 'owner_id', g.owner_id, 'deadline', g.deadline, 'due_at', g.due_at)) r where t.case_id = $1::uuid`,
  [state.id, count, JSON.stringify(tasks)]);
  await database.asSuperuser(`insert into case_grant (case_id, institution_id, role, discipline, person_id, fields, until)
    select ${copyOf('g.case_id::text')}, g.institution_id, g.role, g.discipline, g.person_id, g.fields, g.until from case_grant g, generate_series(1, $2::int) n where g.case_id = $1::uuid`, [state.id, count]);
  await database.asSuperuser('analyze stream, case_row, task_row, case_grant');
}

/** Ids of the copies of a case, in no order. */
export const copiesOf = async (database: TestDatabase, caseId: string, count: number): Promise<readonly string[]> =>
  (await database.door.query<{ id: string }[]>(`select ${copyOf('$1::text')} as id from generate_series(1, $2::int) n`, [caseId, count])).map(({ id }) => id);
