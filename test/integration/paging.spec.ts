import { randomUUID } from 'node:crypto';
import { afterKey, beforeKey, dated, keyColumn, read, readCursor, writeCursor } from '#persistence';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { person } from '../factories/people.js';
import { cast, personId } from '../../apps/cli/seed/cast.js';

let demo: TestDatabase;
const wang = person({ personId: personId('wang') });
let caseId: string;
beforeAll(async () => {
  demo = await demoDatabase();
  const [seen] = await read(demo.reader, wang, (manager) => manager.query<{ id: string }[]>('select id from case_row limit 1'));
  caseId = seen?.id ?? '';
  await demo.door.query(`delete from event_unsequenced`);
  const instants = ['2026-12-01 10:00:00.029058+00', '2026-12-01 10:00:00.029958+00', '2026-12-01 10:00:00.029999+00'];
  for (const instant of [...instants, null]) {
    await demo.door.query(`insert into task_row (id, case_id, case_number, kind, stage, round, status, offer_institution_id, offer_role, owner_id, due_at, urgency, created_at, version, seq)
      select gen_random_uuid(), $1, 'C-1', 'imagingReview', 'imagingReview', 1, 'inProgress', $2, 'specialist', $3, $4::timestamptz, 'routine', now(), 1, 1 from generate_series(1, 40)`, [caseId, randomUUID(), wang.personId, instant]);
  }
}, 240_000);
afterAll(async () => { await demo?.end(); });

interface Row { id: string; key: string }
/** Pages to the end as a screen does: with a cursor made of the page's last row, the more of it opaque. */
async function pages(direction: 'asc' | 'desc', between: () => Promise<void> = async () => undefined): Promise<string[][]> {
  const all: string[][] = [];
  for (let cursor: string | null = null; ;) {
    const key = cursor === null ? null : readCursor(cursor);
    const condition = direction === 'asc' ? afterKey('due_at', 'id', 2) : beforeKey('due_at', 'id', 2);
    const rows: Row[] = await read(demo.reader, wang, (manager) => manager.query<Row[]>(
      `select id, ${keyColumn('due_at')} as key from task_row where owner_id = $1 and case_number = 'C-1' and status in ('created','ready','inProgress') ${key === null ? '' : `and ${condition}`}
       order by ${dated('due_at')} ${direction}, id ${direction} limit 50`, key === null ? [wang.personId] : [wang.personId, key.at, key.id]));
    const last = rows.at(-1);
    if (last === undefined) return all;
    all.push(rows.map(({ id }) => id));
    cursor = writeCursor({ at: last.key, id: last.id });
    await between();
  }
}

describe('pages of tasks that share an instant but for microseconds (P25)', () => {
  it.each(['asc', 'desc'] as const)('%s: each once, none left out, and it ends', async (direction) => {
    const all = await pages(direction);
    expect(all.map((page) => page.length)).toEqual([50, 50, 50, 10]);
    expect(new Set(all.flat()).size).toBe(160);
  });

  it('a task completed between two pages moves no other out of sight', async () => {
    const everything = (await pages('asc')).flat();
    const gone = everything.slice(0, 3);
    const left = await pages('asc', async () => { await demo.door.query(`update task_row set status = 'completed' where id = any($1::uuid[])`, [gone]); });
    expect(new Set(left.flat())).toEqual(new Set(everything));
  });

  it('a cursor that is none is none', () => {
    for (const text of ['', 'x', Buffer.from('[1,2]').toString('base64url'), Buffer.from(`["infinity","' or 1=1"]`).toString('base64url')]) expect(readCursor(text)).toBeNull();
    expect(readCursor(writeCursor({ at: 'infinity', id: cast.length > 0 ? caseId : '' }))).toEqual({ at: 'infinity', id: caseId });
  });

  it('is read by the index: no sort, however many tasks there are', async () => {
    await demo.asSuperuser('analyze task_row');
    const plan = await demo.asSuperuser(`set enable_seqscan = off; set enable_bitmapscan = off; explain (format json) select id from task_row where owner_id = '${wang.personId}' and status in ('created','ready','inProgress') order by ${dated('due_at')}, id limit 50`);
    const lines = JSON.stringify(plan);
    expect(lines).toContain('task_owner');
    expect(lines).not.toContain('"Sort"');
  });
});
