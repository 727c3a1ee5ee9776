import { createECDH, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { takeLock } from './lock.mjs';
import { commandOf } from './pids.mjs';
import { Trouble } from './trouble.mjs';

/** Where everything of one installation lies, and the small files that `npm start` keeps there. */
export class Home {
  constructor(folder) {
    this.folder = resolve(folder);
    this.logs = join(this.folder, 'logs');
    this.cache = join(this.folder, 'cache');
    makeFolder(this.folder);
    for (const each of [this.logs, this.cache]) mkdirSync(each, { recursive: true, mode: 0o700 });
  }

  at(...parts) {
    return join(this.folder, ...parts);
  }

  log(name) {
    return join(this.logs, `${name}.log`);
  }

  read(name, otherwise) {
    const file = this.at(name);
    if (!existsSync(file)) return otherwise;
    try {
      return JSON.parse(readFileSync(file, 'utf8'));
    } catch {
      throw new Trouble(`${file} is damaged.`, name === 'secrets.json'
        ? 'Restore it from a backup: the database and the files cannot be opened without it.'
        : 'Remove this file and start again; the data are elsewhere.');
    }
  }

  /** Whole or not at all, and readable by its owner only: some of these files hold secrets. */
  write(name, content) {
    const part = this.at(`${name}.part`);
    writeFileSync(part, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    chmodSync(part, 0o600);
    renameSync(part, this.at(name));
  }

  remember(changes) {
    this.write('state.json', { ...this.read('state.json', {}), ...changes });
  }

  /** Only one start at a time. Returns how to give the lock back. */
  lock() {
    const { holder, release } = takeLock(this.at('start.lock'));
    if (holder) throw alreadyRuns(this, holder);
    return release;
  }

  /** Made once; losing them would lock out the data, so they are never made anew beside existing data. */
  secrets() {
    const kept = this.read('secrets.json', undefined);
    if (kept) return kept;
    if (existsSync(this.at('postgres')) || this.read('state.json', {}).moved) {
      throw new Trouble(`${this.at('secrets.json')} is gone, and the database in ${this.folder} cannot be opened without it.`,
        'Restore that file from a backup; or move the folder away to begin with an empty one.');
    }
    const word = () => randomBytes(24).toString('base64url');
    const secrets = {
      superuser: word(), owner: word(), door: word(), reader: word(), oidcClient: word(), session: randomBytes(32).toString('base64'),
      filesMasterKey: randomBytes(32).toString('base64'),
    };
    this.write('secrets.json', secrets);
    return secrets;
  }

  /** The key pair of web push; made anew where it is missing: browsers then have to subscribe again, and nothing else is lost. */
  pushKeys() {
    const kept = this.read('push-keys.json', undefined);
    if (kept) return kept;
    const pair = createECDH('prime256v1');
    const keys = { publicKey: pair.generateKeys('base64url'), privateKey: Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32).toString('base64url') };
    this.write('push-keys.json', keys);
    return keys;
  }

  /** Says that the disk is nearly full before anything fails in the middle. */
  checkSpace(bytes) {
    const { bavail, bsize } = statfsSync(this.folder);
    if (bavail * bsize >= bytes) return;
    const [left, need] = [bavail * bsize, bytes].map((size) => `${Math.round(size / 1e6)} MB`);
    throw new Trouble(`The disk of ${this.folder} is nearly full: ${left} free, ${need} needed.`, 'Free some space, or set CONSILIUM_HOME to a folder on another disk.');
  }
}

/** Each folder on the way by itself: asked for all at once, Node never comes back from a path below /proc. */
function makeFolder(folder) {
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    mkdirSync(folder);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`The folder for the data, ${folder}, cannot be made (${error.code}).`, 'Set CONSILIUM_HOME to a folder that you may write.');
  }
}

function alreadyRuns(home, other) {
  const at = home.read('state.json', {}).url;
  return new Trouble(`Consilium already runs with the data in ${home.folder}: process ${other.pid} (${commandOf(other.pid)})${at ? `, ${at}` : ''}.`,
    `Use it, or stop it first (Ctrl-C there, or kill ${other.pid}). A second one needs a CONSILIUM_HOME of its own.`);
}
