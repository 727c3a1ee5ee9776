import { testApi, type Client, type TestApi } from './api.fixture.js';
import type { TestDatabase } from '../factories/database.js';
import { yearDatabase } from '../factories/year.js';

interface Bar { code: string; n: number | null; clock: { median: number; p90: number } | null; working: { median: number } | null }
interface Figure { figure: string; kind: string; aboutPatients: boolean; parts: { part: string; of: number | null; bars: Bar[] }[] }
interface Numbers { figures: Figure[]; fewest: number; facets: { boards: { id: string }[]; hospitals: { id: string; code: string }[]; tumorTypes: string[]; firstMonth: string; lastMonth: string } }

let database: TestDatabase;
let api: TestApi;
let wu: Client;
beforeAll(async () => {
  ({ database } = await yearDatabase({ cases: 45, seed: 21, until: '2026-11-01T00:00:00.000Z', days: 180 }));
  api = await testApi(database);
  wu = await api.as('wu');
}, 240_000);
afterAll(async () => { await api?.end(); await database?.end(); });

const asked = async (client: Client, query = ''): Promise<Numbers> => (await client.get(`/api/numbers${query}`).expect(200)).body as Numbers;
const partOf = ({ figures }: Numbers, figure: string, part = '') => {
  const found = figures.find((one) => one.figure === figure)?.parts.find((one) => one.part === part);
  if (found === undefined) throw new Error(`${figure}/${part}`);
  return found;
};
const inDatabase = async (figure: string, more = 'true'): Promise<number> => (await database.door.query<{ n: number }[]>(`select count(*)::int as n from numbers_fact where figure = $1 and ${more}`, [figure]))[0]?.n ?? 0;

/** How many bars are told, each of them as it is counted. */
async function compared({ figures }: Numbers, where: string): Promise<number> {
  const counted = new Map((await database.door.query<{ key: string; n: number }[]>(`select figure || '/' || part || '/' || code as key, count(*)::int as n from numbers_fact where ${where} group by 1`)).map(({ key, n }) => [key, n]));
  const told = figures.flatMap(({ figure, parts }) => parts.flatMap(({ part, bars }) => bars.map(({ code, n }) => ({ key: `${figure}/${part}/${code}`, n })))).filter(({ n }) => n !== null);
  for (const { key, n } of told) expect([key, n]).toEqual([key, counted.get(key) ?? 0]);
  return told.length;
}

describe('numbers', () => {
  it('are those of the facts: the denominator, and times that stand in the log', async () => {
    const numbers = await asked(wu);
    expect(partOf(numbers, 'hearing').of).toBe(await inDatabase('hearing'));
    expect(await compared(numbers, 'true')).toBeGreaterThan(20);
    const { bars: [intake] } = partOf(numbers, 'stageTime', 'intake');
    const stored = await database.door.query<{ value_ms: number }[]>(`select value_ms from numbers_fact where figure = 'stageTime' and part = 'intake' order by value_ms`);
    expect(intake?.clock?.median).toBe(stored[Math.ceil(stored.length / 2) - 1]?.value_ms);
    expect(intake?.clock?.p90).toBe(stored[Math.ceil(stored.length * 0.9) - 1]?.value_ms);
    expect(intake?.working?.median).toBeLessThan(intake?.clock?.median ?? 0);
  });

  it('never tell one to four patients, under any one filter or period', async () => {
    const { facets } = await asked(wu);
    const queries = ['', ...facets.boards.map(({ id }) => `?boardId=${id}`), ...facets.hospitals.map(({ id }) => `?hospitalId=${id}`), ...facets.tumorTypes.map((type) => `?tumorType=${type}`),
      '?urgency=emergency', '?urgency=urgent', '?period=2026', '?period=2026-Q3', '?period=2026-07', `?hospitalId=${facets.hospitals[0]?.id ?? ''}&period=2026-Q3`];
    let hidden = 0;
    for (const query of queries) {
      for (const { aboutPatients, parts } of (await asked(wu, query)).figures) {
        for (const { of, bars } of aboutPatients ? parts : []) {
          const told = [of, ...bars.map(({ n }) => n)];
          expect({ query, small: told.filter((n) => n !== null && n > 0 && n < 5) }).toEqual({ query, small: [] });
          hidden += told.filter((n) => n === null).length;
          // one that is hidden alone could be worked out from the others
          if (of !== null) expect(bars.filter(({ n }) => n === null).length).not.toBe(1);
        }
      }
    }
    expect(hidden).toBeGreaterThan(50);
  });

  it('are narrowed by what is asked, sittings only by board and period', async () => {
    const { facets, ...all } = await asked(wu);
    const board = facets.boards[0]?.id ?? '';
    const narrow = await asked(wu, `?boardId=${board}&urgency=routine`);
    expect(await compared(narrow, `board_id = '${board}' and coalesce(urgency = 'routine', true)`)).toBeGreaterThan(15);
    expect(await compared(await asked(wu, '?tumorType=general&period=2026-Q3'), `coalesce(tumor_type = 'general', true) and month between '2026-07-01' and '2026-09-30'`)).toBeGreaterThan(15);
    expect(partOf(narrow, 'attendance', 'surgery').of).toBe(await inDatabase('attendance', `board_id = '${board}' and part = 'surgery'`));
    expect(partOf(narrow, 'attendance', 'surgery').of).toBeLessThan(partOf({ ...all, facets }, 'attendance', 'surgery').of ?? 0);
  });

  it('count no follow-up as unanswered before it was due', async () => {
    await database.door.query(`insert into numbers_fact (stream, figure, code, board_id, at, month) select gen_random_uuid(), 'carriedOut', 'notAnswered', id, '2999-01-01', '2998-12-01' from board limit 1`);
    expect(partOf(await asked(wu), 'carriedOut').of).toBe(await inDatabase('carriedOut', `at < '2998-01-01'`));
  });

  it('come as a table too, with what is hidden said', async () => {
    const answer = await wu.get('/api/numbers/csv').expect(200);
    expect(answer.headers['content-type']).toContain('text/csv');
    expect(answer.text).toContain(`"hearing","","decided","${String(await inDatabase('hearing', `code = 'decided'`))}","${String(await inDatabase('hearing'))}"`);
    expect(answer.text).toContain('"hidden"');
  });

  it('are on record as a read of no case, and so is the file', async () => {
    await asked(wu, '?period=2026-09');
    const read = await database.door.query<{ data: unknown }[]>(`select data from event where kind = 'access' and actor = $1 and type = 'Read' and data ->> 'what' = 'numbers'`, [wu.personId]);
    expect(read[0]?.data).toEqual({ what: 'numbers', caseIds: [], fields: 'aggregate' });
  });
});

describe('the cases behind a bar', () => {
  const path = '/api/numbers/cases?figure=hearing&code=decided&limit=5';
  interface Page { items: { id: string; number: string }[]; open: number; next: string | null }

  it('are all of them for who may open all, page by page, each once', async () => {
    const ids: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: Page = (await wu.get(`${path}${next === '' ? '' : `&after=${next}`}`).expect(200)).body as Page;
      expect(page.open).toBe(await inDatabase('hearing', `code = 'decided'`));
      ids.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(ids.length).toBe(await inDatabase('hearing', `code = 'decided'`));
    expect(JSON.stringify((await wu.get(path)).body)).not.toMatch(/family|Testova|SYN-/);
  });

  it('are only those that somebody of one hospital may open, while the bar counts all; and the list is on record with them', async () => {
    const aliya = await api.as('aliya');
    const page = (await aliya.get(path).expect(200)).body as Page;
    const own = await inDatabase('hearing', `code = 'decided' and hospital_id = (select id from institution where code = 'astana')`);
    expect(page.open).toBe(own);
    expect(own).toBeGreaterThan(0);
    expect(partOf(await asked(aliya), 'hearing').bars[0]?.n).toBeGreaterThan(own);
    const [read] = await database.door.query<{ data: { caseIds: string[]; fields: string } }[]>(`select data from event where kind = 'access' and actor = $1 and data ->> 'what' = 'numbersCases' order by seq desc limit 1`, [aliya.personId]);
    expect(read?.data.fields).toBe('list');
    expect(read?.data.caseIds.length).toBe(page.items.length);
  });
});

describe('who may read numbers', () => {
  it.each([['asanov', 403], ['chen', 403], ['he', 403], ['li', 200], ['ma', 200], ['talant', 200]])('%s: %i', async (subject, status) => {
    expect((await (await api.as(subject)).get('/api/numbers')).status).toBe(status);
  });

  it('only of boards of their own hospitals', async () => {
    const mine = await asked(await api.as('talant'));
    const bishkek = mine.facets.hospitals.some(({ code }) => code === 'bishkek');
    expect([bishkek, mine.facets.boards.length]).toEqual([true, (await asked(wu)).facets.boards.length - (await withoutBishkek())]);
    expect(partOf(mine, 'hearing').of ?? 0).toBeLessThan(partOf(await asked(wu), 'hearing').of ?? 0);
  });
  const withoutBishkek = async (): Promise<number> => (await database.door.query<{ n: number }[]>(`select count(*)::int as n from board b join board_version v on v.board_id = b.id and v.version = b.version
    where not v.definition -> 'partnerInstitutionIds' ? (select id::text from institution where code = 'bishkek')`))[0]?.n ?? 0;

  it('a period that is none is refused', async () => {
    expect((await wu.get('/api/numbers?period=2026-13')).status).toBe(400);
  });
});
