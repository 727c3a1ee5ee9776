#!/usr/bin/env node
/**
 * npm run build: compiles the server, bundles the workflows, builds the page; each only when its sources changed.
 * npm run build -- --openapi: then also writes openapi.json, which is committed and compared.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { run } from './machine/child.mjs';
import { takeLock } from './machine/lock.mjs';
import { explain, Stopped, Trouble } from './machine/trouble.mjs';

const always = ['package.json', 'package-lock.json', 'scripts/build.mjs'];

/** The parts of the build, in their order, with the sources that each depends on. */
const parts = [
  { name: 'server', sources: ['apps', 'libs', 'workflows', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', ...always], but: ['apps/web'], make: buildServer },
  { name: 'workflows', sources: ['workflows', 'libs/messages', 'libs/domain', ...always], but: [], make: bundleWorkflows },
  { name: 'page', sources: ['apps/web', 'libs/locales', 'libs/proof', 'openapi.json', ...always], but: ['apps/web/generated'], make: buildPage },
];

/** Builds what changed; says which parts that were. Two builds of one checkout at once would write into each other. */
export async function build(checkout, { stop, say = () => {} } = {}) {
  mkdirSync(join(checkout, 'dist'), { recursive: true });
  const release = await turn(join(checkout, 'dist', '.building'), { stop, say });
  try {
    return await buildParts(checkout, { stop, say });
  } finally {
    release();
  }
}

async function turn(file, { stop, say }) {
  for (let waited = false; ; waited = true) {
    if (stop?.aborted) throw new Stopped();
    const { holder, release } = takeLock(file);
    if (release) return release;
    if (!waited) say(`another build of this checkout runs (process ${holder.pid}); waiting for it`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

async function buildParts(checkout, { stop, say }) {
  const stampFile = join(checkout, 'dist', '.built.json');
  const stamps = existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
  const made = [];
  for (const part of parts) {
    const files = sourcesOf(checkout, part);
    const now = { hash: hashOf(checkout, files), files };
    if (stamps[part.name]?.hash === now.hash) continue;
    if (stop?.aborted) throw new Stopped();
    say(`the ${part.name} is being built`);
    await part.make(checkout, { stop, removed: (stamps[part.name]?.files ?? []).filter((file) => !files.includes(file)) });
    stamps[part.name] = now;
    writeFileSync(stampFile, JSON.stringify(stamps));
    made.push(part.name);
  }
  return made.length > 0 ? `${made.join(', ')} built` : 'nothing changed';
}

function sourcesOf(checkout, { sources, but }) {
  const found = [];
  const visit = (path) => {
    const name = relative(checkout, path).replaceAll('\\', '/');
    if (but.includes(name) || name.endsWith('.spec.ts') || name.endsWith('.spec.tsx') || !existsSync(path)) return;
    const entries = isFolder(path) ? readdirSync(path) : undefined;
    if (entries) entries.sort().forEach((entry) => visit(join(path, entry)));
    else found.push(name);
  };
  sources.forEach((source) => visit(join(checkout, source)));
  return found;
}

function isFolder(path) {
  try {
    readdirSync(path);
    return true;
  } catch (error) {
    if (error.code === 'ENOTDIR') return false;
    throw error;
  }
}

/** By content, not by age: a checkout of another branch and back gives every file a new age. */
function hashOf(checkout, files) {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0]);
  for (const file of files) hash.update(file).update('\0').update(readFileSync(join(checkout, file))).update('\0');
  return hash.digest('hex');
}

/** A removed source would stay in dist and could still be imported, so then everything but the page is made anew. */
async function buildServer(checkout, { stop, removed }) {
  const dist = join(checkout, 'dist');
  if (removed.length > 0) for (const folder of ['apps', 'libs', 'workflows']) rmSync(join(dist, folder), { recursive: true, force: true });
  await node(checkout, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], stop);
  // A link that npx made earlier keeps pointing here, and a file that was removed and written anew can't be executed.
  chmodSync(join(dist, 'apps', 'cli', 'main.js'), 0o755);
}

async function bundleWorkflows(checkout) {
  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({ workflowsPath: join(checkout, 'dist', 'workflows', 'index.js'), logger: new DefaultLogger('ERROR') });
  writeFileSync(join(checkout, 'dist', 'workflow-bundle.js'), code);
}

/** The page calls the api by a client that is made from openapi.json. */
async function buildPage(checkout, { stop }) {
  await node(checkout, ['apps/web/generate-client.mjs'], stop);
  await node(checkout, ['node_modules/vite/bin/vite.js', 'build', '-c', 'apps/web/vite.config.ts'], stop);
}

/** Writes what the built api says about itself. */
function writeOpenApi(checkout) {
  const said = spawnSync(process.execPath, ['dist/apps/api/main.js', '--openapi'], { cwd: checkout, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (said.status !== 0) throw new Trouble(`The api could not describe itself:\n${said.stderr.slice(-3000)}`, 'Mend what is named above.');
  writeFileSync(join(checkout, 'openapi.json'), said.stdout);
}

async function node(checkout, args, stop) {
  const { code, output } = await run(process.execPath, args, { cwd: checkout, stop, env: { ...process.env, NO_COLOR: '1' } });
  if (code !== 0) throw new Trouble(`The build failed (${args[0]} ended with ${code}):\n${stripVTControlCharacters(output).slice(-3000)}`, 'Mend the sources named above.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const checkout = join(import.meta.dirname, '..');
  try {
    console.log(await build(checkout, { say: console.log }));
    if (process.argv.includes('--openapi')) writeOpenApi(checkout);
  } catch (error) {
    const known = explain(error);
    console.error(known ? `${known.what}\nWhat to do: ${known.toDo}` : error);
    process.exitCode = 1;
  }
}
