import { jest } from '@jest/globals';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../factories/free-port.js';
import { leftBehind, newHome, npmStart, recorded, removeHome, type Running } from './installation.js';

const minutes = 60_000;
jest.setTimeout(4 * minutes);

const ready = /Ctrl-C stops everything/;
const everything = ['PostgreSQL', 'Temporal', 'sign-in', 'mail', 'worker', 'api'];

describe('npm start', () => {
  const home = newHome();
  let env: Record<string, string>;
  let running: Running;

  const start = async (...args: string[]): Promise<Running> => {
    running = npmStart(home, env, ...args);
    await running.says(ready);
    return running;
  };
  const get = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${env['CONSILIUM_PORT']}${path}`);

  beforeAll(async () => {
    env = { CONSILIUM_PORT: String(await freePort()) };
  });
  afterAll(async () => {
    await running?.stop('SIGTERM');
    removeHome(home);
  });

  it('brings the whole product up, names its addresses and the people to sign in as', async () => {
    await start();
    expect(running.output).toContain(`http://localhost:${env['CONSILIUM_PORT']}`);
    expect(Object.keys(recorded(home)).sort()).toEqual([...everything].sort());
    expect((await get('/health/ready')).status).toBe(200);
    const people: unknown = JSON.parse(readFileSync(join(home, 'people.json'), 'utf8'));
    expect(Array.isArray(people) && people.length).toBeGreaterThan(0);
  });

  it('keeps its secrets readable by their owner only, and prints none', () => {
    for (const file of ['secrets.json', 'environment.json']) expect(statSync(join(home, file)).mode & 0o077).toBe(0);
    const secrets = Object.values(JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')) as Record<string, string>);
    expect(secrets.filter((secret) => running.output.includes(secret))).toEqual([]);
  });

  it('says that it runs already when it is started twice', async () => {
    const second = npmStart(home, env);
    expect(await second.ended).toBe(1);
    expect(second.output).toMatch(/already runs.*\n.*What to do/);
    expect((await get('/health/ready')).status).toBe(200);
  });

  it('starts the api again when it dies', async () => {
    const before = recorded(home)['api']?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await running.says(/api ended \(signal SIGKILL\); it is started again/);
    await until(async () => (await get('/health/ready').catch(() => undefined))?.status === 200);
    expect(recorded(home)['api']?.pid).not.toBe(before);
  });

  it('takes over what it left when it is killed itself, and stops without a rest', async () => {
    const database = recorded(home)['PostgreSQL']?.pid;
    await running.stop('SIGKILL');
    expect(leftBehind(home)).not.toEqual([]);
    await start();
    expect(running.output).toContain('taken over');
    expect(running.output).toContain('Temporal of an earlier start still runs');
    expect(recorded(home)['PostgreSQL']?.pid).toBe(database);
    expect(await running.stop('SIGINT')).toBe(0);
    expect(leftBehind(home)).toEqual([]);
    expect(existsSync(join(home, 'start.lock'))).toBe(false);
  });

  it('is up again within 30 s with its data', async () => {
    const people = readFileSync(join(home, 'people.json'), 'utf8');
    const began = performance.now();
    await start();
    const took = performance.now() - began;
    expect(await running.stop('SIGTERM')).toBe(0);
    expect(took).toBeLessThan(30_000 * crowding());
    expect(running.output).not.toMatch(/^ *seed /m);
    expect(readFileSync(join(home, 'people.json'), 'utf8')).toBe(people);
  });

  it('says who holds the port that was asked for', async () => {
    const server = createServer().listen(Number(env['CONSILIUM_PORT']), '127.0.0.1');
    const refused = npmStart(home, env);
    expect(await refused.ended).toBe(1);
    server.close();
    expect(refused.output).toMatch(new RegExp(`Port ${env['CONSILIUM_PORT']} \\(CONSILIUM_PORT\\) is in use by .+\\n.*What to do`));
    expect(leftBehind(home)).toEqual([]);
  });

  it('refuses to empty an installation that holds the demo', async () => {
    const refused = npmStart(home, env, '--empty');
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain('holds the demo already');
    expect(leftBehind(home)).toEqual([]);
  });
});

describe('stopped in the middle of starting', () => {
  it.each([/Consilium starts/, /build {2,}/, /PostgreSQL {2,}/, /migrations {2,}/])('after %s nothing is left', async (moment) => {
    const home = newHome();
    const running = npmStart(home, { CONSILIUM_PORT: String(await freePort()) }, '--empty');
    await running.says(moment);
    expect(await running.stop('SIGTERM')).toBe(130);
    expect(leftBehind(home)).toEqual([]);
    expect(existsSync(join(home, 'start.lock'))).toBe(false);
    expect(existsSync(join(home, 'postgres.part'))).toBe(false);
    removeHome(home);
  });

  it('is no hindrance for the next start', async () => {
    const home = newHome();
    const env = { CONSILIUM_PORT: String(await freePort()) };
    const first = npmStart(home, env, '--empty');
    await first.says(/PostgreSQL {2,}/);
    await first.stop('SIGTERM');
    const second = npmStart(home, env, '--empty');
    await second.says(ready);
    expect(JSON.parse(readFileSync(join(home, 'people.json'), 'utf8'))).toHaveLength(1);
    await second.stop('SIGTERM');
    removeHome(home);
  });
});

/** How many runnable tasks share one core now: the promised time holds for a machine that has nothing else to do. */
function crowding(): number {
  return Math.max(1, (loadavg()[0] ?? 1) / availableParallelism());
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + minutes;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('not within a minute');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
