/**
 * Runs Typst in a process of its own: a letter that crashes it, fills the memory or never ends takes that process with
 * it and not the worker (P18).
 *
 * The child's program is text, made of `runTypst` itself, so that it is the same from TypeScript (tests) and from dist.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runTypst, type TypstJob, type TypstResult } from './typst-engine.js';

export interface ChildLimits {
  readonly timeoutMs: number;
  /** Resident memory of the child, watched where /proc is; its JavaScript heap is bound everywhere. */
  readonly memoryMb: number;
}

export type ChildResult = TypstResult | { readonly ok: false; readonly why: 'crashed' | 'timeout' | 'memory' };

const COMPILER = '@myriaddreamin/typst-ts-node-compiler';
const WATCH_MS = 50;

/** What the child does with its job; tests put poison here. */
export const TYPST_PROGRAM = `
  import { createRequire } from 'node:module';
  const runTypst = ${runTypst.toString()};
  process.once('message', ({ compiler, job }) => {
    const { NodeCompiler } = createRequire(compiler)(compiler);
    process.send(runTypst(NodeCompiler, job), () => process.disconnect());
  });
`;

export function runInChild(job: TypstJob, limits: ChildLimits, program = TYPST_PROGRAM): Promise<ChildResult> {
  const child = spawn(process.execPath, [`--max-old-space-size=${limits.memoryMb}`, '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // no proxy, no debugger, no secrets of the worker
    env: { PATH: process.env['PATH'] },
  });
  const compiler = createRequire(import.meta.url).resolve(COMPILER);
  return new Promise((resolve) => {
    let why: 'crashed' | 'timeout' | 'memory' = 'crashed';
    let answer: TypstResult | null = null;
    const stop = (because: 'timeout' | 'memory'): void => {
      why = because;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('timeout'), limits.timeoutMs);
    const watch = setInterval(() => void residentMb(child).then((mb) => mb > limits.memoryMb && stop('memory')), WATCH_MS);
    child.once('message', (message) => (answer = message as TypstResult));
    const done = (): void => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(answer ?? { ok: false, why });
    };
    child.once('error', done);
    child.once('close', done);
    // a child that dies before it reads its job breaks the pipe: 'close' tells
    child.send({ compiler, job }, () => undefined);
  });
}

/** 0 where the system doesn't tell. */
async function residentMb(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
}
