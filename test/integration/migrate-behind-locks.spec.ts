import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate } from '#persistence';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { until } from '../factories/until.js';

/** As a release would bring it: a column, an index, a foreign key; on tables that people write into all day. */
class Later1890000000001 implements MigrationInterface {
  readonly name = 'Later1890000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table task_row add column later text');
    await runner.query('create index later on task_row (later)');
    await runner.query('alter table task_row add column later_person uuid references person');
  }

  async down(): Promise<void> { /* never run here */ }
}

let database: TestDatabase;
let reading: pg.Client;
beforeAll(async () => { database = await testDatabase(); }, 60_000);
beforeEach(async () => {
  reading = new pg.Client(database.doorUrl);
  await reading.connect();
  await reading.query('begin');
  await reading.query('select 1 from task_row limit 1');
});
afterEach(async () => { await reading.end(); });
afterAll(async () => { await database.end(); });

const laterColumns = async (): Promise<unknown> => (await database.asSuperuser(`select count(*)::int as n from information_schema.columns where table_name = 'task_row' and column_name like 'later%'`)).rows;
const release = { list: [Later1890000000001] };

describe('a migration behind a transaction that has been open for long', () => {
  it('gives up with what to do next, and has done nothing by halves', async () => {
    await expect(migrate(database.ownerUrl, { ...release, tries: 1 })).rejects.toThrow(/Migration Later1890000000001 needs a table .*run "consilium migrate" again/);
    expect(await laterColumns()).toEqual([{ n: 0 }]);
    expect(await database.door.query(`select from migrations where name = 'Later1890000000001'`)).toEqual([]);
  });

  it('lets everybody else through between its tries, is carried out when the other ends, and by one of two at once', async () => {
    let gaveWay = 0;
    const two = Promise.all([0, 1].map(() => migrate(database.ownerUrl, { ...release, gaveWay: () => { gaveWay += 1; } })));
    await until('it gave way', async () => gaveWay > 0);
    for (let write = 0; write < 20; write += 1) await database.door.query(`update task_row set due_at = due_at where false`);
    const tries = gaveWay;
    await until('it tried again', async () => gaveWay > tries);
    await reading.query('commit');
    expect((await two).flat()).toEqual(['Later1890000000001']);
    expect(await laterColumns()).toEqual([{ n: 2 }]);
    expect((await database.asSuperuser('select from pg_index where not indisvalid')).rowCount).toBe(0);
  });
});
