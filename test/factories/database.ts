import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { doorDataSource, migrate, readerDataSource } from '#persistence';
import { testServer, type TestServer } from './server.js';
import { foundation } from '../../libs/persistence/migrations/0001-foundation.sql.js';
import { grants } from '../../libs/persistence/migrations/0001-grants.sql.js';
import { visibility } from '../../libs/persistence/migrations/0001-visibility.sql.js';

/** A database of its own for a spec file, with the roles of the product. Tests of behaviour never use the superuser: it bypasses row-level security. */
export interface TestDatabase {
  readonly door: DataSource;
  readonly reader: DataSource;
  readonly ownerUrl: string;
  readonly doorUrl: string;
  readonly readerUrl: string;
  /** For what a test does behind the product's back, such as altering an event. */
  readonly asSuperuser: (sql: string, values?: readonly unknown[]) => Promise<pg.QueryResult>;
  readonly end: () => Promise<void>;
}

const password = 'test';

/** Clones the migrated template; call `end` in afterAll. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  return cloned(server).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
}

async function cloned(server: TestServer): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server.superuser, async (client) => {
    await client.query('select pg_advisory_lock(7268142)');
    const template = await ensureTemplate(client, server.superuser);
    await client.query(`create database ${name} template ${template} owner owner`);
    await client.query('select pg_advisory_unlock(7268142)');
  });
  const url = (user: string): string => addressOf(server.superuser, user, name);
  const [door, reader] = await Promise.all([doorDataSource(url('door')).initialize(), readerDataSource(url('reader')).initialize()]);
  const superuser = new URL(server.superuser);
  superuser.pathname = name;
  return {
    door, reader, ownerUrl: url('owner'), doorUrl: url('door'), readerUrl: url('reader'),
    asSuperuser: (sql, values = []) => withClient(superuser.href, (client) => client.query(sql, [...values])),
    end: async () => {
      await Promise.all([door.destroy(), reader.destroy()]);
      await withClient(server.superuser, (client) => client.query(`drop database if exists ${name} with (force)`));
      await server.stop();
    },
  };
}

/** A template a state of the migrations: another schema is another template, so nothing is ever half migrated. */
async function ensureTemplate(client: pg.Client, superuser: string): Promise<string> {
  const template = `template_${createHash('sha256').update(foundation + visibility + grants).digest('hex').slice(0, 12)}`;
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
  if (rowCount) return template;
  for (const role of ['owner', 'door', 'reader']) {
    const known = await client.query('select from pg_roles where rolname = $1', [role]);
    await client.query(`${known.rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nobypassrls password '${password}'`);
  }
  await client.query(`create database ${template}_part owner owner`);
  await migrate(addressOf(superuser, 'owner', `${template}_part`));
  await client.query(`alter database ${template}_part rename to ${template}`);
  return template;
}

function addressOf(superuser: string, user: string, database: string): string {
  const url = new URL(superuser);
  url.username = user;
  url.password = password;
  url.pathname = database;
  return url.href;
}

async function withClient<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}
