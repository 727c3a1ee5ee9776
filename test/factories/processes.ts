import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.js';
import { temporalProgram } from './temporal.js';
import { until } from './until.js';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));

/** What still runs: a script that is told to stop ends it, since groups of their own hear nothing of a signal to that script. */
const running = new Set<Child>();
export const endChildren = async (): Promise<void> => { await Promise.all([...running].map((child) => child.kill())); };

/** A process of the product or beneath it, in a group of its own, which a test may kill at any moment. Its log is a file. */
export class Child {
  private process: ChildProcess | null = null;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly program: string, private readonly args: readonly string[], private readonly env: Readonly<Record<string, string>>, readonly log: string) {}

  start(): void {
    const out = openSync(this.log, 'a');
    const own = Object.entries(process.env).filter(([name]) => !/^(CONSILIUM_|NODE_OPTIONS|TEMPORAL_|npm_|JEST_)/.test(name));
    const child = spawn(this.program, this.args, { cwd: checkout, env: { ...Object.fromEntries(own), ...this.env }, stdio: ['ignore', out, out], detached: true });
    closeSync(out);
    this.process = child;
    running.add(this);
    this.ended = new Promise((resolve) => { child.once('close', () => { resolve(); }); child.once('error', () => { resolve(); }); });
  }

  get pid(): number { return this.process?.pid ?? 0; }
  get lines(): string { return readFileSync(this.log, 'utf8'); }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process?.exitCode === null && this.process.signalCode === null) this.process.kill(signal);
    await this.ended;
    this.process = null;
    running.delete(this);
  }
  kill(): Promise<void> { return this.end('SIGKILL'); }
}

export const answers = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => { socket.destroy(); resolve(true); });
  socket.once('error', () => { resolve(false); });
});

/** A Temporal of one's own, on a database file, that a test may kill, empty and start anew on the same port. */
export class OwnTemporal {
  private constructor(readonly folder: string, readonly port: number, private readonly server: Child) {}

  static async make(more: readonly string[] = []): Promise<OwnTemporal> {
    const folder = mkdtempSync(join(tmpdir(), 'consilium-temporal-'));
    const [port, http, metrics] = [await freePort(), await freePort(), await freePort()];
    const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', port, '--http-port', http, '--metrics-port', metrics, '--headless', '--db-filename', join(folder, 'temporal.db'), '--log-level', 'error', ...more];
    const temporal = new OwnTemporal(folder, port, new Child(await temporalProgram('temporal'), args.map(String), { HOME: folder }, join(folder, 'temporal.log')));
    await temporal.start();
    return temporal;
  }

  get pid(): number { return this.server.pid; }
  get address(): string { return `127.0.0.1:${String(this.port)}`; }
  async start(): Promise<void> {
    this.server.start();
    await until('Temporal answers', () => answers(this.port));
  }
  kill(): Promise<void> { return this.server.kill(); }
  /** Everything that Temporal knew is gone. */
  forget(): void { for (const file of ['temporal.db', 'temporal.db-wal', 'temporal.db-shm']) rmSync(join(this.folder, file), { force: true }); }
  async end(): Promise<void> {
    await this.server.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
