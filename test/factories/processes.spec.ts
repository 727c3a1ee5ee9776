import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child, endChildren } from './processes.js';

const runs = (pid: number): boolean => { try { process.kill(pid, 0); return true; } catch { return false; } };

describe('processes that a script started', () => {
  it('end with it when it is told to stop, whatever they are about', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'consilium-child-'));
    const children = ['first', 'second'].map((name) => new Child(process.execPath, ['--eval', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)'], {}, join(folder, `${name}.log`)));
    for (const child of children) child.start();
    const pids = children.map(({ pid }) => pid);
    expect(pids.map(runs)).toEqual([true, true]);
    await endChildren();
    expect(pids.map(runs)).toEqual([false, false]);
    rmSync(folder, { recursive: true, force: true });
  });
});
