import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import type { BoardDefinition, Calendar } from '#domain';
import { readOn } from '#door';
import type { TestDatabase } from '../factories/database.js';
import { slowCount, type Counted, type Logged, type Places } from '../factories/slow-count.js';
import { caseId, meetingId, smallWorld, type Setting } from '../factories/small-world.js';
import { yearDatabase } from '../factories/year.js';

const until = '2026-11-02T00:00:00.000Z';
const worlds = [{ seed: 11, cases: 60, days: 200 }, { seed: 12, cases: 25, days: 80 }, { seed: 13, cases: 6, days: 40 }];
const databases = new Map<number, TestDatabase>();
beforeAll(async () => {
  for (const { seed, cases, days } of worlds) databases.set(seed, (await yearDatabase({ seed, cases, days, until })).database);
}, 240_000);
afterAll(async () => { for (const database of databases.values()) await database.end(); });

const of = (seed: number): TestDatabase => {
  const database = databases.get(seed);
  if (database === undefined) throw new Error(`No world ${seed}`);
  return database;
};

async function placesOf({ door }: TestDatabase): Promise<Places> {
  const hospitals = new Map((await door.query<{ id: string; zone: string; calendar: Calendar }[]>(`select i.id, i.zone, c.definition as calendar from institution i cross join lateral (select definition from calendar where id = i.calendar_id order by version desc limit 1) c`)).map((row) => [row.id, row]));
  const boards = new Map((await door.query<{ board_id: string; version: number; definition: BoardDefinition }[]>('select * from board_version')).map((row) => [`${row.board_id}/${row.version}`, row.definition]));
  const found = <T>(value: T | undefined): T => { if (value === undefined) throw new Error('Nothing there'); return value; };
  return { zone: (id) => found(hospitals.get(id)).zone, calendar: (id) => found(hospitals.get(id)).calendar, board: (id, version) => found(boards.get(`${id}/${version}`)) };
}

const logOf = ({ door }: TestDatabase): Promise<Logged[]> => door.query<Logged[]>(`select stream, seq, kind, type, version, at, actor, data from event where kind in ('case', 'meeting')`);
const key = ([figure, part, code, stream, at, ms, worked]: Counted): string => [figure, part, code, stream, figure === 'waiting' ? at.slice(0, 10) : at, ms, worked].join(' | ');
const bySlowCount = async (database: TestDatabase): Promise<string[]> => slowCount(await logOf(database), await placesOf(database)).map(key).sort();
const bySql = async ({ door }: TestDatabase): Promise<string[]> => (await door.query<{ figure: string; part: string; code: string; stream: string; at: string; day: string; ms: number | null; worked: number | null }[]>(`
  select f.figure, f.part, f.code, f.stream, f.at, (f.at at time zone coalesce(h.zone, 'UTC'))::date::text as day, f.value_ms as ms, f.worked_ms as worked
  from numbers_fact f left join case_row c on c.id = f.case_id left join institution h on h.id = c.host_institution_id where f.figure not in ('heard', 'takenUp')`))
  .map(({ figure, part, code, stream, at, day, ms, worked }) => key([figure, part, code, stream, figure === 'waiting' ? day : at, ms, worked])).sort();

/** Cells as lines, and the facts that they stand for, counted alike. */
const cellsOf = async ({ door }: TestDatabase): Promise<string[]> => (await door.query<{ line: string }[]>(`select concat_ws('|', board_id, month, figure, part, code, hospital_id, tumor_type, urgency, n) as line from numbers_cell order by 1`)).map(({ line }) => line);
const cellsOfFacts = async ({ door }: TestDatabase): Promise<string[]> => (await door.query<{ line: string }[]>(`
  select concat_ws('|', board_id, month, figure, part, code, hospital_id, tumor_type, urgency, count(*)) as line from numbers_fact where figure not in ('heard', 'takenUp')
  group by board_id, month, figure, part, code, hospital_id, tumor_type, urgency order by 1`)).map(({ line }) => line);

describe('facts made from the log by SQL', () => {
  it.each(worlds)('are those of a slow count over the same events: $cases cases of seed $seed', async ({ seed }) => {
    const slow = await bySlowCount(of(seed));
    expect(slow.length).toBeGreaterThan(seed === 13 ? 30 : 200);
    expect(await bySql(of(seed))).toEqual(slow);
    expect(await cellsOf(of(seed))).toEqual(await cellsOfFacts(of(seed)));
  });

  it('count every figure: none is empty in the largest world', async () => {
    const figures = new Set((await bySlowCount(of(11))).map((line) => line.split(' | ')[0]));
    expect([...figures].sort()).toEqual(['attendance', 'beforeTreatment', 'carriedOut', 'dissent', 'guideline', 'hearing', 'minutes', 'outcome', 'readiness', 'sitting', 'stageTime', 'waiting', 'whyNot']);
  });

  it('are the same when they are all thrown away and the log is read anew', async () => {
    const database = of(12);
    const before = await bySql(database);
    await database.door.query('delete from numbers_fact');
    await database.door.query('delete from working_span');
    await database.door.query('update numbers_read set position = 0');
    await readOn(database.door);
    expect(await bySql(database)).toEqual(before);
    expect(await cellsOf(database)).toEqual(await cellsOfFacts(database));
  });

  it('follow what is committed before it has a position, once', async () => {
    const database = of(13);
    await database.door.query('delete from numbers_fact where figure = $1', ['sitting']);
    const [{ id } = { id: '' }] = await database.door.query<{ id: string }[]>(`select id from stream where kind = 'meeting' and state ->> 'openedAt' is not null limit 1`);
    await database.door.query('insert into event_unsequenced (stream, seq) values ($1, 1)', [id]);
    await readOn(database.door);
    await readOn(database.door);
    expect(await database.door.query(`select stream from numbers_fact where figure = 'sitting'`)).toEqual([{ stream: id }]);
  });
});

class TakenBack extends Error {}

/** The facts that SQL makes of a log that is there for a moment only. */
async function factsOf(database: TestDatabase, log: readonly Logged[]): Promise<string[]> {
  let facts: string[] = [];
  await database.door.transaction(async (manager) => {
    await written(manager, log);
    const [cases, meetings] = [[0, 1, 2].map(caseId), [0, 1].map(meetingId)];
    await manager.query('select write_meeting_facts($1::uuid[])', [meetings]);
    await manager.query('select write_case_facts($1::uuid[])', [cases]);
    await manager.query('select write_minutes($1::uuid[])', [meetings]);
    const found = await manager.query<{ figure: string; part: string; code: string; stream: string; at: string; ms: number | null; worked: number | null }[]>(
      `select figure, part, code, stream, at, value_ms as ms, worked_ms as worked from numbers_fact where stream = any ($1::uuid[]) and figure not in ('heard', 'takenUp')`, [[...cases, ...meetings]]);
    facts = found.map(({ figure, part, code, stream, at, ms, worked }) => key([figure, part, code, stream, at, ms, worked])).sort();
    throw new TakenBack();
  }).catch((error: unknown) => { if (!(error instanceof TakenBack)) throw error; });
  return facts;
}

async function written(manager: EntityManager, log: readonly Logged[]): Promise<void> {
  await manager.query(`insert into stream (id, kind, seq, hash, last_at, state) select stream, min(kind), max(seq), 'h', max(at), '{}' from jsonb_to_recordset($1::jsonb) as e (stream uuid, kind text, seq bigint, at timestamptz) group by stream`, [JSON.stringify(log)]);
  await manager.query(`insert into event (stream, seq, kind, type, version, at, actor, purpose, command_id, canonical, prev, hash, case_id)
    select stream, seq, kind, type, version, at, actor, 'care', gen_random_uuid(), jsonb_build_object('data', data)::text, 'h', 'h', case when kind = 'case' then stream end
    from jsonb_to_recordset($1::jsonb) as e (stream uuid, kind text, seq bigint, type text, version int, at timestamptz, actor text, data jsonb)`, [JSON.stringify(log)]);
}

describe('any small log', () => {
  it('gives the same facts by SQL as by a slow count, whatever happened in which order', async () => {
    const database = of(13);
    const places = await placesOf(database);
    const [board] = await database.door.query<{ id: string; definition: BoardDefinition }[]>('select b.id, v.definition from board b join board_version v on v.board_id = b.id and v.version = 1 order by b.id limit 1');
    if (board === undefined) throw new Error('No board');
    const { hostInstitutionId: hostId, partnerInstitutionIds, tumorTypes: [type] } = board.definition;
    const setting: Setting = { boardId: board.id, hostId, hospitalIds: [hostId, ...partnerInstitutionIds], tumorType: type?.code ?? '' };
    // waiting times are the card's, which no log without its commands has
    const slow = (log: readonly Logged[]): string[] => slowCount(log, places).filter(([figure]) => figure !== 'waiting').map(key).sort();
    let most = 0;
    await fc.assert(fc.asyncProperty(smallWorld(setting), async (log) => {
      const counted = slow(log);
      most = Math.max(most, counted.length);
      expect(await factsOf(database, log)).toEqual(counted);
    }), { numRuns: 25 });
    expect(most).toBeGreaterThan(10);
  });
});
