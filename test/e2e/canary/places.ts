import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import type { Client } from 'pg';
import type { Installation } from '../installation.js';
import { spellings } from './spelled.js';

/** A place outside the clinical tables where what was typed about a patient must not be. */
export interface Place { readonly name: string; readonly parts: readonly Buffer[] }

/** Everything that an installation keeps beside its clinical tables, as it lies there; mails with their parts decoded. */
export async function placesOf(product: Installation, addresses: readonly string[], database: Client): Promise<readonly Place[]> {
  return [
    { name: 'logs', parts: filesIn(join(product.home, 'logs')) },
    { name: 'mails', parts: await mailsIn(join(product.home, 'mail')) },
    { name: 'addresses', parts: addresses.flatMap((address) => [Buffer.from(address), Buffer.from(decoded(address))]) },
    { name: 'Temporal', parts: filesIn(join(product.home, 'temporal')) },
    ...await tablesOf(database),
  ];
}

/** Where a word stands in any of the ways in which programs write it down; empty where it stands nowhere. */
export function findIn(places: readonly Place[], word: string): readonly string[] {
  const spelled = spellings(word);
  return places.filter(({ parts }) => parts.some((part) => spelled.some((bytes) => part.includes(bytes)))).map(({ name }) => name);
}

function decoded(address: string): string {
  try { return decodeURIComponent(address); } catch { return address; }
}

function filesIn(folder: string): readonly Buffer[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(folder, entry.name)));
}

async function mailsIn(folder: string): Promise<readonly Buffer[]> {
  const raw = filesIn(folder);
  const parsed = await Promise.all(raw.map(async (bytes) => { const { subject, text, html, attachments } = await simpleParser(bytes); return Buffer.concat([Buffer.from([subject, text, html].join('\n')), ...attachments.map(({ content }) => content)]); }));
  return [...raw, ...parsed];
}

/** What leaves the clinical tables, or is kept for ever: each table's rows as JSON. */
async function tablesOf(database: Client): Promise<readonly Place[]> {
  const places: Place[] = [];
  for (const table of ['event', 'stream', 'notification', 'command_answer', 'delivery', 'task_row', 'access_case', 'session']) {
    const { rows } = await database.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
    places.push({ name: `table ${table}`, parts: rows.map(({ row }) => Buffer.from(row)) });
  }
  return places;
}
