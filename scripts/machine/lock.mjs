import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, runs } from './pids.mjs';

/**
 * Takes a lock file for this process, or says who holds it. A lock whose process is gone is taken over. Made beside and
 * linked into place, so that nobody ever reads a half-written one.
 */
export function takeLock(file) {
  const part = `${file}.${process.pid}`;
  writeFileSync(part, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) }), { mode: 0o600 });
  try {
    while (!linked(part, file)) {
      const holder = holderOf(file);
      if (runs(holder)) return { holder };
      rmSync(file, { force: true });
    }
    return { release: () => rmSync(file, { force: true }) };
  } finally {
    rmSync(part, { force: true });
  }
}

function linked(part, file) {
  try {
    linkSync(part, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
