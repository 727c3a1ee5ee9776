import { grantsOf, mayRead, type BoardDefinition, type CaseState, type PersonActor, type Post } from '#domain';
import { read } from '#persistence';
import { person } from '../factories/people.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';

let demo: TestDatabase;
let cases: readonly { state: CaseState; board: BoardDefinition }[];
let people: readonly PersonActor[];
beforeAll(async () => {
  demo = await demoDatabase();
  cases = await demo.door.query(`select s.state, v.definition as board from stream s join case_row c on c.id = s.id join board_version v on v.board_id = c.board_id and v.version = c.board_version`);
  const rows = await demo.door.query<{ id: string; posts: Post[] }[]>(`select p.id, (select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'role', o.role, 'discipline', o.discipline)) from post o where o.person_id = p.id) as posts from person p`);
  people = rows.map(({ id, posts }) => person({ personId: id, posts, institutionId: posts[0]?.institutionId ?? '' }));
}, 240_000);
afterAll(async () => { await demo?.end(); });

const idsOf = async (actor: PersonActor, sql: string): Promise<ReadonlySet<string>> =>
  new Set((await read(demo.reader, actor, (manager) => manager.query<{ id: string }[]>(sql))).map(({ id }) => id));
const expected = (actor: PersonActor, fields: 'clinical' | 'audit'): ReadonlySet<string> =>
  new Set(cases.filter(({ state, board }) => mayRead(actor, grantsOf(state, board), new Date().toISOString(), fields)).map(({ state }) => state.id));

/** Tables of a case with the column that names it: each must show rows of exactly the cases that the domain's rule opens. */
const clinical = ['case_row.id', 'task_row.case_id', 'document_row.case_id', 'opinion_row.case_id', 'outcome_row.case_id', 'agenda_row.case_id', 'text_row.case_id'];

describe('what a person sees', () => {
  it('is one and the same by the domain\'s rule and by the database, for every person, case and table', async () => {
    let seen = 0;
    for (const actor of people) {
      const may = expected(actor, 'clinical');
      for (const place of clinical) {
        const [table, column] = place.split('.');
        const shown = await idsOf(actor, `select distinct ${column} as id from ${table} where ${column} is not null`);
        const all = new Set((await demo.door.query<{ id: string }[]>(`select distinct ${column} as id from ${table} where ${column} is not null`)).map(({ id }) => id));
        expect({ person: actor.personId, table, cases: [...shown].sort() }).toEqual({ person: actor.personId, table, cases: [...all].filter((id) => may.has(id)).sort() });
        seen += shown.size;
      }
      expect([...(await idsOf(actor, `select distinct stream as id from event where kind = 'case'`))].sort()).toEqual([...expected(actor, 'audit')].sort());
    }
    // people see different things: the matrix isn't empty, and not everybody sees everything
    expect(seen).toBeGreaterThan(100);
    expect(new Set(people.map((actor) => [...expected(actor, 'clinical')].sort().join())).size).toBeGreaterThan(5);
  });

  it('of patients: those of the cases seen, and the own hospital\'s for its case managers and referrers', async () => {
    for (const actor of people) {
      const may = expected(actor, 'clinical');
      const own = new Set(actor.posts.filter(({ role }) => role === 'caseManager' || role === 'referringClinician').map(({ institutionId }) => institutionId));
      const wanted = cases.filter(({ state }) => may.has(state.id) || own.has(state.originInstitutionId)).map(({ state }) => state.patientId);
      expect([...(await idsOf(actor, 'select id from patient'))].sort()).toEqual([...new Set(wanted)].sort());
      expect([...(await idsOf(actor, 'select distinct id from patient_version'))].sort()).toEqual([...new Set(wanted)].sort());
    }
  });

  it('ends when the grant does, without anything being written', async () => {
    const actor = people.find((one) => expected(one, 'clinical').size > 0) ?? person();
    const [first] = expected(actor, 'clinical');
    const before = (await idsOf(actor, 'select id from case_row')).size;
    await demo.door.query(`delete from case_grant where case_id = $1`, [first]);
    expect((await idsOf(actor, 'select id from case_row')).size).toBe(before - 1);
  });
});

describe('a review\'s draft', () => {
  it('is its author\'s until it is signed; a signed one is seen with the case', async () => {
    const rows = await demo.door.query<{ draft_id: string; author: string; case_id: string; signed: boolean }[]>(`select f.draft_id, f.author, f.case_id, exists (select 1 from opinion_row o where o.draft_id = f.draft_id) as signed from form_version f where f.task_id is not null`);
    expect(rows.filter(({ signed }) => !signed).length).toBeGreaterThan(0);
    const owners = await demo.door.query<{ draft_id: string; owner_id: string | null }[]>('select f.draft_id, t.owner_id from form_version f join task_row t on t.id = f.task_id');
    for (const actor of people) {
      const shown = await idsOf(actor, 'select draft_id as id from form_version where task_id is not null');
      const visible = await idsOf(actor, 'select id from case_row');
      for (const { draft_id: draft, author, case_id: caseId, signed } of rows) {
        const owns = owners.some((row) => row.draft_id === draft && row.owner_id === actor.personId);
        expect(shown.has(draft)).toBe(author === actor.personId || (visible.has(caseId) && (signed || owns)));
      }
    }
  });
});

describe('nobody', () => {
  it('sees a stranger\'s notifications, and a disabled person sees nothing at all', async () => {
    const actor = people.find((one) => expected(one, 'clinical').size > 2) ?? person();
    expect(await read(demo.reader, actor, (manager) => manager.query('select count(*)::int as n from notification where person_id <> $1', [actor.personId]))).toEqual([{ n: 0 }]);
    await demo.door.query('update person set active = false where id = $1', [actor.personId]);
    for (const table of ['case_row', 'task_row', 'patient']) expect((await idsOf(actor, `select id from ${table}`)).size).toBe(0);
  });
});
