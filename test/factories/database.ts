import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { doorDataSource, migrate, readerDataSource } from '#persistence';
import { testServer, type TestServer } from './server.js';

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
/** A database that others are cloned from, filled once a server: by the migrations, or by more on top of them. */
export interface Template { readonly name: string; readonly fill: (urls: Urls) => Promise<void> }
export interface Urls { readonly owner: string; readonly door: string; readonly reader: string }

const password = 'test';
/** Another schema is another template, so nothing is ever half migrated. */
const migrationsFolder = new URL('../../libs/persistence/migrations/', import.meta.url);
export const schemaName = readdirSync(migrationsFolder).sort().reduce((hash, name) => hash.update(readFileSync(new URL(name, migrationsFolder))), createHash('sha256')).digest('hex').slice(0, 12);
const migrated: Template = { name: `template_${schemaName}`, fill: async ({ owner }) => { await migrate(owner); } };

/** Clones the migrated template, or another one, on the common server or on one's own; call `end` in afterAll. */
export async function testDatabase(template: Template = migrated, own?: TestServer): Promise<TestDatabase> {
  const server = own ?? await testServer();
  return cloned(server, template).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
}

async function cloned(server: TestServer, template: Template): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(server.superuser, async (client) => {
    await client.query('select pg_advisory_lock(7268142)');
    await ensure(client, server, template);
    await client.query(`create database ${name} template ${template.name} owner owner`);
  });
  const urls = urlsOf(server.superuser, name);
  const [door, reader] = await Promise.all([doorDataSource(urls.door).initialize(), readerDataSource(urls.reader).initialize()]);
  return {
    door, reader, ownerUrl: urls.owner, doorUrl: urls.door, readerUrl: urls.reader,
    asSuperuser: (sql, values = []) => withClient(addressOf(server.superuser, null, name), (client) => client.query(sql, [...values])),
    end: async () => {
      await Promise.all([door.destroy(), reader.destroy()]);
      await withClient(server.superuser, (client) => client.query(`drop database if exists ${name} with (force)`));
      await server.stop();
    },
  };
}

/** Under the lock of the caller's connection, which ends with it: two spec files never fill the same template at once. */
async function ensure(client: pg.Client, server: TestServer, template: Template): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [template.name]);
  if (rowCount) return;
  for (const role of ['owner', 'door', 'reader']) {
    const known = await client.query('select from pg_roles where rolname = $1', [role]);
    await client.query(`${known.rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nobypassrls password '${password}'`);
  }
  const part = `${template.name}_part`;
  await client.query(`drop database if exists ${part} with (force)`);
  await client.query(`create database ${part} owner owner`);
  await template.fill(urlsOf(server.superuser, part));
  await client.query(`alter database ${part} rename to ${template.name}`);
}

const urlsOf = (superuser: string, database: string): Urls =>
  ({ owner: addressOf(superuser, 'owner', database), door: addressOf(superuser, 'door', database), reader: addressOf(superuser, 'reader', database) });

function addressOf(superuser: string, user: string | null, database: string): string {
  const url = new URL(superuser);
  if (user !== null) {
    url.username = user;
    url.password = password;
  }
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
