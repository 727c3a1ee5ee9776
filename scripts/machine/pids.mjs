import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells this process from a later one with the same number: when it began. Undefined when there is none.
 * Signals go only to a process whose identity was recorded, so that a reused number never hits a stranger.
 */
export function identityOf(pid) {
  if (!Number.isInteger(pid) || pid < 1) return undefined;
  if (process.platform === 'linux') return linuxIdentity(pid);
  const listed = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim();
  return listed && !listed.startsWith('Z') ? listed.replace(/^\S+\s+/, '') : undefined;
}

function linuxIdentity(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? undefined : `${bootId()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The command line of a process, for people and for comparing programs. */
export function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Whether the recorded process is the one that runs now. */
export const runs = (recorded) => recorded !== undefined && recorded.identity !== undefined && identityOf(recorded.pid) === recorded.identity;

/** Signals a process group led by this process, or the process alone where it leads none. */
export function signal(pid, name) {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, name);
      return;
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
}

/** Asks a recorded process to end, waits, and ends it by force when it doesn't. True when force was needed. */
export async function endRecorded(recorded, name = 'SIGTERM', seconds = 10) {
  if (!runs(recorded)) return false;
  signal(recorded.pid, name);
  if (await gone(recorded, seconds)) return false;
  signal(recorded.pid, 'SIGKILL');
  await gone(recorded, 5);
  return true;
}

async function gone(recorded, seconds) {
  const until = performance.now() + seconds * 1000;
  while (runs(recorded)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return true;
}
