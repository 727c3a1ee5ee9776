import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, type MigrationInterface, QueryFailedError } from 'typeorm';
import { ownerDataSource } from './data-source.js';
import { migrations } from './migrations/list.js';

/** A database that migrations can't run on, said so that an operator knows what to do. */
export class NotMigratable extends Error {
  override readonly name = 'NotMigratable';
}

/** Two machines that start together migrate one after the other: any number, the same in every release. */
const lock = 7_268_141;

/**
 * A change of a table waits for every transaction that has read it, and whoever comes after waits behind the change: so it waits this long,
 * gives way, and tries again. Milliseconds; about two and a half minutes in all.
 */
const patience = { lock: 400, between: 800, tries: 120 };
export interface Migrating {
  readonly tries?: number;
  /** Other migrations than the release's, in a test. */
  readonly list?: readonly (new () => MigrationInterface)[];
  readonly gaveWay?: () => void;
}

/** Brings the database to this release's state: idempotent, one at a time, each migration whole or not at all. Answers the names of those that ran. */
export async function migrate(ownerUrl: string, { tries = patience.tries, list = migrations, gaveWay }: Migrating = {}): Promise<readonly string[]> {
  const owner = await ownerDataSource(ownerUrl, patience.lock, [...list]).initialize();
  const runner = owner.createQueryRunner();
  try {
    await assertUsable(owner);
    // Waiting for another machine that migrates holds nobody up.
    await runner.query('set lock_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [lock]);
    const ran: string[] = [];
    for (let left = tries; !(await ranAll(owner, ran)); left -= 1) {
      if (left <= 1) throw await heldUp(owner, list);
      gaveWay?.();
      await pause(patience.between);
    }
    return ran;
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await runner.release();
    await owner.destroy();
  }
}

/** False where one had to give way: those before it are done and noted. */
async function ranAll(owner: DataSource, ran: string[]): Promise<boolean> {
  const before = await noted(owner);
  try {
    await owner.runMigrations({ transaction: 'each' });
    return true;
  } catch (error) {
    const { code } = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : {};
    if (code === lockNotAvailable || code === deadlockDetected) return false;
    throw error;
  } finally {
    ran.push(...(await noted(owner)).filter((name) => !before.includes(name)));
  }
}
const lockNotAvailable = '55P03';
const deadlockDetected = '40P01';

async function heldUp(owner: DataSource, list: readonly (new () => MigrationInterface)[]): Promise<NotMigratable> {
  const done = await noted(owner);
  const next = list.map((Migration) => new Migration().name ?? Migration.name).find((name) => !done.includes(name));
  const rows = await owner.query<{ pid: number }[]>(`select distinct pid from pg_locks where granted and locktype = 'relation' and relation >= 16384
    and database = (select oid from pg_database where datname = current_database()) order by pid`);
  return new NotMigratable(`Migration ${next ?? '?'} needs a table that other transactions hold (PostgreSQL processes ${rows.map(({ pid }) => pid).join(', ')}); it gave way each time, and nothing of it was done. `
    + 'Look at pg_stat_activity for what has been running for minutes, let it end or end it, and run "consilium migrate" again.');
}

async function noted(source: DataSource): Promise<readonly string[]> {
  const [{ exists }] = await source.query<[{ exists: boolean }]>(`select to_regclass('migrations') is not null as exists`);
  return exists ? (await source.query<{ name: string }[]>('select name from migrations order by id')).map(({ name }) => name) : [];
}

async function assertUsable(owner: DataSource): Promise<void> {
  const [{ version, me, missing }] = await owner.query<[{ version: number; me: string; missing: string[] }]>(`
    select current_setting('server_version_num')::int as version, current_user as me,
      array(select name from unnest(array['owner', 'door', 'reader']) name where not exists (select 1 from pg_roles where rolname = name)) as missing`);
  if (version < 150_000) throw new NotMigratable(`PostgreSQL 15 or newer is needed; this server is ${Math.floor(version / 10_000)}.`);
  if (missing.length > 0) {
    throw new NotMigratable(`The database has no role ${missing.join(', ')}. Make them first: ${missing.map((role) => `create role ${role} login nosuperuser nobypassrls password '...';`).join(' ')}`);
  }
  if (me !== 'owner') throw new NotMigratable(`Migrations run as role owner, not as ${me}: set CONSILIUM_DATABASE_OWNER_URL.`);
}

export interface SchemaState { readonly current: boolean; readonly missing: readonly string[]; readonly unknown: readonly string[] }

/** For readiness: which migrations of this release are missing in the database, and which the database has that this release doesn't know. */
export async function schemaState(source: DataSource): Promise<SchemaState> {
  const there = new Set(await noted(source));
  const known = migrations.map(({ name }) => name);
  const missing = known.filter((name) => !there.has(name));
  return { current: missing.length === 0, missing, unknown: [...there].filter((name) => !known.includes(name)) };
}
