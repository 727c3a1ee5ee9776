import { verifyExport } from '#proof';
import type { CaseScript } from '../../apps/cli/seed/case-script.js';
import { startApi, type Api } from '../bench/http.js';
import { exportOf } from '../factories/export.js';
import { ownServer, type OwnServer } from '../factories/server.js';
import { eventsOf } from '../factories/told.js';
import { until } from '../factories/until.js';
import { answeredOtherwise, Browser, never, type Answer } from './browser.js';
import { Ground, seeded } from './ground.js';
import { killing } from './pace.js';

/* PostgreSQL is killed again and again under the api, the worker and Temporal, while people work: its postmaster, with SIGKILL, started at once after. */
const rounds = 4;
let server: OwnServer;
let ground: Ground;
let api: Api;
beforeAll(async () => {
  server = await ownServer('on');
  ground = await Ground.make(server);
  await ground.reviewsTake(36_000);
  ground.worker.start();
  await ground.sittings();
}, 300_000);
afterAll(async () => {
  await api?.end();
  await (ground ? ground.end() : server?.stop());
});

const count = async (sql: string, values: readonly unknown[]): Promise<number> => (await ground.database.door.query<unknown[]>(sql, [...values])).length;

interface Work { readonly told: CaseScript; readonly tasks: readonly { readonly by: Browser; readonly taskId: string; readonly sign: object }[] }

/** Pathology is signed; the second opinion and imaging are written and wait to be signed. */
async function written(key: string, zhou: Browser, wang: Browser): Promise<Work> {
  const told = await ground.inReview(key);
  await told.review('chen', 'pathologyReview', { site: 'Distal femur, left' });
  await told.claim('zhou', 'secondPathologyReview');
  const second = await told.draft('zhou', 'secondPathologyReview', { site: 'Distal femur, left', agrees: 'agrees' });
  await told.claim('wang', 'imagingReview');
  const imaging = await told.draft('wang', 'imagingReview', { site: 'Distal femur, left' });
  return { told, tasks: [
    { by: zhou, taskId: second.taskId, sign: { draftId: second.draftId, seenDraftVersion: second.version, discordance: 'none' } },
    { by: wang, taskId: imaging.taskId, sign: { draftId: imaging.draftId, seenDraftVersion: imaging.version } },
  ] };
}

describe('a PostgreSQL that is killed again and again', () => {
  const away: Answer[] = [];
  let [people, works]: [Browser[], Work[]] = [[], []];
  let kills = 0;

  beforeAll(async () => {
    api = await startApi(ground.database, ground.temporal.address, ground.taskQueue);
    people = [await Browser.of(ground.database, api.port, 'zhou'), await Browser.of(ground.database, api.port, 'wang')];
    const [zhou, wang] = people as [Browser, Browser];
    const watcher = await Browser.of(ground.database, api.port, 'wu');
    works = await Promise.all(['a', 'b', 'c'].map((key) => written(`postgres-${key}`, zhou, wang)));
    const kill = async (): Promise<void> => {
      await server.kill();
      let last: Answer | null = null;
      away.push(await until('the api says that it can not answer', async () => { last = await watcher.ask('cases/board'); return last?.status === 200 ? null : last; }, never)
        .catch((error: unknown) => { throw new Error(`${String(error)}; it said ${JSON.stringify(last)} and logged\n${api.child.lines.slice(-2000)}`); }));
      await server.start();
    };
    let going = true;
    const killed = killing(seeded(2026), { answers: () => zhou.told.length + wang.told.length, going: () => going, kill }, 6);
    await Promise.all(works.flatMap(({ told, tasks }) => tasks.map(async ({ by, taskId, sign }) => {
      for (let round = 0; round < rounds; round += 1) for (const change of ['release', 'claim']) await by.surely(`cases/${told.id}/tasks/${taskId}/${change}`, {});
      await by.surely(`cases/${told.id}/reviews/${taskId}/sign`, sign);
    }))).finally(() => {
      going = false;
      return killed;
    });
    kills = await killed;
  }, 600_000);

  it('is answered for with 503 and when to come back, and with nothing else', () => {
    expect(kills).toBeGreaterThan(2);
    expect([...away, ...people.flatMap(({ later }) => later)].filter(({ status, retryAfter }) => status !== 503 || retryAfter !== '5')).toEqual([]);
    expect(away).toHaveLength(kills);
    expect(people.map(({ unanswered }) => unanswered)).toEqual([0, 0]);
  });

  it('brings each case to the next agenda all the same', async () => {
    for (const { told } of works) {
      await until(`${told.setting.key} is listed`, async () => (await told.state()).listed, never);
      expect((await eventsOf(ground.database.door, told.id)).filter((type) => type === 'CaseListed')).toHaveLength(1);
    }
    expect(await ground.twice()).toEqual([]);
  }, 600_000);

  it('has every command that was answered, once, and answers it again as at first', async () => {
    for (const { taskId } of works.flatMap(({ tasks }) => tasks)) {
      const of = (type: string) => count(`select from event where type = $1 and data->>'taskId' = $2`, [type, taskId]);
      expect([await of('TaskReleased'), await of('TaskClaimed'), await of('TaskCompleted')]).toEqual([rounds, rounds + 1, 1]);
    }
    const ids = people.flatMap(({ told }) => told.map(({ commandId }) => commandId));
    expect(await count('select from event where command_id = any ($1::uuid[]) group by command_id', [ids])).toBe(6 * (2 * rounds + 1));
    for (const person of people) expect(await answeredOtherwise(person)).toEqual([]);
  });

  it('has every chain whole', async () => {
    expect(await verifyExport(await exportOf(ground.database.door))).toMatchObject({ ok: true });
  });
});
