/**
 * Records how this release's workflows ran, for later releases to be replayed against:
 *   node --conditions=source --import ./test/bench/typescript.mjs test/replay/record.ts
 * Run it with each release that changes the workflows; older histories stay beside the new ones for as long as such runs may be open.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { NativeConnection, Worker } from '@temporalio/worker';
import { AgendaMoves, BoardSeries, DoorMoves, LetterMoves } from '#activities';
import { connectTemporal, Nudge, Teller } from '#delivery';
import { FolderFileStore, MasterKeys } from '#files';
import { TypstLetterRenderer } from '#integrations';
import { workflowIdOf } from '#messages';
import { boneBoard, people } from '../../apps/cli/seed/demo.js';
import { testDatabase } from '../factories/database.js';
import { LiveWorld, masterKey, script } from '../factories/live-world.js';
import { checkout, OwnTemporal } from '../factories/processes.js';
import { workflowBundle } from '../factories/temporal.js';
import { until } from '../factories/until.js';
import { ladderOf } from '../faults/ground.js';

const [database, temporal, taskQueue] = [await testDatabase(), await OwnTemporal.make(), randomUUID()];
const client = connectTemporal({ address: temporal.address, namespace: 'default' });
const nudge = new Nudge(new Teller(database.door, client, taskQueue), () => undefined);
const { world, filesDir, end } = await LiveWorld.on(database, { clock: async () => new Date().toISOString(), wait: async () => undefined, told: (streams) => { for (const stream of streams) nudge.committed(stream); } });
const { door } = world;
const moves = new DoorMoves(door, database.door, new AgendaMoves(door, database.door), new BoardSeries(door, database.door), new LetterMoves(door, database.door, new TypstLetterRenderer(), await FolderFileStore.at(filesDir, new MasterKeys(masterKey))));
await people(world);
const ladders = Object.fromEntries((['pathologyReview', 'imagingReview'] as const).map((kind) => [`${kind}.urgent`, ladderOf(6)]));
await world.put('operator', { type: 'publishBoard', streamId: boneBoard.id, data: { definition: { ...boneBoard, version: 2, ladders: { ...boneBoard.ladders, ...ladders } } } }, 'short');

const connection = await NativeConnection.connect({ address: temporal.address });
const worker = await Worker.create({ connection, taskQueue, workflowBundle: await workflowBundle(), activities: {
  issueMove: moves.issueMove.bind(moves), runDue: moves.runDue.bind(moves), newsOf: moves.newsOf.bind(moves), makeLetters: moves.makeLetters.bind(moves),
} });
await worker.runUntil(async () => {
  const told = script(world, 'recorded');
  await told.refer();
  await told.submit();
  await told.put('wu', 'acceptReferral', {});
  const events = async (type: string): Promise<number> => (await database.door.query<unknown[]>('select from event where stream = $1 and type = $2', [told.id, type])).length;
  await until('deadlines were told', async () => (await events('MarkFired')) >= 6);
  await told.put('wu', 'holdCase', { reason: 'awaitingFunding', resumeBy: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10) });
  await told.put('wu', 'resumeCase', {});
  await told.review('chen', 'pathologyReview', { site: 'Femur' });
  await told.review('zhou', 'secondPathologyReview', { site: 'Femur', agrees: 'agrees' }, 'none');
  await told.review('wang', 'imagingReview', { site: 'Femur' });
  await until('on an agenda', async () => (await told.state()).listed);
  const [meeting] = await database.door.query<{ id: string }[]>('select id from meeting_row order by starts_at limit 1');
  await nudge.idle();
  await record(client, 'case-open', workflowIdOf('case', told.id));
  await told.put('wu', 'withdrawCase', { reason: 'patientsWish' });
  await client.workflow.getHandle(workflowIdOf('case', told.id)).result();
  await record(client, 'case-withdrawn', workflowIdOf('case', told.id));
  if (meeting) await record(client, 'meeting', workflowIdOf('meeting', meeting.id));
  await record(client, 'board', workflowIdOf('board', boneBoard.id));
});
await client.connection.close();
await connection.close();
end();
await temporal.end();
await database.end();
process.exit(0);

async function record(from: Client, name: string, workflowId: string): Promise<void> {
  const folder = join(checkout, 'test/replay/histories');
  mkdirSync(folder, { recursive: true });
  const { version } = (await import('../../package.json', { with: { type: 'json' } })).default;
  writeFileSync(join(folder, `${version}-${name}.json`), `${historyToJSON(await from.workflow.getHandle(workflowId).fetchHistory())}\n`);
}
