import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { AgendaMoves, BoardSeries, DoorMoves, LetterMoves } from '#activities';
import { connectTemporal, Nudge, Teller } from '#delivery';
import { FolderFileStore, MasterKeys } from '#files';
import { TypstLetterRenderer } from '#integrations';
import { people } from '../../apps/cli/seed/demo.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { LiveWorld, masterKey, script } from '../factories/live-world.js';
import { checkout, type OwnTemporal } from '../factories/processes.js';
import { workflowBundle } from '../factories/temporal.js';
import { until } from '../factories/until.js';
import { p, timed, type Timing } from './figures.js';

export interface Cases { readonly product: Timing; readonly bare: Timing; readonly commandsACase: number; readonly signalsACase: number; readonly movesACase: number; /** Until the next task is in the inbox, while one case is played and while eight are. */ readonly nextTask: { readonly alone: Waits; readonly amongEight: Waits } }
interface Waits { readonly p50: number; readonly p95: number; readonly times: number }

/** Everything in one process, in both: people, door or nothing, worker. */
async function withWorker<T>(temporal: OwnTemporal, bundle: string, taskQueue: string, activities: object, work: () => Promise<T>): Promise<T> {
  const connection = await NativeConnection.connect({ address: temporal.address });
  const worker = await Worker.create({ connection, taskQueue, workflowBundle: { code: bundle }, activities, maxCachedWorkflows: 100 });
  try {
    return await worker.runUntil(work());
  } finally {
    await connection.close();
  }
}

/** A case: referred, accepted, reviewed three times over, put on an agenda by the process, withdrawn. Answers when its next tasks were there. */
async function play(world: LiveWorld, database: TestDatabase, key: string, waits: number[]): Promise<void> {
  const told = script(world, key);
  await told.refer();
  await told.submit();
  await told.put('wu', 'acceptReferral', {});
  const accepted = performance.now();
  await until('reviews are on offer', async () => (await database.door.query<unknown[]>(`select from task_row where case_id = $1 and kind = 'imagingReview'`, [told.id])).length > 0);
  waits.push(performance.now() - accepted);
  await told.review('chen', 'pathologyReview', { site: 'Femur' });
  await told.review('zhou', 'secondPathologyReview', { site: 'Femur', agrees: 'agrees' }, 'none');
  await told.review('wang', 'imagingReview', { site: 'Femur' });
  await until('on an agenda', async () => (await told.state()).listed);
  await told.put('wu', 'withdrawCase', { reason: 'patientsWish' });
}

export async function cases(temporal: OwnTemporal, times: number): Promise<Cases> {
  const [database, taskQueue] = [await testDatabase(), randomUUID()];
  const client = connectTemporal({ address: temporal.address, namespace: 'default' });
  const teller = new Teller(database.door, client, taskQueue);
  let signals = 0;
  const nudge = new Nudge({ tell: (stream) => { signals += 1; return teller.tell(stream); } }, () => undefined);
  const { world, filesDir, end } = await LiveWorld.on(database, { clock: async () => new Date().toISOString(), wait: async () => undefined, told: (streams) => { for (const stream of streams) nudge.committed(stream); } });
  const door = world.door;
  const moves = new DoorMoves(door, database.door, new AgendaMoves(door, database.door), new BoardSeries(door, database.door), new LetterMoves(door, database.door, new TypstLetterRenderer(), await FolderFileStore.at(filesDir, new MasterKeys(masterKey))));
  const activities = { issueMove: moves.issueMove.bind(moves), runDue: moves.runDue.bind(moves), newsOf: moves.newsOf.bind(moves), makeLetters: moves.makeLetters.bind(moves) };
  try {
    await people(world);
    const [alone, amongEight]: [number[], number[]] = [[], []];
    const product = await withWorker(temporal, (await workflowBundle()).code, taskQueue, activities, async () => {
      await until('sittings are planned', async () => (await database.door.query<unknown[]>('select from meeting_row')).length > 1);
      await play(world, database, 'warm', []);
      for (let index = 0; index < times / 2; index += 1) await play(world, database, `alone-${String(index)}`, alone);
      signals = 0;
      const timing = await timed(8, Array.from({ length: times }, (_, index) => () => play(world, database, `whole-${String(index)}`, amongEight)));
      await nudge.idle();
      return timing;
    });
    const [counts] = await database.door.query<{ commands: number; moves: number }[]>(`select count(*) filter (where actor not like 'process:%')::int as commands, count(*) filter (where actor = 'process:case-workflow')::int as moves
      from command_answer a where exists (select from event e where e.command_id = a.command_id and e.kind = 'case')`);
    const played = 1 + Math.ceil(times / 2) + times;
    const [signalsACase, movesACase] = [Math.round(signals / times), Math.round((counts?.moves ?? 0) / played)];
    return { product, bare: await bare(temporal, times, signalsACase, movesACase), commandsACase: Math.round((counts?.commands ?? 0) / played), signalsACase, movesACase, nextTask: { alone: { ...p(alone), times: alone.length }, amongEight: { ...p(amongEight), times: amongEight.length } } };
  } finally {
    await client.connection.close();
    end();
    await database.end();
  }
}

/** The same signals, timers and activities, with nothing behind them. */
async function bare(temporal: OwnTemporal, times: number, signals: number, moves: number): Promise<Timing> {
  const taskQueue = randomUUID();
  const { code } = await bundleWorkflowCode({ workflowsPath: `${checkout}/test/bench/bare.workflow.ts`, logger: new DefaultLogger('ERROR') });
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection });
  const one = async (): Promise<void> => {
    const options = { workflowId: randomUUID(), taskQueue, args: [signals, moves], signal: 'news' };
    const handle = await client.workflow.signalWithStart('bareWorkflow', options);
    for (let signal = 1; signal < signals; signal += 1) await handle.signal('news');
    await handle.result();
  };
  try {
    return await withWorker(temporal, code, taskQueue, { nothing: async () => undefined }, async () => {
      await one();
      return timed(8, Array.from({ length: times }, () => one));
    });
  } finally {
    await connection.close();
  }
}
