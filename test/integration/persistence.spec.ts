import { read, schemaState, migrate, CaseRow } from '#persistence';
import type { PersonActor } from '#domain';
import { testDatabase, type TestDatabase } from '../factories/database.js';

let database: TestDatabase;
beforeAll(async () => { database = await testDatabase(); }, 60_000);
afterAll(async () => { await database.end(); });

const nobody: PersonActor = {
  kind: 'person', personId: '00000000-0000-4000-8000-000000000001', posts: [], authenticatedAt: '2026-11-25T00:00:00.000Z',
  institutionId: '00000000-0000-4000-8000-000000000002', onBehalfOf: null, from: null,
};

describe('migrations', () => {
  it('run once and say what is there', async () => {
    expect(await migrate(database.ownerUrl)).toEqual([]);
    expect(await schemaState(database.reader)).toEqual({ current: true, missing: [], unknown: [] });
  });

  it('two at once: one after the other', async () => {
    expect(await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)])).toEqual([[], []]);
  });

  it('are not run by another role', async () => {
    await expect(migrate(database.doorUrl)).rejects.toThrow('role owner, not as door');
  });
});

describe('every table', () => {
  it('has row-level security that holds its owner too, or stands in this list with a reason', async () => {
    const { rows } = await database.asSuperuser(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not (relrowsecurity and relforcerowsecurity) order by 1`);
    const open = rows.map((row: { relname: string }) => row.relname);
    const directory = ['board', 'board_version', 'calendar', 'institution', 'installation', 'person', 'post', 'migrations', 'task_time', 'worker_heartbeat'];
    const notForReader = ['command_answer', 'delivery', 'event_unsequenced', 'numbers_read', 'session', 'sign_in_attempt', 'working_span'];
    expect(open).toEqual([...directory, ...notForReader].sort());
    for (const table of notForReader) await expect(database.reader.query(`select 1 from ${table}`)).rejects.toThrow('permission denied');
  });

  it('is read without a person: nothing', async () => {
    for (const table of ['case_row', 'event', 'patient', 'text_row', 'task_row', 'stream']) {
      expect(await database.reader.query(`select count(*)::int as n from ${table}`)).toEqual([{ n: 0 }]);
    }
  });
});

describe('reading', () => {
  it('is by the reader, read only, and leaves no person behind on the connection', async () => {
    const seen: unknown[] = await read(database.reader, nobody, async (manager) => {
      expect(await manager.find(CaseRow)).toEqual([]);
      return manager.query<unknown[]>(`select current_user as role, current_person() as person, current_setting('transaction_read_only') as only`);
    });
    expect(seen).toEqual([{ role: 'reader', person: nobody.personId, only: 'on' }]);
    expect(await database.reader.query('select current_person() as person')).toEqual([{ person: null }]);
  });

  it('can write nothing, not even where no policy speaks', async () => {
    await expect(read(database.reader, nobody, (manager) => manager.query(`update installation set demo = true`))).rejects.toThrow();
    await expect(database.reader.query(`insert into institution values (gen_random_uuid(), 'x', '{}', 'UTC', 'XX', 'x')`)).rejects.toThrow('permission denied');
  });
});
