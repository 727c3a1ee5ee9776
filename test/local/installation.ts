import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const checkout = fileURLToPath(new URL('../../', import.meta.url));

/** A folder of its own for an installation; as root, one that PostgreSQL's user may enter. */
export function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'consilium-start-'));
  chmodSync(home, 0o755);
  return home;
}

export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });

/** A script that runs, and everything it has printed so far. */
export class Running {
  output = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;
  private readonly waiting = new Set<() => void>();

  constructor(program: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    const own = Object.entries(process.env).filter(([name]) => !/^(CONSILIUM_(?!TEMPORAL_BIN)|NODE_OPTIONS|npm_)/.test(name));
    this.child = spawn(program, args, { cwd: checkout, env: { ...Object.fromEntries(own), ...temporalBinary(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => this.heard(chunk));
    this.ended = new Promise((resolve) => this.child.on('close', (code) => { resolve(code); this.heard(''); }));
    void this.ended.then(() => { this.over = true; });
  }

  private over = false;

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it has printed this; fails with all it printed when it ends before. */
  says(what: RegExp): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (what.test(this.output)) resolve();
        else if (this.over || this.child.exitCode !== null) reject(new Error(`ended without saying ${what}:\n${this.output}`));
        else return;
        this.waiting.delete(look);
      };
      this.waiting.add(look);
      look();
    });
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended;
  }

  private heard(chunk: Buffer | string): void {
    this.output += chunk.toString();
    for (const look of [...this.waiting]) look();
  }
}

/** The program that the tests found, or the one in the cache of this checkout, so that no test downloads. */
function temporalBinary(): Record<string, string> {
  const given = process.env['CONSILIUM_TEMPORAL_BIN'];
  const cached = join(checkout, '.consilium', 'cache', `temporal-1.9.1-${process.platform}-${process.arch}`);
  const path = given ?? (existsSync(cached) ? cached : undefined);
  return path === undefined ? {} : { CONSILIUM_TEMPORAL_BIN: path };
}

export function npmStart(home: string, env: Readonly<Record<string, string>>, ...args: readonly string[]): Running {
  return new Running(process.execPath, ['scripts/start.mjs', ...args], { CONSILIUM_HOME: home, ...env });
}

/** Processes whose command line or environment names this folder: whatever an installation left behind. */
export function leftBehind(home: string): readonly string[] {
  const all = execFileSync('ps', ['axeww', '-o', 'pid=,command='], { encoding: 'utf8', maxBuffer: 50_000_000 });
  return all.split('\n').filter((line) => line.includes(home) && !line.includes('ps axeww')).map((line) => line.trim().slice(0, 120));
}

/** What the start has recorded about its processes. */
export function recorded(home: string): Readonly<Record<string, { readonly pid: number }>> {
  const file = join(home, 'running.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, { pid: number }>) : {};
}
