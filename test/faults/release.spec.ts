import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { AgendaMoves, BoardSeries, DoorMoves, LetterMoves } from '#activities';
import { FolderFileStore, MasterKeys } from '#files';
import { TypstLetterRenderer } from '#integrations';
import { workflowIdOf } from '#messages';
import { masterKey } from '../factories/live-world.js';
import { checkout } from '../factories/processes.js';
import { workflowBundle } from '../factories/temporal.js';
import { fired } from '../factories/told.js';
import { until } from '../factories/until.js';
import { Ground } from './ground.js';

/* P14: a release whose story is told in another order, while a case is between two deadlines. */
let ground: Ground;
let connection: NativeConnection;
beforeAll(async () => {
  ground = await Ground.make();
  connection = await NativeConnection.connect({ address: ground.temporal.address });
}, 120_000);
afterAll(async () => {
  await connection?.close();
  await ground?.end();
});

/** The workflows of a release that can't replay this one: it sleeps first. */
async function nextRelease(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'consilium-release-'));
  try {
    for (const name of ['workflows', 'libs/messages', 'package.json']) cpSync(join(checkout, name), join(folder, name), { recursive: true });
    symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'));
    const file = join(folder, 'workflows/process.ts');
    const story = readFileSync(file, 'utf8');
    const changed = story.replace('  await process.catchUp();', `  await condition(() => false, 1);\n  await process.catchUp();`);
    expect(changed).not.toBe(story);
    writeFileSync(file, changed);
    const { code } = await bundleWorkflowCode({ workflowsPath: join(folder, 'workflows/index.ts'), logger: new DefaultLogger('ERROR'), webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'], symlinks: false } }) });
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('P14: closes the run it cannot replay, begins it anew from the news, and tells each deadline once', async () => {
  const { database: { door: source }, world: { door } } = ground;
  const files = await FolderFileStore.at(mkdtempSync(join(tmpdir(), 'consilium-release-files-')), new MasterKeys(masterKey));
  const moves = new DoorMoves(door, source, new AgendaMoves(door, source), new BoardSeries(door, source), new LetterMoves(door, source, new TypstLetterRenderer(), files));
  const under = async (code: string, work: () => Promise<void>): Promise<void> => {
    const worker = await Worker.create({
      connection, taskQueue: ground.taskQueue, workflowBundle: { code }, maxCachedWorkflows: 100, workflowFailureErrorTypes: { '*': ['NondeterminismError'] },
      activities: { issueMove: moves.issueMove.bind(moves), runDue: moves.runDue.bind(moves), newsOf: moves.newsOf.bind(moves), makeLetters: moves.makeLetters.bind(moves) },
    });
    await worker.runUntil(work());
  };
  const marks = async (): Promise<readonly string[]> => (await fired(source, told.id)).filter(({ task }) => task === 'imagingReview').map(({ mark }) => mark);
  const run = () => ground.client.workflow.getHandle(workflowIdOf('case', told.id)).describe();
  const [code, next] = [(await workflowBundle()).code, await nextRelease()];
  await ground.reviewsTake(16);
  const told = await ground.accepted('release');
  await ground.teller.tell(told.id);
  await under(code, async () => { await until('half is told', async () => (await marks()).length === 1); });
  const before = await run();
  await under(next, async () => { await until('due is told', async () => (await marks()).length === 2); });
  const after = await run();
  expect([before.runId === after.runId, after.status.name]).toEqual([false, 'RUNNING']);
  await under(next, async () => { await until('later is told', async () => (await marks()).length === 3); });
  expect(await marks()).toEqual(['half', 'due', 'later']);
}, 180_000);
