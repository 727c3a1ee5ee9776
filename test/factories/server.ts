import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';

/** A PostgreSQL to test on: how to reach it as superuser, and how to end it. */
export interface TestServer { readonly superuser: string; readonly stop: () => Promise<void> }

interface Place { readonly programs: string; readonly data: string }
interface Started { readonly pid: number; readonly identity: string; readonly ended: Promise<unknown> }
interface Machine {
  initialise(place: Place, password: string): Promise<boolean>;
  startPostgres(place: Place, port: number, log: string, more: readonly string[]): Started;
  postgresReady(place: Place, port: number): Promise<boolean>;
  superuserAddress(password: string, port: number): string;
}
interface Places { postgresPlace(checkout: string, home: { folder: string; at: (name: string) => string; remember: () => void }): Place }
interface Pids { endRecorded(recorded: Started, signal: string, seconds: number): Promise<boolean> }

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const machine = <T>(file: string): Promise<T> => import(join(checkout, 'scripts/machine', file)) as Promise<T>;

/** Servers that still run: a script that is told to stop ends them, since they hear nothing of its signal. */
const running = new Set<OwnServer>();
export const stopServers = async (): Promise<void> => { await Promise.all([...running].map((server) => server.stop())); };

/** A server of one's own, which a test may also kill: its postmaster without a word, as a crash does, and start on the same data. */
export interface OwnServer extends TestServer { readonly kill: () => Promise<void>; readonly start: () => Promise<void> }

/**
 * The server that `npm test` started (CONSILIUM_TEST_POSTGRES: its superuser's URL), or, when a single spec is run by hand, one
 * of its own for that spec file, without syncing to disk.
 */
export async function testServer(): Promise<TestServer> {
  const given = process.env['CONSILIUM_TEST_POSTGRES'];
  return given ? { superuser: given, stop: async () => undefined } : ownServer(process.env['CONSILIUM_TEST_FSYNC'] ?? 'off');
}

export async function ownServer(fsync: string): Promise<OwnServer> {
  const [postgres, places, pids] = await Promise.all([machine<Machine>('postgres.mjs'), machine<Places>('postgres-place.mjs'), machine<Pids>('pids.mjs')]);
  const folder = mkdtempSync(join(tmpdir(), 'consilium-test-'));
  const place = places.postgresPlace(checkout, { folder, at: (name) => join(folder, name), remember: () => undefined });
  await postgres.initialise(place, 'test');
  const port = await freePort();
  const launch = () => postgres.startPostgres(place, port, join(folder, 'postgres.log'), ['-c', `fsync=${fsync}`, '-c', 'max_connections=200']);
  let started = launch();
  let over = false;
  let stopping = false;
  void started.ended.then(() => { over = true; });
  const start = async (): Promise<void> => {
    // After a crash it refuses to start until the last of its old processes has noticed and let go of their memory: so it is asked again.
    while (!stopping && (over || !(await postgres.postgresReady(place, port)))) {
      if (over) {
        over = false;
        started = launch();
        void started.ended.then(() => { over = true; });
      }
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  const server: OwnServer = {
    superuser: postgres.superuserAddress('test', port), start,
    kill: async () => {
      process.kill(started.pid, 'SIGKILL');
      await started.ended;
      over = true;
    },
    stop: async () => {
      running.delete(server);
      stopping = true;
      await pids.endRecorded(started, 'SIGINT', 10);
      rmSync(folder, { recursive: true, force: true });
    },
  };
  running.add(server);
  await start();
  return server;
}
