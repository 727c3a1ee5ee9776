import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { commandOf } from './pids.mjs';
import { Trouble } from './trouble.mjs';

const local = '127.0.0.1';

/** Whether one could listen on this port of this machine now. */
export function free(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: local, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether something answers there. */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: local, timeout: 500 });
    const end = (answer) => { socket.destroy(); resolve(answer); };
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}

/** The wished port or the next free one after it that is not taken by this start already. */
export async function nextFree(wished, taken = new Set()) {
  for (let port = wished; port < Math.min(wished + 200, 65_536); port += 1) {
    if (!taken.has(port) && (await free(port))) {
      taken.add(port);
      return port;
    }
  }
  throw new Trouble(`No free port from ${wished} on.`, 'Set CONSILIUM_PORT to a range with free ports.');
}

/** Who listens there, as far as this user may know: "node server.js (process 17)", or "another program". */
export function holder(port) {
  const pid = process.platform === 'linux' ? linuxHolder(port) : listedHolder(port);
  return pid ? `${commandOf(pid).slice(0, 100) || 'a program'} (process ${pid})` : 'another program';
}

function listedHolder(port) {
  const found = spawnSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' }).stdout;
  return found ? Number(found.split('\n')[0]) : undefined;
}

function linuxHolder(port) {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listening(table, port));
  if (inodes.length === 0) return undefined;
  const sockets = new Set(inodes.map((inode) => `socket:[${inode}]`));
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).find((pid) => opens(pid, sockets));
}

function listening(table, port) {
  try {
    const rows = readFileSync(table, 'utf8').split('\n').slice(1).map((row) => row.trim().split(/\s+/));
    return rows.filter((row) => row[3] === '0A' && parseInt(row[1]?.split(':')[1] ?? '', 16) === port).map((row) => row[9]);
  } catch {
    return [];
  }
}

function opens(pid, sockets) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}
