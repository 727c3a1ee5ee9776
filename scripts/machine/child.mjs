import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { identityOf, runs, signal } from './pids.mjs';
import { Stopped } from './trouble.mjs';

/** Runs a command to its end in a process group of its own; a stop ends the whole group. Its code and its last output. */
export function run(program, args, { stop, ...options } = {}) {
  if (stop?.aborted) return Promise.reject(new Stopped());
  const child = spawn(program, args, { detached: true, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const take = (chunk) => { output = (output + chunk).slice(-64_000); };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    let force;
    const abort = () => {
      if (child.pid === undefined) return;
      signal(child.pid, 'SIGTERM');
      force = setTimeout(() => signal(child.pid, 'SIGKILL'), 5000);
    };
    stop?.addEventListener('abort', abort, { once: true });
    const over = () => { clearTimeout(force); stop?.removeEventListener('abort', abort); };
    child.on('error', (error) => { over(); reject(error); });
    child.on('close', (code) => { over(); if (stop?.aborted) reject(new Stopped()); else resolve({ code, output: output.trim() }); });
  });
}

const rotateAt = 10_000_000;

/** Starts a process that stays, in a group of its own (Ctrl-C reaches the script only), its output appended to a log. */
export function launch(program, args, { log, ...options }) {
  if (existsSync(log) && statSync(log).size > rotateAt) renameSync(log, `${log}.1`);
  const file = openSync(log, 'a', 0o600);
  const child = spawn(program, args, { detached: true, ...options, stdio: ['ignore', file, file] });
  closeSync(file);
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ why: error.message }));
    child.on('exit', (code, by) => resolve({ why: by ? `signal ${by}` : `code ${code}` }));
  });
  return { pid: child.pid, identity: identityOf(child.pid), ended };
}

/** A process that runs already, treated like one that was launched. */
export function adopt(pid) {
  const recorded = { pid, identity: identityOf(pid) };
  const ended = new Promise((resolve) => {
    const look = setInterval(() => {
      if (runs(recorded)) return;
      clearInterval(look);
      resolve({ why: 'it is gone' });
    }, 300);
  });
  return { ...recorded, ended };
}

/** The last lines of a log, for a message. */
export function tail(log, lines = 12) {
  if (!existsSync(log)) return '';
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-lines).map((line) => `    ${line.slice(0, 300)}`).join('\n');
}
