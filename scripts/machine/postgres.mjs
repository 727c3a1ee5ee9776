import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adopt, launch, run } from './child.mjs';
import { commandOf, identityOf } from './pids.mjs';
import { answers } from './ports.mjs';
import { as, giveToRunner } from './postgres-place.mjs';
import { Trouble } from './trouble.mjs';

const exe = process.platform === 'win32' ? '.exe' : '';
const superuser = 'postgres';

/** Makes the data folder on the first start: whole or not at all, so that a stop in the middle leaves no half one. */
export async function initialise({ programs, data }, password, stop) {
  if (existsSync(join(data, 'PG_VERSION'))) return false;
  if (existsSync(data)) throw new Trouble(`${data} exists and holds no database.`, 'Move this folder away and start again.');
  const part = `${data}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  giveToRunner(part);
  const file = passwordFile(password);
  try {
    const { code, output } = await run(join(programs, 'bin', `initdb${exe}`),
      ['-D', part, '-U', superuser, '-A', 'scram-sha-256', '--pwfile', file.path, '-E', 'UTF8', '--locale=C.UTF-8', '--no-instructions'], { ...as, cwd: '/', stop });
    if (code !== 0) throw new Trouble(`The database could not be made:\n    ${output.slice(-800)}`, whatHelps(output));
    renameSync(part, data);
    return true;
  } finally {
    file.remove();
    rmSync(part, { recursive: true, force: true });
  }
}

function passwordFile(password) {
  const folder = mkdtempSync(join(tmpdir(), 'consilium-'));
  giveToRunner(folder);
  const path = join(folder, 'password');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  giveToRunner(path);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function whatHelps(output) {
  if (/No space left/.test(output)) return 'Free some space on the disk and start again.';
  if (/shared libraries|could not access|Permission denied/.test(output)) return 'Put the checkout and CONSILIUM_HOME where every user may enter (as root PostgreSQL runs as nobody).';
  if (/effective user ID|look up effective/.test(output)) return 'The user "nobody" (65534) must exist on this machine when root starts Consilium.';
  return 'See the lines above; moving CONSILIUM_HOME away begins with an empty database.';
}

/**
 * A PostgreSQL that was left running on these data (the script was killed), to be taken over; and a pid file whose
 * number now belongs to another program is cleared, since PostgreSQL would refuse to start beside it.
 */
export function leftRunning({ data }) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (identityOf(pid) === undefined) return undefined;
  if (/postgres/.test(commandOf(pid))) return { pid, port };
  rmSync(file);
  return undefined;
}

export const takeOver = ({ pid }) => adopt(pid);

/** Starts PostgreSQL for this machine only. Its log repeats neither statements nor values: they may be a patient's. */
export function startPostgres({ programs, data }, port, log, more = []) {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC',
    log_min_error_statement: 'panic', log_error_verbosity: 'terse' };
  const args = ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]), ...more];
  return launch(join(programs, 'bin', `postgres${exe}`), args, { ...as, cwd: '/', log });
}

/** Ready when its pid file says so and the port answers. */
export async function postgresReady({ data }, port) {
  const file = join(data, 'postmaster.pid');
  const ready = existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
  return ready && answers(port);
}

export const address = (user, password, port, database = 'consilium') => `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
export const superuserAddress = (password, port, database = 'postgres') => address(superuser, password, port, database);

const roles = ['owner', 'door', 'reader'];

/** The three roles of the product and, on the first start, its database. No role of the product is a superuser. */
export async function prepareRoles(secrets, port, database = 'consilium') {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: superuserAddress(secrets.superuser, port) });
  await client.connect();
  try {
    for (const role of roles) {
      const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
      const password = client.escapeLiteral(secrets[role]);
      await client.query(`${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${password}`);
    }
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database} owner owner`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect on database ${database} to door, reader`);
  } finally {
    await client.end();
  }
}
