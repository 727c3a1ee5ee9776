import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { endChildren } from '../factories/processes.js';
import { stopServers } from '../factories/server.js';
import { measure, parts, type Part } from './measure.js';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' }, 'no-build': { type: 'boolean' } } });
// A commit that isn't on disk is no commit: figures are taken with syncing, unless only counts are wanted.
if (!values.quick) process.env['CONSILIUM_TEST_FSYNC'] ??= 'on';
const only = values.only?.split(',').filter((name): name is Part => parts.includes(name as Part)) ?? parts;

// Told to stop, it leaves nothing behind: PostgreSQL, Temporal and the product's processes are in groups of their own.
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {
  if (stopped) return;
  stopped = true;
  // What is being measured fails now, and has nothing to say about it.
  process.on('uncaughtException', () => undefined);
  void endChildren().then(stopServers).finally(() => { process.exit(1); });
});

const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, memoryGb: Math.round(totalmem() / 2 ** 30), at: new Date().toISOString(), loadBefore: loadavg() };
const figures = { machine, ...(await measure(values.quick, only, (text) => { process.stderr.write(`${text}\n`); })), loadAfter: loadavg() };
const text = JSON.stringify(figures, null, 2);
if (values.json !== undefined) writeFileSync(values.json, `${text}\n`);
process.stdout.write(`${text}\n`);
process.exit(0);
