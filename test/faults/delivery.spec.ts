import { newsSignal, workflowIdOf, type News } from '#messages';
import { verifyExport } from '#proof';
import type { CaseScript } from '../../apps/cli/seed/case-script.js';
import { exportOf } from '../factories/export.js';
import { eventsOf, fired, mails } from '../factories/told.js';
import { until } from '../factories/until.js';
import { Ground, seeded } from './ground.js';

/* A worker of the built product on a real Temporal and a real PostgreSQL, and everything that can be killed, killed. */
let ground: Ground;
beforeAll(async () => { ground = await Ground.make(); }, 120_000);
afterAll(async () => { await ground?.end(); });

const marks = async (told: CaseScript): Promise<readonly string[]> => (await fired(ground.database.door, told.id)).map(({ task, mark }) => `${task}.${mark}`).sort();
const status = async (stream: string): Promise<string> => (await handle(stream).describe()).status.name;
const handle = (stream: string) => ground.client.workflow.getHandle(workflowIdOf('case', stream));
const newsNow = async (stream: string): Promise<News> => (await ground.world.door.newsOf(stream)) ?? Promise.reject(new Error('no news'));
/** No command of the process twice, no mark twice, every chain whole. */
async function nothingTwice(): Promise<void> {
  expect(await ground.twice()).toEqual([]);
  expect(await verifyExport(await exportOf(ground.database.door))).toMatchObject({ ok: true });
}

describe('a worker that is killed again and again', () => {
  it('brings each case to the next agenda, and does nothing twice', async () => {
    await ground.reviewsTake(3600);
    ground.worker.start();
    await ground.sittings();
    const stories = ['killed-a', 'killed-b', 'killed-c'].map(async (key) => {
      const told = await ground.inReview(key);
      await told.review('chen', 'pathologyReview', { site: 'Distal femur, left' });
      await told.review('zhou', 'secondPathologyReview', { site: 'Distal femur, left', agrees: 'agrees' }, 'none');
      await told.review('wang', 'imagingReview', { site: 'Distal femur, left' });
      // Each kill in the middle of an activity costs that activity's limit: four minutes say "never", not "slow".
      await until(`${key} is listed`, async () => (await told.state()).listed, 240);
      return told;
    });
    let going = true;
    const random = seeded(20261125);
    const killing = (async () => {
      for (let kills = 0; going && kills < 6; kills += 1) {
        await new Promise((resolve) => { setTimeout(resolve, 1500 + random() * 2500); });
        await ground.worker.kill();
        ground.worker.start();
      }
    })();
    const told = await Promise.all(stories).finally(() => { going = false; });
    await killing;
    for (const one of told) expect((await eventsOf(ground.database.door, one.id)).filter((type) => type === 'CaseListed')).toHaveLength(1);
    await nothingTwice();
  }, 600_000);

  it('keeps a deadline that fell while it was dead: told once, late, the rest passed over', async () => {
    await ground.reviewsTake(8);
    const told = await ground.inReview('dead');
    await ground.worker.kill();
    const { due } = await ground.one<{ due: string }>(`select max(due_at) as due from task_row where case_id = $1 and kind = 'imagingReview'`, [told.id]);
    await until('the deadline has passed', async () => new Date().toISOString() > due);
    ground.worker.start();
    await until('all is told', async () => (await marks(told)).filter((mark) => mark.endsWith('.later')).length >= 2);
    expect((await marks(told)).filter((mark) => mark.startsWith('imagingReview'))).toEqual(['imagingReview.due', 'imagingReview.later']);
    await nothingTwice();
  }, 120_000);
});

describe('news that come late, twice, or in the wrong order', () => {
  it('P16: of a closed case raise no run, and do nothing', async () => {
    await ground.reviewsTake(3600);
    const told = await ground.inReview('closed');
    const old = await newsNow(told.id);
    await told.put('wu', 'withdrawCase', { reason: 'patientsWish' });
    await until('the run has ended', async () => (await status(told.id)) === 'COMPLETED');
    const [events, { runId }] = [await eventsOf(ground.database.door, told.id), await handle(told.id).describe()];
    await ground.database.asSuperuser(`update delivery set sent_seq = 0, changed_at = now() - interval '1 minute', lease_until = null where stream = $1`, [told.id]);
    await until('the relay has told it again', async () => (await ground.one<{ sent: boolean }>('select sent_seq > 0 as sent from delivery where stream = $1', [told.id])).sent);
    expect((await handle(told.id).describe()).runId).toBe(runId);
    // What an older release might still send: news of when the case was open, with a start.
    await ground.client.workflow.signalWithStart('caseWorkflow', {
      workflowId: workflowIdOf('case', told.id), taskQueue: ground.taskQueue, signal: newsSignal, signalArgs: [{ ...old, seq: 1 }],
      args: [{ stream: told.id, news: { ...old, seq: 1, ready: [{ name: 'startReviews', round: 1000 }] } }],
    });
    await until('the raised run has ended', async () => { const now = await handle(told.id).describe(); return now.runId !== runId && now.status.name === 'COMPLETED'; });
    expect(await eventsOf(ground.database.door, told.id)).toEqual(events);
  }, 90_000);

  it('of an open case change nothing, and a run with a long history goes on in a new one', async () => {
    await ground.reviewsTake(20);
    const told = await ground.inReview('noisy');
    const [now, first] = [await newsNow(told.id), await handle(told.id).describe()];
    // A run that is going on in a new one refuses signals for a moment: whoever tells it repeats, as the relay does.
    const tell = (news: News): Promise<boolean> => until('the signal is taken', () => handle(told.id).signal(newsSignal, news).then(() => true, () => false), 30);
    for (let seq = now.seq; seq > now.seq - 30; seq -= 1) await tell({ ...now, seq, ready: [{ name: 'enterDiscussion', round: 1000 }], nextDue: null, closed: seq < now.seq });
    const later = await until('a new run', async () => { const run = await handle(told.id).describe(); return run.runId === first.runId ? null : run; });
    expect([later.status.name, (await ground.client.workflow.getHandle(workflowIdOf('case', told.id), first.runId).describe()).status.name]).toEqual(['RUNNING', 'CONTINUED_AS_NEW']);
    await until('its deadlines are kept', async () => (await marks(told)).includes('imagingReview.due'));
    await nothingTwice();
  }, 120_000);
});

describe('a run that is lost', () => {
  it('is found by the watchdog, although PostgreSQL believes its news delivered', async () => {
    await ground.reviewsTake(5);
    const told = await ground.inReview('terminated');
    await handle(told.id).terminate('lost');
    await ground.worker.kill();
    // Waiting out the watchdog's minute: the deadlines are moved back instead.
    await ground.database.asSuperuser(`update stream set next_due_at = next_due_at - interval '2 minutes' where id = $1`, [told.id]);
    ground.worker.start();
    await until('it runs again', async () => (await status(told.id)) === 'RUNNING');
    await until('its deadlines are kept', async () => (await marks(told)).includes('imagingReview.due'));
    await nothingTwice();
  }, 120_000);
});

describe('Temporal', () => {
  it('down: the door answers all the same, and the relay tells later', async () => {
    await ground.reviewsTake(3600);
    await ground.temporal.kill();
    const told = await ground.accepted('down');
    expect((await told.state()).stages.pathologyReview.status).toBe('notStarted');
    expect((await newsNow(told.id)).ready).toEqual([{ name: 'startReviews', round: 1000 }]);
    await ground.temporal.start();
    await until('its reviews have begun', async () => (await told.state()).stages.pathologyReview.status === 'active');
    expect((await eventsOf(ground.database.door, told.id)).filter((type) => type === 'ReferralAccepted')).toHaveLength(1);
  }, 120_000);

  it('with its database deleted: every open case is back at its stage and deadlines, nothing is sent twice', async () => {
    await ground.reviewsTake(25);
    const [early, going] = [await ground.inReview('emptied-early'), await ground.inReview('emptied')];
    await until('half of it is gone', async () => (await marks(early)).filter((mark) => mark.endsWith('.half')).length >= 2);
    const before = await mails(ground.database.door, early.id);
    await ground.worker.kill();
    await ground.temporal.kill();
    ground.temporal.forget();
    await ground.temporal.start();
    ground.worker.start();
    const open = await ground.database.door.query<{ id: string }[]>(`select id from stream where kind = 'case' and not closed and (next_due_at is not null or ready <> '[]'::jsonb)`);
    expect(open.map(({ id }) => id)).toEqual(expect.arrayContaining([early.id, going.id]));
    for (const { id } of open) await until(`${id} runs again`, () => status(id).then((now) => now === 'RUNNING', () => false));
    expect((await mails(ground.database.door, early.id)).slice(0, before.length)).toEqual(before);
    await until('the other half is told', async () => (await marks(going)).includes('imagingReview.due') && (await marks(early)).includes('imagingReview.due'));
    await nothingTwice();
  }, 180_000);
});
