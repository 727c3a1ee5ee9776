#!/usr/bin/env node
/**
 * npm start: installs, builds, starts and watches the whole product on this machine, and stops it on Ctrl-C.
 * npm start -- --empty: without the demo. Settings: CONSILIUM_HOME, CONSILIUM_PORT.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { Home } from './machine/home.mjs';
import { checkNode, install } from './machine/packages.mjs';
import { whenNpmEnds } from './machine/parent.mjs';
import { Product } from './machine/product.mjs';
import { box, say, stopwatch } from './machine/say.mjs';
import { explain, Stopped, Trouble } from './machine/trouble.mjs';

const checkout = join(import.meta.dirname, '..');
const spaceNeeded = 400_000_000;

const stopping = new AbortController();
let product;
let signals = 0;
let firstSignal = 0;
let stopped;
const whenStopped = new Promise((resolve) => { stopped = resolve; });

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stopOn(name));
whenNpmEnds(() => stopOn('SIGTERM'));
// The terminal may be gone before the last line: that is no reason to leave processes behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** The first signal stops in order. Ctrl-C typed again ends everything at once; the same signal sent twice by npm doesn't. */
function stopOn(name) {
  signals += 1;
  if (signals > 1) {
    if (name === 'SIGINT' && performance.now() - firstSignal > 1000) product?.endByForce();
    return;
  }
  firstSignal = performance.now();
  say('Stopping (Ctrl-C once more stops by force).');
  stopping.abort();
  stopped();
}

async function main() {
  let unlock = () => {};
  let code = 0;
  try {
    checkNode();
    const empty = wantsEmpty(process.argv.slice(2));
    const home = new Home(process.env.CONSILIUM_HOME || join(checkout, '.consilium'));
    unlock = home.lock();
    home.checkSpace(spaceNeeded);
    await start(home, empty);
    await whenStopped;
  } catch (error) {
    code = report(error);
  }
  code = (await endAll()) || code;
  unlock();
  if (signals > 0) say('Everything is stopped.');
  return code;
}

async function start(home, empty) {
  const timed = stopwatch();
  const stop = stopping.signal;
  say(`Consilium starts; its data lie in ${home.folder}`);
  await timed('packages', 'as in package-lock.json', () => install(checkout, { stop, say }));
  product = new Product({ checkout, home, empty, stop, say, timed });
  await product.clearLeftOvers();
  await timed('build', (what) => what, () => build(checkout, { stop, say }));
  await product.start();
  product.checkNotStopped();
  process.stdout.write(`\n${box(summary(home))}\n\n`);
}

async function endAll() {
  try {
    await product?.end();
    return 0;
  } catch (error) {
    return report(error);
  }
}

/** Shows what is wrong and what to do; stopping on request while starting is no error but no success either. */
function report(error) {
  if (error instanceof Stopped || (stopping.signal.aborted && error?.name === 'AbortError')) return 130;
  const known = explain(error);
  if (!known) process.stderr.write(`\n${error?.stack ?? error}\n`);
  else process.stderr.write(`\n  ${known.what}\n  What to do: ${known.toDo}\n\n`);
  return 1;
}

function wantsEmpty(args) {
  const unknown = args.filter((arg) => arg !== '--empty');
  if (unknown.length > 0) throw new Trouble(`npm start doesn't know ${unknown.join(' ')}.`, 'It knows one option: npm start -- --empty (without the demo).');
  return args.includes('--empty');
}

function summary(home) {
  const { settings, ports } = product;
  return [
    `Consilium          ${settings.CONSILIUM_PUBLIC_URL}`,
    `API and its pages  ${settings.CONSILIUM_PUBLIC_URL}/docs`,
    `Mails it sent      http://localhost:${ports.mailPage}`,
    `Temporal's page    http://localhost:${ports.temporalPage}`,
    `Data and logs      ${home.folder}`,
    '',
    ...people(home),
    '',
    'Ctrl-C stops everything. The data stay.',
  ];
}

const shown = 8;

function people(home) {
  const file = home.at('people.json');
  const all = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const byRole = [...new Map(all.map((person) => [person.role, person])).values()].slice(0, shown);
  return [
    `Sign in as any of ${all.length} people by one click, without password${all.length > byRole.length ? ', among them:' : ':'}`,
    ...byRole.map((person) => `  ${person.name}, ${person.title}, ${person.institution}`),
  ];
}

process.exitCode = await main();
