import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface Card { id: string; number: string; patient: { names: { family: string | null }[] } | null }
const one = async <T>(sql: string, values: readonly unknown[] = []): Promise<T> => {
  const [row] = await demo.door.query<T[]>(sql, [...values]);
  if (row === undefined) throw new Error(`nothing: ${sql}`);
  return row;
};
const accessOf = (who: Client) => demo.door.query<{ type: string; what: string; code: string | null; cases: string[] }[]>(
  `select e.type, e.data ->> 'what' as what, e.data ->> 'code' as code, array(select a.case_id::text from access_case a where a.stream = e.stream and a.seq = e.seq) as cases
   from event e where e.kind = 'access' and e.actor = $1 order by e.at, e.seq`, [who.personId]);

const screens = ['', '/history', '/referral', '/transfer', '/tasks/:id', '/tasks/:id/due', '/reviews/:id', '/opinions/:id', '/outcomes/:id', '/outcomes/:id/board-saw', '/outcomes/:id/letters/en', '/documents/:id/content', '/files/:id/content'];

describe('what one may not see (H11, P32)', () => {
  it.each(screens)('/cases/…%s answers for a foreign case as for an unknown one, and both are on record', async (screen) => {
    const levi = await api.as('levi');
    const foreign = await one<{ id: string; task: string }>(`select c.id, (select t.id from task_row t where t.case_id = c.id limit 1) as task from case_row c join institution i on i.id = c.origin_institution_id where i.code = 'astana' and c.submitted_at is not null limit 1`);
    const path = (id: string) => `/api/cases/${id}${screen.replace(':id', foreign.task)}`;
    const answers = [await levi.get(path(foreign.id)), await levi.get(path(randomUUID()))];
    const bodies = answers.map(({ status, body }) => ({ ...(body as object), status, instance: '' }));
    expect(bodies[0]).toEqual(bodies[1]);
    expect(bodies[0]).toMatchObject({ status: 404, code: 'ACCESS.NOT_FOUND' });
    const refused = (await accessOf(levi)).filter(({ type }) => type === 'Refused');
    expect(refused.at(-2)?.cases).toEqual([foreign.id]);
    expect(refused.at(-1)?.code).toBe('ACCESS.NOT_FOUND');
  });

  it('refuses a command on a foreign case in the same words as on an unknown one', async () => {
    const levi = await api.as('levi');
    const foreign = await one<{ id: string }>(`select c.id from case_row c join institution i on i.id = c.origin_institution_id where i.code = 'astana' and c.submitted_at is not null limit 1`);
    const answers = [await levi.change(`/api/cases/${foreign.id}/hold`, { because: 'awaitingPatient', resumeBy: '2027-01-04' }), await levi.change(`/api/cases/${randomUUID()}/hold`, { because: 'awaitingPatient', resumeBy: '2027-01-04' })];
    expect(answers.map(({ status, body }) => [status, (body as { code: string }).code, (body as { title: string }).title])).toEqual([[404, 'ACCESS.NOT_FOUND', 'There is nothing here'], [404, 'ACCESS.NOT_FOUND', 'There is nothing here']]);
  });

  it('shows no card, no search hit, no meeting row and no export line of it', async () => {
    const levi = await api.as('levi');
    const foreign = await one<{ number: string; family: string }>(`select c.number, p.names -> 0 ->> 'family' as family from case_row c join patient p on p.id = c.patient_id join institution i on i.id = c.origin_institution_id where i.code = 'astana' and c.submitted_at is not null limit 1`);
    const seen = await Promise.all([levi.get('/api/cases/board'), levi.get('/api/cases?closed=true'), levi.get('/api/inbox'), levi.get('/api/transfers?ended=true'), levi.ask('/api/search', { text: foreign.family }), levi.ask('/api/search', { text: foreign.number })]);
    for (const answer of seen) {
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain(foreign.number);
      expect(answer.text).not.toContain(foreign.family);
    }
  });
});

describe('what was seen (H14)', () => {
  it('is on record case by case: board, search, page, screen, letter; the same again within minutes is not written twice', async () => {
    const li = await api.as('li');
    const board = (await li.get('/api/cases/board')).body as { columns: { cards: Card[] }[] };
    const cards = board.columns.flatMap(({ cards }) => cards);
    const card = cards.find(({ patient }) => patient !== null);
    if (!card) throw new Error('no card');
    const family = card.patient?.names[0]?.family ?? '';
    await li.get('/api/cases/board');
    const hits = (await li.ask('/api/search', { text: family })).body as { hits: { id: string; kind: string }[] };
    await li.get(`/api/cases/${card.id}`);
    const record = await accessOf(li);
    const of = (what: string) => record.filter((entry) => entry.what === what);
    expect(of('caseBoard')).toHaveLength(1);
    expect(of('caseBoard')[0]?.cases.sort()).toEqual(cards.map(({ id }) => id).sort());
    expect(of('search')[0]?.cases.sort()).toEqual(hits.hits.filter(({ kind }) => kind === 'case').map(({ id }) => id).sort());
    expect(of('case')[0]?.cases).toEqual([card.id]);
  });

  it('is found by an admin who asks for the patient, and the asking is found too', async () => {
    const [li, he] = [await api.as('li'), await api.as('he')];
    const theCase = await one<{ id: string; patient: string; number: string }>(`select c.id, c.patient_id as patient, c.number from case_row c join event e on e.case_id = c.id where c.submitted_at is not null and c.status = 'open' limit 1`);
    await li.get(`/api/cases/${theCase.id}`);
    const answer = await he.ask('/api/audit/search', { patientId: theCase.patient, kind: 'reads', limit: 200 });
    const { entries } = answer.body as { entries: { actor: { id: string }; what: string; fields: string; cases: { number: string | null; id: string }[]; from: string }[] };
    expect(entries.some((entry) => entry.actor.id === li.personId && entry.what === 'case' && entry.cases.some(({ id }) => id === theCase.id))).toBe(true);
    const own = await accessOf(he);
    expect(own.some(({ what }) => what === 'audit')).toBe(true);
    const csv = await he.ask('/api/audit/csv', { caseNumber: theCase.number });
    expect(csv.text.startsWith('\ufeff"at"')).toBe(true);
    expect(csv.text.split('\r\n').length).toBeGreaterThan(5);
  });

  it('exports chains that the verifier finds whole', async () => {
    const he = await api.as('he');
    const lines = (await he.get('/api/audit/export').buffer(true).parse((response, done) => { let text = ''; response.on('data', (part: Buffer) => { text += part.toString('utf8'); }); response.on('end', () => done(null, text)); })).body as string;
    const { verifyExport } = await import('#proof');
    expect(await verifyExport(lines.split('\n').filter((line) => line !== ''))).toMatchObject({ ok: true });
    expect(lines.split('\n').length).toBeGreaterThan(100);
  });

  it('is not shown when it can not be written down: 503, and not one byte of the case (P32)', async () => {
    const wu = await api.as('wu');
    const card = ((await wu.get('/api/cases')).body as { items: Card[] }).items[0];
    await demo.asSuperuser('revoke insert on event from door');
    try {
      const answer = await wu.get(`/api/cases/${card?.id ?? ''}/history`);
      expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(answer.text).not.toContain(card?.number);
    } finally {
      await demo.asSuperuser('grant insert on event to door');
    }
    expect((await wu.get(`/api/cases/${card?.id ?? ''}/history`)).status).toBe(200);
  });
});

describe('pages (P25)', () => {
  it('a hundred and twenty tasks of three instants in one millisecond: each once, and it ends', async () => {
    const sun = await api.as('sun');
    const theCase = await one<{ id: string; number: string }>(`select c.id, c.number from case_row c where c.column_stage = 'discussion' limit 1`);
    await demo.asSuperuser(`insert into task_row (id, case_id, case_number, kind, stage, round, status, offer_institution_id, offer_role, offer_discipline, owner_id, due_at, deadline, no_deadline_because, about, urgency, created_at, version, seq)
      select gen_random_uuid(), $1, $2, 'decide', 'discussion', 1, 'inProgress', (select institution_id from post where person_id = $3 limit 1), 'specialist', null, $3,
        ('2026-12-01 10:00:00.' || (array['029058', '029958', '029999'])[1 + n % 3] || '+00')::timestamptz, null, 'awaitingMeeting', '{}', 'routine', now(), 1, 1 from generate_series(1, 120) n`, [theCase.id, theCase.number, sun.personId]);
    const seen: string[] = [];
    let next: string | null = null;
    let pages = 0;
    do {
      const answer: { items: { task: { id: string; kind: string } }[]; next: string | null } = (await sun.get(`/api/inbox?limit=50${next === null ? '' : `&after=${next}`}`)).body as never;
      seen.push(...answer.items.filter(({ task }) => task.kind === 'decide').map(({ task }) => task.id));
      next = answer.next;
      pages += 1;
    } while (next !== null && pages < 20);
    expect(next).toBeNull();
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
  });

  it('the history of a case and the audit: every entry once', async () => {
    const [wu, he] = [await api.as('wu'), await api.as('he')];
    const theCase = await one<{ id: string; n: number }>(`select case_id as id, count(*) as n from event where kind = 'case' group by case_id order by n desc limit 1`);
    const walk = async (page: (after: string | null) => Promise<{ entries: { stream: string; seq: number }[]; next: string | null }>) => {
      const seen: string[] = [];
      for (let next: string | null | undefined; next !== null;) {
        const answer = await page(next ?? null);
        seen.push(...answer.entries.map(({ stream, seq }) => `${stream}/${seq}`));
        next = answer.next;
      }
      return seen;
    };
    const history = await walk(async (next) => (await wu.get(`/api/cases/${theCase.id}/history?limit=7${next === null ? '' : `&after=${next}`}`)).body as never);
    expect([history.length, new Set(history).size]).toEqual([theCase.n, theCase.n]);
    const audit = await walk(async (next) => (await he.ask('/api/audit/search', { caseId: theCase.id, kind: 'changes', limit: 9, ...(next === null ? {} : { after: next }) })).body as never);
    expect([audit.length, new Set(audit).size]).toEqual([theCase.n, theCase.n]);
    const { entries } = (await he.ask('/api/audit/search', { caseId: theCase.id, action: 'TaskCompleted' })).body as { entries: { data: { taskId: string }; task: { kind: string } | null }[] };
    const { tasks } = (await wu.get(`/api/cases/${theCase.id}`)).body as { tasks: { id: string; kind: string }[] };
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.map(({ task }) => task?.kind)).toEqual(entries.map(({ data }) => tasks.find(({ id }) => id === data.taskId)?.kind));
  });

  it('refuses what is no cursor', async () => {
    const answer = await (await api.as('wu')).get('/api/cases?after=bm90IGEgY3Vyc29y');
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'INPUT.CURSOR']);
  });

  it('an inbox page takes two reading statements', async () => {
    const chen = await api.as('chen');
    await chen.get('/api/inbox');
    const statements: string[] = [];
    const make = demo.reader.createQueryRunner.bind(demo.reader);
    demo.reader.createQueryRunner = (mode) => {
      const runner = make(mode);
      const query = runner.query.bind(runner) as (sql: string, ...more: unknown[]) => Promise<unknown>;
      runner.query = ((sql: string, ...more: unknown[]) => { if (/from/i.test(sql)) statements.push(sql); return query(sql, ...more); }) as never;
      return runner;
    };
    try { expect((await chen.get('/api/inbox')).status).toBe(200); } finally { demo.reader.createQueryRunner = make; }
    expect(statements).toHaveLength(2);
  });
});

describe('words', () => {
  it('a refusal speaks the language of the page', async () => {
    const levi = (await api.as('levi')).in('he');
    const answer = await levi.get(`/api/cases/${randomUUID()}`);
    expect(answer.body).toMatchObject({ code: 'ACCESS.NOT_FOUND', title: expect.stringMatching(/[\u05d0-\u05ea]/) as unknown, nextStep: expect.stringMatching(/[\u05d0-\u05ea]/) as unknown });
  });
});

describe('the log', () => {
  it('holds no name, no number of a case, no word that was looked for and no query of an address', async () => {
    const wu = await api.as('wu');
    const people = await demo.door.query<{ names: { family: string | null; given: string | null }[]; identifier: string | null }[]>('select names, identifier from patient');
    const family = people[0]?.names[0]?.family ?? '';
    await wu.ask('/api/search', { text: family });
    await wu.get(`/api/cases?tumorType=CanaryType`);
    await wu.get(`/api/cases/${family}`);
    await after(50);
    const log = api.log.join('\n');
    const words = people.flatMap(({ names, identifier }) => [...names.flatMap((name) => [name.family, name.given]), identifier]).filter((word): word is string => word !== null && word.length > 2);
    expect(words.length).toBeGreaterThan(20);
    expect([...words, 'CanaryType', 'C-10'].filter((word) => log.includes(word))).toEqual([]);
    expect(log).toContain('"route":"/api/cases/:caseId"');
  });
});
