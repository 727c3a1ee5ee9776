import type { DataSource } from 'typeorm';

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

/** One READ COMMITTED transaction, tried again after a deadlock. Nothing of a failed try stays. */
export async function inTransaction<T>(door: DataSource, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const runner = door.createQueryRunner();
    await runner.connect();
    try {
      await runner.startTransaction('READ COMMITTED');
      const answer = await work(runner);
      await runner.commitTransaction();
      return answer;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      if (attempt >= attempts || !isRepeatable(error)) throw error;
    } finally {
      await runner.release();
    }
  }
}

function isRepeatable(error: unknown): boolean {
  if (error instanceof StaleRead) return true;
  if (typeof error !== 'object' || error === null || !('driverError' in error)) return false;
  const { code, constraint } = error.driverError as { code?: string; constraint?: string };
  return code === deadlock || code === serialisation || (code === uniqueness && constraint !== undefined && repeatable.includes(constraint));
}
