import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client as Temporal, Connection } from '@temporalio/client';
import { createTransport } from 'nodemailer';
import type { Client } from 'pg';
import type { Installation } from '../installation.js';
import type { Person } from '../person.js';

/** Puts a word into every place outside the database on the way by which it would get there. */
export async function plant(word: string, product: Installation, somebody: Person): Promise<void> {
  appendFileSync(join(product.home, 'logs', 'planted.log'), `${JSON.stringify({ level: 30, msg: word })}\n`);
  await createTransport(product.setting('CONSILIUM_SMTP_URL')).sendMail({ from: product.setting('CONSILIUM_MAIL_FROM'), to: 'nobody@consilium.localhost', subject: 'Planted', text: `Dear ${word}` });
  await somebody.open(`/cases?text=${encodeURIComponent(word)}`);
  // Nobody works on this queue: the word only comes to lie in the file.
  const connection = await Connection.connect({ address: product.setting('CONSILIUM_TEMPORAL_ADDRESS') });
  const workflow = await new Temporal({ connection, namespace: product.setting('CONSILIUM_TEMPORAL_NAMESPACE') }).workflow.start('planted', { workflowId: `planted-${crypto.randomUUID()}`, taskQueue: 'nobody-works-here', args: [word] });
  await workflow.terminate();
  await connection.close();
}

/** Puts a word into one row of each table that is searched, for the length of what is done; then nothing of it is left. */
export async function whilePlanted<T>(word: string, database: Client, act: () => Promise<T>): Promise<T> {
  await database.query('begin');
  try {
    await database.query(`insert into event (stream, seq, kind, type, version, at, actor, purpose, command_id, canonical, prev, hash)
      select stream, 1000000 + seq, kind, type, version, at, actor, purpose, command_id, jsonb_build_object('data', jsonb_build_object('word', $1::text))::text, prev, hash from event order by stream, seq limit 1`, [word]);
    await database.query(`insert into notification (id, person_id, kind, mark_kind, as_audience, params, created_at, message_id, mail_state)
      select gen_random_uuid(), person_id, kind, mark_kind, as_audience, jsonb_build_object('word', $1::text), created_at, message_id, 'notWanted' from notification limit 1`, [word]);
    await database.query(`insert into command_answer (actor, command_id, body_hash, answer) values ('planted', gen_random_uuid(), '', jsonb_build_object('word', $1::text))`, [word]);
    return await act();
  } finally {
    await database.query('rollback');
  }
}

/** The tables in which `whilePlanted` puts its word. */
export const plantedTables = ['table event', 'table notification', 'table command_answer'] as const;
/** The places in which `plant` puts its word. */
export const plantedPlaces = ['logs', 'mails', 'addresses', 'Temporal'] as const;
