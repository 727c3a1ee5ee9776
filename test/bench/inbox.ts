import { testApi } from '../api/api.fixture.js';
import type { TestDatabase } from '../factories/database.js';
import { timed, type Timing } from './figures.js';
import { signedIn, type Api } from './http.js';
import { statementsOf, working } from './statements.js';

export interface InboxAt { readonly openCases: number; readonly readingStatements: number; readonly allStatements: number; readonly items: number; readonly page: Timing }

const idOf = (what: string): string => `md5('${what}' || n || $1::text)::uuid`;
const rows = (table: string, alias: string, given: string): string => `
  insert into ${table} select r.* from ${table} ${alias}, generate_series($2::int, $3::int) n, lateral jsonb_populate_record(${alias}, ${given}) r`;

const openAgain = `case when t.kind = 'imagingReview' then '{"status": "ready", "owner_id": null, "closed_at": null, "result": null, "paused": false, "no_deadline_because": null}'::jsonb else '{}'::jsonb end`;

/** Open cases as copies of one, with its tasks and grants: what screens read, no streams. Its imaging review, done by then, is open in the copies. */
async function copies(database: TestDatabase, caseId: string, from: number, to: number): Promise<void> {
  const values = [caseId, from, to];
  await database.asSuperuser(`${rows('case_row', 'c', `jsonb_build_object('id', ${idOf('case')}, 'number', 'B-' || n)`)} where c.id = $1::uuid`, values);
  await database.asSuperuser(`${rows('task_row', 't', `jsonb_build_object('id', md5(t.id::text || n || $1::text)::uuid, 'case_id', ${idOf('case')}, 'due_at', coalesce(t.due_at, t.created_at) + make_interval(mins => n)) || ${openAgain}`)} where t.case_id = $1::uuid`, values);
  await database.asSuperuser(`insert into case_grant (case_id, institution_id, role, discipline, person_id, fields, until)
    select ${idOf('case')}, g.institution_id, g.role, g.discipline, g.person_id, g.fields, g.until from case_grant g, generate_series($2::int, $3::int) n where g.case_id = $1::uuid`, values);
  await database.asSuperuser('analyze case_row, task_row, case_grant');
}

export interface BoardAt { readonly openCases: number; readonly forecasts: number; readonly statements: number; readonly page: Timing }

/** The case board of a case manager with a forecast on every card that is on its way to a meeting. */
export async function caseBoard(database: TestDatabase, api: Api, caseId: string, openCases: number, times: number): Promise<BoardAt> {
  await copies(database, caseId, 1, openCases);
  const local = await testApi(database);
  try {
    const client = await local.as('wu');
    const browser = await signedIn(database, api.port, 'wu');
    await client.get('/api/cases/board').expect(200);
    const { answer, statements } = await statementsOf(() => client.get('/api/cases/board').expect(200));
    const cards = (answer.body as { columns: { cards: { meeting: unknown }[] }[] }).columns.flatMap((column) => column.cards);
    await timed(1, Array.from({ length: 3 }, () => () => browser.get('cases/board')));
    return { openCases, forecasts: cards.filter(({ meeting }) => meeting !== null).length, statements: working(statements).length, page: await timed(1, Array.from({ length: times }, () => () => browser.get('cases/board'))) };
  } finally {
    await local.end();
  }
}

export interface OwnInbox { readonly ownTasks: number; readonly readingStatements: number; readonly page: Timing }

/** The inbox of people who have so many tasks of their own, beside all that is open. */
export async function ownInbox(database: TestDatabase, api: Api, own: readonly (readonly [subject: string, tasks: number])[], times: number): Promise<readonly OwnInbox[]> {
  const local = await testApi(database);
  try {
    const found: OwnInbox[] = [];
    for (const [subject, tasks] of own) {
      const client = await local.as(subject);
      const { rowCount } = await database.asSuperuser(`update task_row set owner_id = $1, status = 'inProgress' where id in (select id from task_row where kind = 'imagingReview' and status = 'ready' and owner_id is null order by due_at limit $2)`, [client.personId, tasks]);
      await database.asSuperuser('analyze task_row');
      const browser = await signedIn(database, api.port, subject);
      await client.get('/api/inbox').expect(200);
      const { statements } = await statementsOf(() => client.get('/api/inbox').expect(200));
      await timed(1, Array.from({ length: 10 }, () => () => browser.get('inbox')));
      found.push({ ownTasks: rowCount ?? 0, readingStatements: working(statements).filter(({ by }) => by === 'reader').length, page: await timed(1, Array.from({ length: times }, () => () => browser.get('inbox'))) });
    }
    return found;
  } finally {
    await local.end();
  }
}

/** The inbox of a radiologist and head whose pool holds one task of every open case. */
export async function inbox(database: TestDatabase, api: Api, caseId: string, sizes: readonly number[], times: number, already: number): Promise<readonly InboxAt[]> {
  const local = await testApi(database);
  try {
    const client = await local.as('gao');
    const browser = await signedIn(database, api.port, 'gao');
    const found: InboxAt[] = [];
    let made = already;
    for (const openCases of sizes) {
      await copies(database, caseId, made + 1, openCases);
      made = openCases;
      await client.get('/api/inbox').expect(200);
      const { answer, statements } = await statementsOf(() => client.get('/api/inbox').expect(200));
      const asked = working(statements);
      await timed(1, Array.from({ length: 10 }, () => () => browser.get('inbox')));
      found.push({
        openCases, items: (answer.body as { items: unknown[] }).items.length, readingStatements: asked.filter(({ by }) => by === 'reader').length, allStatements: asked.length,
        page: await timed(1, Array.from({ length: times }, () => () => browser.get('inbox'))),
      });
    }
    return found;
  } finally {
    await local.end();
  }
}
