import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { launch, run } from './child.mjs';
import { answers } from './ports.mjs';

/** Starts Temporal's single-process server, for this machine only, with its page; `file` undefined keeps all in memory. */
export function startTemporal(program, { port, http, metrics, ui }, { file, log, more = [] }) {
  if (file) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', port, '--http-port', http, '--metrics-port', metrics,
    ...(ui ? ['--ui-ip', '127.0.0.1', '--ui-port', ui, '--ui-disable-news-fetch'] : ['--headless']),
    ...(file ? ['--db-filename', file] : []), '--log-level', 'error', ...more];
  return launch(program, args.map(String), { log, env: ownEnvironment(dirname(log)) });
}

/** Ready when it says itself that it serves. */
export async function temporalReady(program, port, stop) {
  if (!(await answers(port))) return false;
  const { code, output } = await run(program, ['operator', 'cluster', 'health', '--address', `127.0.0.1:${port}`], { stop, env: ownEnvironment('/') });
  return code === 0 && output.includes('SERVING');
}

/** The settings that somebody keeps for their own use of the program (files, variables) must not steer this server. */
function ownEnvironment(home) {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_') && name !== 'XDG_CONFIG_HOME');
  return { ...Object.fromEntries(own), HOME: home };
}
