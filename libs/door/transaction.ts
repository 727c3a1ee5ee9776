import { createHash } from 'node:crypto';
import type pg from 'pg';
import { QueryFailedError, type DataSource } from 'typeorm';

/** A transaction's one connection. */
export interface Tx { query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T> }

/** Thrown inside a transaction to have it tried again from the start: what it built on was no longer so. */
export class StaleRead extends Error {}

const deadlock = '40P01';
const serialisation = '40001';
const uniqueness = '23505';
/** Two first commands of a stream, or the same command twice at once: the second finds at the next try what the first committed. */
const repeatable = ['command_answer_pkey', 'stream_pkey', 'event_pkey', 'form_version_pkey', 'text_row_pkey'];
const attempts = 8;

/**
 * One READ COMMITTED transaction, tried again after a deadlock. Nothing of a failed try stays. Its connection is pipelined: statements
 * that don't wait for each other's answers are sent at once (`together`) and carried out in the order in which they were sent.
 */
export async function inTransaction<T>(door: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const runner = door.createQueryRunner();
    const tx = preparing(await runner.connect() as pg.PoolClient);
    try {
      const [, answer] = await together(tx.query('start transaction isolation level read committed'), work(tx));
      await tx.query('commit');
      return answer;
    } catch (error) {
      await tx.query('rollback').catch(() => undefined);
      if (attempt >= attempts || !isRepeatable(error)) throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Statements are named, so that PostgreSQL parses and plans each once a connection: there are some dozens, none made from what people type. */
function preparing(client: pg.PoolClient): Tx {
  return {
    query: async <T>(sql: string, parameters: unknown[] = []) => {
      try {
        return (await client.query({ name: nameOf(sql), text: sql, values: parameters })).rows as T;
      } catch (error) {
        throw new QueryFailedError(sql, parameters, error instanceof Error ? error : new Error(String(error)));
      }
    },
  };
}

const names = new Map<string, string>();
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}

/** Waits for all, also where one fails: what is still being sent then must not come after the transaction's end. */
export async function together<T extends readonly Promise<unknown>[]>(...work: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

function isRepeatable(error: unknown): boolean {
  if (error instanceof StaleRead) return true;
  if (typeof error !== 'object' || error === null || !('driverError' in error)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === deadlock || code === serialisation || (code === uniqueness && constraint !== undefined && repeatable.includes(constraint));
}
