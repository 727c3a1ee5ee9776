import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { AgendaMoves, BoardSeries, DoorMoves, LetterMoves } from '#activities';
import { Nudge, Teller } from '#delivery';
import { FolderFileStore, MasterKeys } from '#files';
import { TypstLetterRenderer } from '#integrations';
import { workflowIdOf } from '#messages';
import type { Instant, TaskKind } from '#domain';
import { personId } from '../../apps/cli/seed/cast.js';
import type { CaseScript } from '../../apps/cli/seed/case-script.js';
import { people } from '../../apps/cli/seed/demo.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { LiveWorld, masterKey, script } from '../factories/live-world.js';
import { skippingEnvironment, workflowBundle } from '../factories/temporal.js';
import { eventsOf, fired, mails, type Fired } from '../factories/told.js';
import { until } from '../factories/until.js';
import { NearFestival } from './festival.js';

/*
 * Real door on a real PostgreSQL, real workflows, and a server that skips the time in which nothing happens. Expected instants are
 * worked out by hand for Shanghai (08:00-12:00, 13:30-17:30, which is 00:00-04:00 and 05:30-09:30 UTC) in early 2026.
 */
let database: TestDatabase;
let env: TestWorkflowEnvironment;
let world: LiveWorld;
let festival: NearFestival;
let teller: Teller;
let nudge: Nudge;
let stopWorker: (() => Promise<void>) | undefined;
let endWorld: () => void;
const taskQueue = randomUUID();

const now = async (): Promise<Instant> => new Date(await env.currentTimeMs()).toISOString();
const sleepTo = async (at: Instant): Promise<void> => {
  const left = Date.parse(at) - await env.currentTimeMs();
  if (left > 0) await env.sleep(left);
};
const to = (of2026: Instant): Promise<void> => world.at(festival.on(of2026));

beforeAll(async () => {
  [database, env] = await Promise.all([testDatabase(), skippingEnvironment()]);
  festival = new NearFestival(await now());
  await festival.publish(database);
  teller = new Teller(database.door, env.client, taskQueue);
  nudge = new Nudge(teller, () => undefined);
  const living = await LiveWorld.on(database, { clock: now, wait: sleepTo, told: (streams) => { for (const stream of streams) nudge.committed(stream); } });
  ({ world, end: endWorld } = living);
  await people(world);
  const files = await FolderFileStore.at(living.filesDir, new MasterKeys(masterKey));
  const { door } = world;
  const activities = new DoorMoves(door, database.door, new AgendaMoves(door, database.door), new BoardSeries(door, database.door), new LetterMoves(door, database.door, new TypstLetterRenderer(), files));
  const worker = await Worker.create({ connection: env.nativeConnection, taskQueue, workflowBundle: await workflowBundle(), activities: {
    issueMove: activities.issueMove.bind(activities), runDue: activities.runDue.bind(activities), newsOf: activities.newsOf.bind(activities), makeLetters: activities.makeLetters.bind(activities),
  } });
  const running = worker.run();
  stopWorker = async () => { worker.shutdown(); await running; };
}, 120_000);
afterAll(async () => {
  await nudge?.idle();
  await stopWorker?.();
  await env?.teardown();
  endWorld?.();
  await database?.end();
});

/** A case in review whose pathology is done: one clock is left, the radiologist's. */
async function inImagingReview(key: string, accepted: Instant): Promise<CaseScript> {
  const told = script(world, key);
  await told.refer();
  await told.submit();
  await to(accepted);
  await told.put('wu', 'acceptReferral', {});
  await offered(told, 'imagingReview');
  await told.review('chen', 'pathologyReview', { site: 'Distal femur, left' });
  await told.review('zhou', 'secondPathologyReview', { site: 'Distal femur, left', agrees: 'agrees' }, 'none');
  await told.claim('wang', 'imagingReview');
  return told;
}
const offered = (told: CaseScript, kind: TaskKind): Promise<unknown> => until(`${told.setting.key}: ${kind} is on offer`, async () => Object.values((await told.state()).tasks).find((task) => task.kind === kind));
const ofImaging = async (told: CaseScript): Promise<readonly Fired[]> => (await fired(database.door, told.id)).filter(({ task }) => task === 'imagingReview');

const minutes = 60_000;
/** Each mark once, at its instant (what people did took some seconds, so instants are compared to five minutes), told within a minute of it. */
function expectMarks(marks: readonly Fired[], expected: readonly (readonly [mark: string, at: Instant, to: readonly string[]])[]): void {
  expect(marks.map(({ mark, to: hearers }) => [mark, hearers])).toEqual(expected.map(([mark, , hearers]) => [mark, [...hearers].sort()]));
  for (const [index, [mark, at]] of expected.entries()) {
    const { due, at: happened, late } = marks[index];
    expect([mark, Math.abs(Date.parse(due) - Date.parse(festival.on(at))) < 5 * minutes]).toEqual([mark, true]);
    expect([mark, happened >= due, Date.parse(happened) - Date.parse(due) < minutes, late]).toEqual([mark, true, true, false]);
  }
}
const ladder = { owner: ['wang as owner'], deputy: ['gao as deputy', 'wang as owner'], above: ['aliya as caseManagers', 'gao as head', 'wu as caseManagers'] } as const;

describe('a case over a weekend', () => {
  let plain: CaseScript;
  let held: CaseScript;
  let withdrawn: CaseScript;
  beforeAll(async () => {
    // Friday 15:00 in Shanghai: two and a half hours are left of the day.
    [plain, held, withdrawn] = [await inImagingReview('weekend', '2026-01-30T07:00:00.000Z'), await inImagingReview('held', '2026-01-30T07:00:00.000Z'), await inImagingReview('withdrawn', '2026-01-30T07:00:00.000Z')];
    await to('2026-02-02T01:00:00.000Z');
    await held.put('wu', 'holdCase', { reason: 'awaitingFunding', resumeBy: festival.on('2026-02-20T00:00:00.000Z').slice(0, 10) });
    await withdrawn.put('wu', 'withdrawCase', { reason: 'patientsWish' });
    await to('2026-02-04T01:00:00.000Z');
    await held.put('wu', 'resumeCase', {});
    await to('2026-02-10T07:30:00.000Z');
  }, 120_000);

  it('reminds at 50 %, 80 %, 100 % and 24 working hours later, the right people, once', async () => {
    expectMarks(await ofImaging(plain), [
      ['half', '2026-02-02T07:00:00.000Z', ladder.owner], ['most', '2026-02-03T02:18:00.000Z', ladder.owner],
      ['due', '2026-02-03T07:00:00.000Z', ladder.deputy], ['later', '2026-02-06T07:00:00.000Z', ladder.above],
    ]);
    expect((await mails(database.door, plain.id)).filter((mail) => mail.includes('imagingReview'))).toHaveLength(7);
  });

  it('counts nothing while it is on hold, and goes on where it was', async () => {
    expectMarks(await ofImaging(held), [
      ['half', '2026-02-04T07:00:00.000Z', ladder.owner], ['most', '2026-02-05T02:18:00.000Z', ladder.owner],
      ['due', '2026-02-05T07:00:00.000Z', ladder.deputy], ['later', '2026-02-10T07:00:00.000Z', ladder.above],
    ]);
  });

  it('tells nobody anything once it is withdrawn, and its workflow ends', async () => {
    expect(await fired(database.door, withdrawn.id)).toEqual([]);
    expect((await env.client.workflow.getHandle(`case-${withdrawn.id}`).describe()).status.name).toBe('COMPLETED');
    expect((await env.client.workflow.getHandle(`case-${plain.id}`).describe()).status.name).toBe('RUNNING');
  });
});

/** Ends a run as if Temporal had lost it. Its worker lives on: the skipping server stands still while anything waits for one. */
async function loseRun(told: CaseScript): Promise<void> {
  await nudge.idle();
  await env.sleep('1 second');
  await env.client.workflow.getHandle(workflowIdOf('case', told.id)).terminate('lost');
}

describe('nobody there for two days', () => {
  let told: CaseScript;
  beforeAll(async () => {
    told = await inImagingReview('away', '2026-02-11T01:00:00.000Z');
    await loseRun(told);
    await to('2026-02-13T02:00:00.000Z');
    await teller.tell(told.id);
    await until('the deadline was run', async () => (await ofImaging(told)).length > 0);
  }, 120_000);

  it('P2: tells each person once, of what still matters; the rest is on record as passed over', async () => {
    const marks = await ofImaging(told);
    expect(marks.map(({ mark, to: hearers, late }) => [mark, hearers, late])).toEqual([['due', ladder.deputy, true]]);
    expect((await eventsOf(database.door, told.id)).filter((type) => type === 'MarkPassedOver')).toHaveLength(2);
    expect((await mails(database.door, told.id)).filter((mail) => mail.includes('imagingReview'))).toHaveLength(2);
  });

  it('P2: begun anew once more tells nobody again', async () => {
    const before = await eventsOf(database.door, told.id);
    await loseRun(told);
    await teller.tell(told.id);
    await sleepTo(festival.on('2026-02-13T02:40:00.000Z'));
    expect(await eventsOf(database.door, told.id)).toEqual(before);
  });
});

describe('a case over Spring Festival', () => {
  it('counts the worked Saturday, skips nine days off, and reminds once each', async () => {
    // Friday 11:00: an hour before lunch, then the afternoon, then the Saturday that is worked; the festival; Tuesday week.
    const told = await inImagingReview('festival', '2026-02-13T03:00:00.000Z');
    await to('2026-02-27T03:30:00.000Z');
    expectMarks(await ofImaging(told), [
      ['half', '2026-02-14T03:00:00.000Z', ladder.owner], ['most', '2026-02-14T09:18:00.000Z', ladder.owner],
      ['due', '2026-02-24T03:00:00.000Z', ladder.deputy], ['later', '2026-02-27T03:00:00.000Z', ladder.above],
    ]);
  }, 120_000);

  it('told each mark of every case to every person once', async () => {
    const rows = await database.door.query<{ times: number }[]>(`select count(*)::int as times from event where type in ('MarkFired', 'MarkPassedOver') group by stream, data->>'taskId', data->>'mark' having count(*) > 1`);
    expect(rows).toEqual([]);
    const twice = await database.door.query<unknown[]>(`select person_id from notification where mark_kind in ('remind', 'escalate') group by person_id, task_id, params->>'mark', created_at having count(*) > 1`);
    expect(twice).toEqual([]);
  });
});

describe('a leave', () => {
  it('hands on what its owner has when it begins, in every case, by itself: and nothing before', async () => {
    const told = await inImagingReview('leave', '2026-03-02T01:00:00.000Z');
    const held = async () => (await database.door.query<{ owner: string; cases: number }[]>(`select owner_id as owner, count(distinct case_id)::int as cases from task_row where kind = 'imagingReview' and status = 'inProgress' group by owner_id`));
    const before = await held();
    expect(before).toMatchObject([{ owner: personId('wang') }]);
    const [from, to1] = ['2026-03-04T00:00:00.000Z', '2026-03-06T00:00:00.000Z'].map((day) => festival.on(day).slice(0, 10));
    await world.put('wang', { type: 'planLeave', streamId: personId('wang'), data: { leave: [{ from, to: to1 }] } });
    await to('2026-03-03T15:50:00.000Z');
    expect(await held()).toEqual(before);
    await to('2026-03-03T16:10:00.000Z');
    await until('everything is with the substitute', async () => (await held()).every(({ owner }) => owner === personId('gao')));
    expect(await held()).toEqual([{ owner: personId('gao'), cases: before[0]?.cases }]);
    const [event] = await database.door.query<{ at: string; actor: string; data: object }[]>(`select at, actor, data from event where stream = $1 and type = 'TaskAssigned'`, [told.id]);
    expect(event).toMatchObject({ actor: 'process:keep-time-workflow', data: { ownerId: personId('gao'), from: personId('wang'), because: 'substitute' } });
    expect(Math.abs(Date.parse(event?.at ?? '') - Date.parse(festival.on('2026-03-03T16:00:00.000Z')))).toBeLessThan(2 * minutes);
    await until('the person owes nothing', async () => (await database.door.query<{ owes: object | null }[]>(`select state -> 'owes' as owes from stream where id = $1`, [personId('wang')]))[0]?.owes === null);
  }, 120_000);
});
