import { DataSource } from 'typeorm';
import { ownerDataSource } from './data-source.js';
import { migrations } from './migrations/list.js';

/** A database that migrations can't run on, said so that an operator knows what to do. */
export class NotMigratable extends Error {
  override readonly name = 'NotMigratable';
}

/** Two machines that start together migrate one after the other: any number, the same in every release. */
const lock = 7_268_141;

/** Brings the database to this release's state: idempotent, one at a time. Answers the names of the migrations that ran. */
export async function migrate(ownerUrl: string): Promise<readonly string[]> {
  const owner = await ownerDataSource(ownerUrl).initialize();
  const runner = owner.createQueryRunner();
  try {
    await assertUsable(owner);
    await runner.query('select pg_advisory_lock($1)', [lock]);
    const ran = await owner.runMigrations({ transaction: 'each' });
    return ran.map(({ name }) => name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [lock]).catch(() => undefined);
    await runner.release();
    await owner.destroy();
  }
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
  const [{ exists }] = await source.query<[{ exists: boolean }]>(`select to_regclass('migrations') is not null as exists`);
  const rows = exists ? await source.query<{ name: string }[]>('select name from migrations') : [];
  const there = new Set(rows.map(({ name }) => name));
  const known = migrations.map(({ name }) => name);
  const missing = known.filter((name) => !there.has(name));
  return { current: missing.length === 0, missing, unknown: [...there].filter((name) => !known.includes(name)) };
}
