import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { connectTemporal, Teller } from '#delivery';
import type { BoardDefinition, Ladder, TaskKind } from '#domain';
import type { CaseScript } from '../../apps/cli/seed/case-script.js';
import { boneBoard, people } from '../../apps/cli/seed/demo.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { LiveWorld, masterKey, script } from '../factories/live-world.js';
import { Child, OwnTemporal } from '../factories/processes.js';
import type { TestServer } from '../factories/server.js';
import { until } from '../factories/until.js';

/** Seconds by the clock: half, due, and a while later. Long enough for people to act before, short enough to wait for. */
export const ladderOf = (seconds: number): Ladder => {
  const span = (of: number): Ladder['allowance'] => ({ amount: of / 3600, unit: 'clockHours' });
  return { allowance: span(seconds), rungs: [
    { name: 'half', kind: 'remind', fraction: 0.5, tells: ['owner'] }, { name: 'due', kind: 'escalate', fraction: 1, tells: ['owner', 'deputy'] },
    { name: 'later', kind: 'escalate', fraction: 1, plus: span(seconds / 2), tells: ['head'] },
  ] };
};

/** Database, Temporal of one's own and the people; the worker is a process of the built product, which tests kill. */
export class Ground {
  readonly taskQueue = randomUUID();
  readonly worker: Child;
  readonly client: Client;
  readonly teller: Teller;
  private version = 1;

  private constructor(readonly database: TestDatabase, readonly temporal: OwnTemporal, readonly world: LiveWorld, filesDir: string, private readonly home: string, private readonly endWorld: () => void) {
    this.client = connectTemporal({ address: temporal.address, namespace: 'default' });
    this.teller = new Teller(database.door, this.client, this.taskQueue);
    this.worker = new Child(process.execPath, ['--enable-source-maps', 'dist/apps/worker/main.js'], {
      CONSILIUM_HOME: home, CONSILIUM_DATABASE_DOOR_URL: database.doorUrl, CONSILIUM_DATABASE_READER_URL: database.readerUrl, CONSILIUM_TEMPORAL_ADDRESS: temporal.address, CONSILIUM_TASK_QUEUE: this.taskQueue,
      CONSILIUM_FILES_DIR: filesDir, CONSILIUM_FILES_MASTER_KEY: masterKey.toString('base64'), CONSILIUM_SMTP_URL: 'smtp://127.0.0.1:9', CONSILIUM_LOG_LEVEL: 'error',
    }, join(home, 'worker.log'));
  }

  static async make(server?: TestServer): Promise<Ground> {
    // A short limit of history makes runs go on in new ones while people work.
    const [database, temporal] = await Promise.all([testDatabase(undefined, server), OwnTemporal.make(['--dynamic-config-value', 'limit.historyCount.suggestContinueAsNew=40'])]);
    const { world, filesDir, end } = await LiveWorld.on(database, { clock: async () => new Date().toISOString(), wait: async () => undefined });
    const ground = new Ground(database, temporal, world, filesDir, mkdtempSync(join(tmpdir(), 'consilium-faults-')), end);
    await people(world);
    return ground;
  }

  /** From now on cases begin with these seconds for each review. */
  async reviewsTake(seconds: number): Promise<void> {
    const ladders = Object.fromEntries((['pathologyReview', 'secondPathologyReview', 'imagingReview'] as const).map((kind) => [`${kind}.urgent`, ladderOf(seconds)]));
    const definition: BoardDefinition = { ...boneBoard, version: (this.version += 1), ladders: { ...boneBoard.ladders, ...ladders } };
    await this.world.put('operator', { type: 'publishBoard', streamId: boneBoard.id, data: { definition } }, String(definition.version));
  }

  /** The series has its next sittings. A case that is ready before that has nothing to be listed on and rightly asks a case manager instead. */
  async sittings(): Promise<void> {
    await until('the next sittings are planned', async () => (await this.database.door.query<unknown[]>(`select from event where stream = $1 and type = 'SeriesKept' limit 1`, [boneBoard.id])).length > 0, 240);
  }

  /** Submitted and accepted; what comes after is the worker's. */
  async accepted(key: string): Promise<CaseScript> {
    const told = script(this.world, key);
    await told.refer();
    await told.submit();
    await told.put('wu', 'acceptReferral', {});
    return told;
  }

  async inReview(key: string): Promise<CaseScript> {
    const told = await this.accepted(key);
    await offered(told, 'imagingReview');
    return told;
  }

  seq(stream: string): Promise<number> { return this.one<{ seq: number }>('select seq from stream where id = $1', [stream]).then(({ seq }) => seq); }
  async one<T>(sql: string, values: readonly unknown[]): Promise<T> {
    const [row] = await this.database.door.query<T[]>(sql, [...values]);
    if (row === undefined) throw new Error(`No row: ${sql}`);
    return row;
  }

  /** What the process did twice: commands and marks. */
  async twice(): Promise<unknown[]> {
    const moves = await this.database.door.query<unknown[]>(`select stream, type from event where type in ('ReviewsStarted', 'StageEntered', 'CaseListed') group by stream, type, data->>'stage', data->>'round', data->>'meetingId' having count(*) > 1`);
    const marks = await this.database.door.query<unknown[]>(`select stream, data->>'mark' as mark from event where type in ('MarkFired', 'MarkPassedOver') group by stream, data->>'taskId', data->>'mark' having count(*) > 1`);
    return [...moves, ...marks];
  }

  async end(): Promise<void> {
    await this.worker.kill();
    await this.client.connection.close();
    await this.temporal.end();
    this.endWorld();
    rmSync(this.home, { recursive: true, force: true });
    await this.database.end();
  }
}

export const offered = (told: CaseScript, kind: TaskKind): Promise<unknown> =>
  until(`${told.setting.key}: ${kind} is on offer`, async () => Object.values((await told.state()).tasks).find((task) => task.kind === kind));

/** The same numbers for the same seed, so that a failing order of events can be played again. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
