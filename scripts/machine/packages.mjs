import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './child.mjs';
import { Trouble } from './trouble.mjs';

const floor = [20, 19];

/** Refuses a Node that is too old, in words instead of a syntax error of some package. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > floor[0] || (major === floor[0] && minor >= floor[1])) return;
  throw new Trouble(`Node ${version} is too old.`, `Install Node ${floor.join('.')} or newer.`);
}

/**
 * Whether what stands in node_modules is what package-lock.json says: npm leaves there what it installed, as its last
 * step. Compared by content, since a checkout gives files any age.
 */
export function installed(root) {
  const left = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(left)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(left, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = present[path];
    return there ? there.version === entry.version && there.integrity === entry.integrity : entry.optional === true || entry.peer === true;
  });
}

/** Installs exactly what the lock file names, when it isn't there already. True when something was installed. */
export async function install(root, { stop, say }) {
  if (installed(root)) return false;
  say('packages are being installed (a minute or two, only when they changed)');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const [program, all] = npm?.endsWith('.js') ? [process.execPath, [npm, ...args]] : ['npm', args];
  const { code, output } = await run(program, all, { cwd: root, stop });
  if (code === 0) return true;
  const last = output.split('\n').filter((line) => /npm (error|ERR!)/.test(line)).slice(0, 6).join('\n    ');
  throw new Trouble(`The packages could not be installed:\n    ${last || output.slice(-600)}`,
    'Check the network and "npm config get registry", see that the disk has 1.5 GB free, then run npm start again.');
}
