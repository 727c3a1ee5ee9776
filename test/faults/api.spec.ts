import { verifyExport } from '#proof';
import { personId } from '../../apps/cli/seed/cast.js';
import { startApi, type Api } from '../bench/http.js';
import { prepared, type Prepared, type ToSign } from '../bench/prepared.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { exportOf } from '../factories/export.js';
import { answers } from '../factories/processes.js';
import { until } from '../factories/until.js';
import { answeredOtherwise, Browser, never } from './browser.js';
import { seeded } from './ground.js';
import { killing } from './pace.js';

/* The built api is killed again and again while people work and read. */
let database: TestDatabase;
let made: Prepared;
let api: Api;
/** How often the api has begun: what it remembers lives as long. */
let life = 0;
beforeAll(async () => {
  database = await testDatabase();
  made = await prepared(database, 4);
  api = await startApi(database);
}, 300_000);
afterAll(async () => {
  await api?.end();
  await database?.end();
});

const count = async (sql: string, values: readonly unknown[] = []): Promise<number> => (await database.door.query<unknown[]>(sql, [...values])).length;
async function kill(): Promise<void> {
  await api.child.kill();
  life += 1;
  api.child.start();
  await until('the api answers again', () => answers(api.port), never);
}

describe('an api that is killed again and again while people work', () => {
  const rounds = 5;
  const people: Browser[] = [];
  let kills = 0;
  /** Gives the task back and takes it again, so many times, and signs in the end. */
  async function work(by: Browser, { caseId, taskId, draftId, seenDraftVersion }: ToSign): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await by.surely(`cases/${caseId}/tasks/${taskId}/release`, {});
      await by.surely(`cases/${caseId}/tasks/${taskId}/claim`, {});
    }
    await by.surely(`cases/${caseId}/reviews/${taskId}/sign`, { draftId, seenDraftVersion });
  }
  beforeAll(async () => {
    const [wang, chen] = [await Browser.of(database, api.port, 'wang'), await Browser.of(database, api.port, 'chen')];
    people.push(wang, chen);
    let going = true;
    const killed = killing(seeded(42), { answers: () => wang.told.length + chen.told.length, going: () => going, kill }, 8);
    await Promise.all([...made.imaging.map((task) => work(wang, task)), ...made.pathology.map((task) => work(chen, task))]).finally(() => {
      going = false;
      return killed;
    });
    kills = await killed;
  }, 600_000);

  it('was killed in the middle of commands', () => {
    expect(kills).toBeGreaterThan(3);
    expect(people.every(({ unanswered }) => unanswered > 0)).toBe(true);
  });

  it('loses no command that it answered, and does none twice', async () => {
    for (const { taskId } of [...made.imaging, ...made.pathology]) {
      const of = (type: string) => count(`select from event where type = $1 and data->>'taskId' = $2`, [type, taskId]);
      // The first claim was made before there was an api to kill.
      expect([await of('TaskReleased'), await of('TaskClaimed'), await of('TaskCompleted')]).toEqual([rounds, rounds + 1, 1]);
    }
    const ids = people.flatMap(({ told }) => told.map(({ commandId }) => commandId));
    expect(await count('select from event where command_id = any ($1::uuid[]) group by command_id', [ids])).toBe(8 * (2 * rounds + 1));
    expect(await count('select from event where command_id = any ($1::uuid[]) group by command_id, stream, type having count(*) > 1', [ids])).toBe(0);
  });

  it('answers a command that comes again as it did at first', async () => {
    for (const person of people) expect(await answeredOtherwise(person)).toEqual([]);
  });
});

describe('P32: an api that is killed again and again while people read', () => {
  let seen = 0;
  const unrecorded: string[] = [];
  /** Before and after each first look at something in a life of the api this reader counts its records: an answer without one more was not recorded. */
  async function read(subject: string, going: () => boolean): Promise<void> {
    const browser = await Browser.of(database, api.port, subject);
    const records = () => count(`select from event where actor = $1 and kind = 'access' and type = 'Read'`, [personId(subject)]);
    const paths = made.imaging.flatMap(({ caseId }) => [`cases/${caseId}`, `cases/${caseId}/history`]);
    const looked = new Set<string>();
    for (let index = 0; going(); index += 1) {
      const path = paths[index % paths.length] ?? '';
      const [before, began] = [await records(), life];
      const answer = (await answers(api.port)) ? await browser.ask(path) : null;
      if (answer?.status !== 200 || began !== life) continue;
      seen += 1;
      // The same again within ten minutes is one record, as long as the process lives that remembers it.
      if (!looked.has(`${String(began)} ${path}`) && (await records()) <= before) unrecorded.push(path);
      looked.add(`${String(began)} ${path}`);
    }
  }

  it('gives nobody an answer that it has not recorded', async () => {
    let going = true;
    const reading = ['zhou', 'wu', 'gao'].map((subject) => read(subject, () => going));
    const kills = await killing(seeded(7), { answers: () => seen, going: () => going, kill }, 12).finally(() => { going = false; });
    await Promise.all(reading);
    expect(kills).toBe(12);
    expect(seen).toBeGreaterThan(kills);
    expect(unrecorded).toEqual([]);
  }, 600_000);

  it('leaves every chain whole', async () => {
    expect(await verifyExport(await exportOf(database.door))).toMatchObject({ ok: true });
  });
});
