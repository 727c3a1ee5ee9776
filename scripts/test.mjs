#!/usr/bin/env node
/**
 * npm test: installs, builds, starts what tests stand on (see machine/test-ground.mjs), runs every test, stops everything.
 * npm test -- libs/domain: one part. The last line says how many passed and failed; none at all is a failure too.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { checkNode, install } from './machine/packages.mjs';
import { whenNpmEnds } from './machine/parent.mjs';
import { signal } from './machine/pids.mjs';
import { say, stopwatch } from './machine/say.mjs';
import { TestGround } from './machine/test-ground.mjs';
import { explain, Stopped } from './machine/trouble.mjs';

const checkout = join(import.meta.dirname, '..');
/** Each of these starts many processes or a browser; on ports, homes and databases of its own, so two run side by side. */
const whole = ['e2e', 'faults', 'local', 'bench', 'docs', 'workflows'];
/** Longer than any tier takes on a slow machine, and short enough that whoever gives 90 minutes still reads what failed. */
const tierLimit = 55 * 60_000;
/** One a core: Jest alone would leave a core to whoever watches. */
const workers = ['--maxWorkers', '100%'];

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stopping.abort());
whenNpmEnds(() => stopping.abort());

async function main() {
  const stop = stopping.signal;
  const sum = { passed: 0, failed: 0, names: [] };
  let ground;
  try {
    checkNode();
    const timed = stopwatch();
    await timed('packages', 'as in package-lock.json', () => install(checkout, { stop, say }));
    ground = new TestGround({ checkout, home: process.env.CONSILIUM_HOME || join(checkout, '.consilium'), stop, say });
    const settings = await timed('test ground', 'PostgreSQL, Temporal, Chromium', () => ground.start());
    await timed('build', (what) => what, () => build(checkout, { stop, say }));
    for (const tier of tiersOf(process.argv.slice(2))) add(sum, await runTier(tier, settings, ground.folder));
  } catch (error) {
    report(error);
    add(sum, { passed: 0, failed: 1, names: [error instanceof Stopped ? 'The tests were stopped' : 'The tests could not be run'] });
  }
  await ground?.end();
  return conclude(sum);
}

/** Tiers from quick to slow, so that a plain mistake is seen early; with arguments, one tier of what they name. */
function tiersOf(args) {
  if (args.length > 0) return [{ name: args.join(' '), args: [...args, '--runInBand'] }];
  const heavy = `^${checkout}/test/(${whole.join('|')})/`;
  return [
    { name: 'beside the source', args: [...workers, '--testPathIgnorePatterns', `^${checkout}/test/`, '/node_modules/'] },
    { name: 'with a database', args: [...workers, '--testPathIgnorePatterns', heavy, `^${checkout}/(apps|libs|workflows)/`, '/node_modules/'] },
    { name: 'whole processes', args: [...workers, '--testPathPatterns', heavy] },
  ];
}

async function runTier({ name, args }, settings, folder) {
  if (stopping.signal.aborted) throw new Stopped();
  say(`tests ${name}`);
  const file = join(folder, `results-${name.replace(/\W+/g, '-').slice(0, 60)}.json`);
  const all = ['--experimental-vm-modules', '--no-warnings', join(checkout, 'node_modules/jest/bin/jest.js'), '--json', '--outputFile', file, ...args];
  await jest(all, { ...ownEnvironment(), ...settings });
  return existsSync(file) ? counted(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 1, names: [`${name}: jest ended without results, or was ended after ${tierLimit / 60_000} minutes`] };
}

/** Jest in a process group of its own, so that a stop reaches its workers and what they started. */
function jest(args, env) {
  const child = spawn(process.execPath, args, { cwd: checkout, env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
  const end = () => signal(child.pid, 'SIGTERM');
  const limit = setTimeout(end, tierLimit);
  stopping.signal.addEventListener('abort', end, { once: true });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => {
      clearTimeout(limit);
      stopping.signal.removeEventListener('abort', end);
      if (stopping.signal.aborted) reject(new Stopped());
      else resolve();
    });
  });
}

/** The developer's own settings of the product must not decide what a test sees. */
function ownEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CONSILIUM_')));
}

/** A file that could not even be loaded ran no test and is one failure. */
function counted(results) {
  const unloaded = results.testResults.filter((suite) => suite.assertionResults.length === 0 && suite.status === 'failed');
  const failures = results.testResults.flatMap((suite) =>
    suite.assertionResults.filter((test) => test.status === 'failed').map((test) => `${suite.name.replace(`${checkout}/`, '')}: ${test.fullName}`));
  return {
    passed: results.numPassedTests, failed: results.numFailedTests + unloaded.length,
    names: [...failures, ...unloaded.map((suite) => `${suite.name.replace(`${checkout}/`, '')} could not be loaded`)],
  };
}

function add(sum, { passed, failed, names }) {
  sum.passed += passed;
  sum.failed += failed;
  sum.names.push(...names);
}

function report(error) {
  if (error instanceof Stopped) return;
  const known = explain(error);
  process.stderr.write(known ? `\n  ${known.what}\n  What to do: ${known.toDo}\n` : `\n${error?.stack ?? error}\n`);
}

function conclude({ passed, failed, names }) {
  if (names.length > 0) process.stdout.write(`\nFailed:\n${names.map((name) => `  ${name}`).join('\n')}\n`);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

process.exitCode = await main();
