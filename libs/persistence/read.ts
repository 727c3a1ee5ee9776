import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '#domain';
import { giveUpLater } from './data-source.js';

/**
 * The only way to read for a person: one connection, one READ ONLY transaction as role `reader`, in which PostgreSQL itself
 * shows only the rows that this person may see. What isn't there and what may not be seen answer alike.
 * Run the statements of `fn` one after another: a transaction has one connection.
 */
export function read<T>(reader: DataSource, actor: Actor, fn: (manager: EntityManager) => Promise<T>): Promise<T> {
  if (actor.kind !== 'person') throw new Error('A process reads by readAsProcess');
  return inReadOnly(reader, actor.personId, fn);
}

/** For the process itself (letters, mail), as role `door`: sees every row and changes none. Never for what a person asked. */
export function readAsProcess<T>(door: DataSource, fn: (manager: EntityManager) => Promise<T>): Promise<T> {
  return inReadOnly(door, '', fn);
}

async function inReadOnly<T>(source: DataSource, person: string, fn: (manager: EntityManager) => Promise<T>): Promise<T> {
  const runner = source.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction('REPEATABLE READ');
    await runner.query(`select set_config('transaction_read_only', 'on', true), set_config('consilium.person', $1, true)`, [person]);
    const answer = await fn(runner.manager);
    await runner.commitTransaction();
    return answer;
  } catch (error) {
    // the connection may be gone: the first error is the one that says why
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

/** One statement of a read that may take longer than a page: so many milliseconds by PostgreSQL, and a little more until it is given up here. */
export async function queryWithin<T>({ queryRunner }: EntityManager, ms: number, sql: string, values: readonly unknown[]): Promise<T[]> {
  if (!queryRunner) throw new Error('Only inside a read');
  const connection = await queryRunner.connect() as pg.PoolClient;
  await connection.query(`set local statement_timeout = ${String(ms)}`);
  const statement = { text: sql, values: [...values], query_timeout: ms + giveUpLater };
  return (await connection.query(statement)).rows as T[];
}
