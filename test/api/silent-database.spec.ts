import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Response, Test } from 'supertest';
import type { DataSource } from 'typeorm';
import { doorDataSource, readerDataSource } from '#persistence';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type TestApi } from './api.fixture.js';

/** ReadyForQuery, and what PostgreSQL says to a connection with nothing to do as its postmaster dies. */
const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const fields = Buffer.from(['SFATAL', 'VFATAL', 'C57P01', 'Mterminating connection due to unexpected postmaster exit', ''].map((field) => `${field}\0`).join(''));
const dies = Buffer.concat([Buffer.from([0x45, 0, 0, 0, fields.length + 4]), fields]);

/**
 * Between the api and PostgreSQL; frozen it carries nothing and closes nothing, as a machine that lost its power or its disk. Deadly it has each new
 * connection die in the very bytes that say it is ready: forged here, since a real postmaster can't be killed in that moment on purpose.
 */
class Wire {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private frozen = false;
  deadly = false;
  private constructor(private readonly server: Server, private readonly to: number) {}

  static async to(port: number): Promise<Wire> {
    const server = createServer();
    const wire = new Wire(server, port);
    server.on('connection', (near) => { wire.carry(near); });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    return wire;
  }
  get port(): number { return (this.server.address() as AddressInfo).port; }
  freeze(): void {
    this.frozen = true;
    for (const pair of this.pairs) for (const socket of pair) socket.pause();
  }
  thaw(): void {
    this.frozen = false;
    for (const pair of this.pairs) for (const socket of pair) socket.resume();
  }
  cut(): void {
    for (const pair of this.pairs) for (const socket of pair) socket.destroy();
  }
  end(): void {
    this.cut();
    this.server.close();
  }

  private carry(near: Socket): void {
    const far = connect(this.to, '127.0.0.1');
    const pair = [near, far] as const;
    this.pairs.add(pair);
    for (const [from, into] of [pair, [far, near] as const]) {
      from.on('data', (bytes) => {
        if (this.deadly && from === far && bytes.subarray(-ready.length).equals(ready)) into.end(Buffer.concat([bytes, dies]));
        else into.write(bytes);
      });
      from.on('close', () => { into.destroy(); this.pairs.delete(pair); });
      from.on('error', () => undefined);
      if (this.frozen) from.pause();
    }
  }
}

const giveUpAfter = 1_000;
let demo: TestDatabase;
let wire: Wire;
let away: DataSource[] = [];
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  wire = await Wire.to(Number(new URL(demo.doorUrl).port));
  const over = (url: string): string => Object.assign(new URL(url), { port: String(wire.port) }).href;
  const [door, reader] = await Promise.all([doorDataSource(over(demo.doorUrl), { giveUpAfter }).initialize(), readerDataSource(over(demo.readerUrl), { giveUpAfter }).initialize()]);
  away = [door, reader];
  api = await testApi({ ...demo, door, reader });
}, 300_000);
afterAll(async () => {
  await api?.end();
  wire?.end();
  await Promise.allSettled(away.map((source) => source.destroy()));
  await demo?.end();
});

const told = ({ status, headers, body }: Response): unknown[] => [status, headers['retry-after'], (body as { code?: string }).code];

describe('PostgreSQL that dies as a connection is made', () => {
  it('is a 503, not the end of the api', async () => {
    const owner = await api.as('aliya');
    const page = (): Test => owner.get('/api/cases/board');
    wire.cut();
    wire.deadly = true;
    const answers = [await page(), ...await Promise.all([page(), page()]), await page()];
    expect(answers.map(told)).toEqual(answers.map(() => [503, '5', 'SERVICE.DATABASE_DOWN']));
    wire.deadly = false;
    expect((await page()).status).toBe(200);
  });
});

describe('PostgreSQL that neither answers nor hangs up', () => {
  it('is given up for whoever waits, page or command, and asked anew once it answers; the command is carried out once', async () => {
    const [task] = await demo.door.query<{ id: string; caseId: string; subject: string }[]>(`select t.id, t.case_id as "caseId", p.subject from task_row t join post o on o.institution_id = t.offer_institution_id and o.role = t.offer_role
      and o.discipline is not distinct from t.offer_discipline join person p on p.id = o.person_id where t.owner_id is null and t.status = 'ready' and not t.paused and t.offer_discipline is not null order by t.id, p.subject limit 1`);
    if (!task) throw new Error('the demo has no task that waits for somebody');
    const owner = await api.as(task.subject);
    const commandId = randomUUID();
    const claim = (): Test => owner.change(`/api/cases/${task.caseId}/tasks/${task.id}/claim`, {}, commandId);
    const page = (): Test => owner.get('/api/cases/board');
    expect((await page()).status).toBe(200);

    wire.freeze();
    const waiting = await Promise.all([...Array.from({ length: 12 }, page), claim()]);
    expect(waiting.map(told)).toEqual(waiting.map(() => [503, '5', 'SERVICE.DATABASE_DOWN']));

    wire.thaw();
    const first = await claim();
    expect([first.status, (await page()).status]).toEqual([200, 200]);
    expect((await claim()).body).toEqual(first.body);
    expect(await demo.door.query(`select from event where type = 'TaskClaimed' and data->>'taskId' = $1`, [task.id])).toHaveLength(1);
  });
});
