import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { DoorActivities, DoorAnswer, DueNews, MoveNews, News } from '#messages';
import { skippingEnvironment, workflowBundle } from '../factories/temporal.js';

/*
 * How a workflow behaves toward its door, with a scripted door in place of the real one: here faults have to be forced (a late
 * clock, a refused move, old news). The real door is behind the workflows in `test/workflows/case.spec.ts`.
 */
let env: TestWorkflowEnvironment;
beforeAll(async () => { env = await skippingEnvironment(); await workflowBundle(); }, 120_000);
afterAll(async () => { await env?.teardown(); });

interface Call { readonly what: string; readonly at: string }
type Script = (call: string, door: ScriptedDoor) => Promise<DoorAnswer> | DoorAnswer;

class ScriptedDoor implements DoorActivities {
  readonly calls: Call[] = [];
  news: News;
  constructor(readonly stream: string, private readonly script: Script) { this.news = { stream, epoch: 1, seq: 1, stages: [], ready: [], nextDue: null, closed: false }; }

  now(given: { ready?: MoveNews[]; nextDue?: DueNews | null; closed?: boolean }): News {
    this.news = { ...this.news, ready: [], nextDue: null, ...given, seq: this.news.seq + 1 };
    return this.news;
  }
  done(given: Parameters<ScriptedDoor['now']>[0]): DoorAnswer { return { done: true, news: this.now(given) }; }
  count(what: string): number { return this.calls.filter((call) => call.what === what).length; }

  private async heard(what: string): Promise<DoorAnswer> {
    this.calls.push({ what, at: new Date(await env.currentTimeMs()).toISOString() });
    return this.script(what, this);
  }
  issueMove(_stream: string, move: string): Promise<DoorAnswer> { return this.heard(move); }
  runDue(_stream: string, at: string): Promise<DoorAnswer> { return this.heard(`runDue ${at}`); }
  makeLetters(): Promise<DoorAnswer> { return this.heard('makeLetters'); }
  async newsOf(): Promise<News> { return this.news; }
}

async function played(first: Parameters<ScriptedDoor['now']>[0], script: Script, meanwhile: (door: ScriptedDoor, tell: (news: News) => Promise<void>) => Promise<void> = async () => undefined): Promise<ScriptedDoor> {
  const door = new ScriptedDoor(randomUUID(), script);
  const taskQueue = randomUUID();
  const worker = await Worker.create({ connection: env.nativeConnection, taskQueue, workflowBundle: await workflowBundle(), activities: {
    issueMove: door.issueMove.bind(door), runDue: door.runDue.bind(door), makeLetters: door.makeLetters.bind(door), newsOf: door.newsOf.bind(door),
  } });
  await worker.runUntil(async () => {
    const handle = await env.client.workflow.start('caseWorkflow', { workflowId: `case-${door.stream}`, taskQueue, args: [{ stream: door.stream, news: door.now(first) }] });
    await meanwhile(door, (news) => handle.signal('news', news));
    await handle.result();
  });
  return door;
}

const inHours = async (hours: number): Promise<string> => new Date(await env.currentTimeMs() + hours * 3_600_000).toISOString();
const refused = (code: string, inMs: number | null = null): DoorAnswer => ({ done: false, code, inMs, news: null });

describe('a case that moves', () => {
  it('issues each ready move once, in the order of the story, until the case is closed', async () => {
    const next: Record<string, Parameters<ScriptedDoor['now']>[0]> = {
      startReviews: { ready: [{ name: 'enterDiscussion', round: 1000 }] }, enterDiscussion: { ready: [{ name: 'listOnNextMeeting', round: 1000 }] },
      listOnNextMeeting: { ready: [{ name: 'enterRecommendation', round: 1000 }] }, enterRecommendation: { ready: [{ name: 'makeLetters', round: 1000 }] }, makeLetters: { closed: true },
    };
    const door = await played({ ready: [{ name: 'startReviews', round: 1000 }] }, (call, script) => script.done(next[call] ?? {}));
    expect(door.calls.map(({ what }) => what)).toEqual(['startReviews', 'enterDiscussion', 'listOnNextMeeting', 'enterRecommendation', 'makeLetters']);
  });

  it('does not ask again for a move that was refused, until there are news', async () => {
    const door = await played({ ready: [{ name: 'startReviews', round: 1000 }] }, (_call, script) => (script.count('startReviews') === 1 ? refused('INTAKE.INCOMPLETE') : script.done({ closed: true })),
      async (script, tell) => {
        await env.sleep('6 hours');
        expect(script.count('startReviews')).toBe(1);
        await tell(script.now({ ready: [{ name: 'startReviews', round: 1000 }] }));
      });
    expect(door.count('startReviews')).toBe(2);
  });

  it('keeps the newest news, whatever comes after it', async () => {
    const door = await played({}, (_call, script) => script.done({ closed: true }), async (script, tell) => {
      const old = script.now({ ready: [{ name: 'startReviews', round: 1000 }] });
      await tell(script.now({ ready: [{ name: 'enterDiscussion', round: 1000 }] }));
      await tell(old);
    });
    expect(door.calls.map(({ what }) => what)).toEqual(['enterDiscussion']);
  });
});

describe('deadlines', () => {
  it('are slept to over a weekend, and run at their time', async () => {
    const at = await inHours(63);
    const door = await played({ nextDue: { at, what: 'imagingReview.50' } }, (_call, script) => script.done({ closed: true }));
    expect(door.calls.map(({ what }) => what)).toEqual([`runDue ${at}`]);
    expect(door.calls[0].at >= at).toBe(true);
    expect(Date.parse(door.calls[0].at) - Date.parse(at)).toBeLessThan(60_000);
  });

  it('that come nearer wake the sleeper', async () => {
    const [far, near] = [await inHours(400), await inHours(5)];
    const door = await played({ nextDue: { at: far, what: 'far' } }, (_call, script) => script.done({ closed: true }),
      (script, tell) => tell(script.now({ nextDue: { at: near, what: 'near' } })));
    expect(door.calls.map(({ what }) => what)).toEqual([`runDue ${near}`]);
    expect(door.calls[0].at < far).toBe(true);
  });

  it('that are gone are not run', async () => {
    const at = await inHours(5);
    const door = await played({ nextDue: { at, what: 'imagingReview.100' } }, () => { throw new Error('nothing was due'); },
      async (script, tell) => { await tell(script.now({})); await env.sleep('10 hours'); await tell(script.now({ closed: true })); });
    expect(door.calls).toEqual([]);
  });

  it('wait as long as the door says where its clock is behind, and are not asked for in a hurry', async () => {
    const at = await inHours(1);
    const door = await played({ nextDue: { at, what: 'imagingReview.100' } }, (_call, script) => (script.calls.length === 1 ? refused('TIME.NOT_YET_DUE', 600_000) : script.done({ closed: true })));
    expect(door.calls).toHaveLength(2);
    expect(Date.parse(door.calls[1].at) - Date.parse(door.calls[0].at)).toBeGreaterThanOrEqual(600_000);
  });

  it('are kept while a letter takes its time', async () => {
    const at = await inHours(1);
    const door = await played({ ready: [{ name: 'makeLetters', round: 1000 }], nextDue: { at, what: 'sign.50' } }, async (call, script) => {
      if (call === 'makeLetters' && script.count('makeLetters') === 1) throw new Error('the renderer fell over');
      return script.done(call === 'makeLetters' ? { nextDue: { at, what: 'sign.50' } } : { closed: true });
    });
    expect(door.calls.map(({ what }) => what)).toEqual(['makeLetters', 'makeLetters', `runDue ${at}`]);
  });
});

describe('a case that is over', () => {
  it('ends at once where a late signal raised it, and does nothing', async () => {
    const door = await played({ closed: true, ready: [{ name: 'startReviews', round: 1000 }] }, () => { throw new Error('nothing to do'); });
    expect(door.calls).toEqual([]);
  });
});
