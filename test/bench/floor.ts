import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestDatabase } from '../factories/database.js';
import { timed, type Timing } from './figures.js';

const tables = `
  create table floor_event (stream uuid, seq bigint, canonical text not null, hash text not null, primary key (stream, seq));
  create table floor_task (id uuid primary key, stream uuid not null, status text not null, due_at timestamptz);
  create table floor_outbox (id bigint generated always as identity primary key, stream uuid not null, seq bigint not null);
  grant insert, select on floor_event, floor_task, floor_outbox to door`;
/** As long as an ordinary event of the product. */
const body = 'x'.repeat(600);

/** What any durable task list must do at the least: one transaction with an event and its hash, a task row and an outbox row. */
export async function floor(database: TestDatabase, times: number): Promise<{ readonly one: Timing; readonly eight: Timing }> {
  await database.asSuperuser(tables);
  const pool = new pg.Pool({ connectionString: database.doorUrl, max: 8 });
  const write = async (): Promise<void> => {
    const [client, stream, canonical] = [await pool.connect(), randomUUID(), JSON.stringify({ id: randomUUID(), body })];
    try {
      await client.query('begin');
      await client.query('insert into floor_event values ($1, 1, $2, $3)', [stream, canonical, createHash('sha256').update(canonical).digest('hex')]);
      await client.query('insert into floor_task values ($1, $2, $3, clock_timestamp())', [randomUUID(), stream, 'completed']);
      await client.query('insert into floor_outbox (stream, seq) values ($1, 1)', [stream]);
      await client.query('commit');
    } finally {
      client.release();
    }
  };
  try {
    await timed(8, Array.from({ length: 40 }, () => write));
    return { one: await timed(1, Array.from({ length: times }, () => write)), eight: await timed(8, Array.from({ length: times }, () => write)) };
  } finally {
    await pool.end();
  }
}
