import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import pg from 'pg';
import type { Installation } from './installation.js';

/** A place outside the clinical tables where what was typed about a patient must not be. */
export interface Place { readonly name: string; readonly parts: readonly Buffer[] }

/** Everything that an installation keeps beside its clinical tables, as it lies there; mails with their parts decoded. */
export async function placesOf(product: Installation, addresses: readonly string[]): Promise<readonly Place[]> {
  return [
    { name: 'logs', parts: filesIn(join(product.home, 'logs')) },
    { name: 'mails', parts: await mailsIn(join(product.home, 'mail')) },
    { name: 'addresses', parts: addresses.flatMap((address) => [Buffer.from(address), Buffer.from(decoded(address))]) },
    { name: 'Temporal', parts: filesIn(join(product.home, 'temporal')) },
    ...await tablesOf(product.setting('CONSILIUM_DATABASE_DOOR_URL')),
  ];
}

/** Where a word stands in any of the ways in which programs write it down; empty where it stands nowhere. */
export function findIn(places: readonly Place[], word: string): readonly string[] {
  const spelled = spellings(word);
  return places.filter(({ parts }) => parts.some((part) => spelled.some((bytes) => part.includes(bytes)))).map(({ name }) => name);
}

/** As UTF-8 and UTF-16, escaped in JSON, escaped in an address, and in base64 at each of its three offsets. */
function spellings(word: string): readonly Buffer[] {
  const plain = Buffer.from(word);
  const escaped = [...word].map((letter) => (letter.charCodeAt(0) > 127 ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter)).join('');
  const base64 = [0, 1, 2].map((offset) => Buffer.concat([Buffer.alloc(offset), plain]).toString('base64').replace(/=+$/, '').slice(offset === 0 ? 0 : offset + 1, -1));
  return [plain, Buffer.from(word, 'utf16le'), ...[escaped, encodeURIComponent(word), ...base64].map((text) => Buffer.from(text))];
}

function decoded(address: string): string {
  try { return decodeURIComponent(address); } catch { return address; }
}

function filesIn(folder: string): readonly Buffer[] {
  return readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(folder, entry.name)));
}

async function mailsIn(folder: string): Promise<readonly Buffer[]> {
  const raw = filesIn(folder);
  const parsed = await Promise.all(raw.map(async (bytes) => { const { subject, text, html } = await simpleParser(bytes); return Buffer.from([subject, text, html].join('\n')); }));
  return [...raw, ...parsed];
}

/** What leaves the clinical tables, or is kept for ever: each table's rows as JSON. */
async function tablesOf(address: string): Promise<readonly Place[]> {
  const database = new pg.Client(address);
  await database.connect();
  try {
    const places: Place[] = [];
    for (const table of ['event', 'stream', 'notification', 'command_answer', 'delivery', 'task_row', 'access_case', 'session']) {
      const { rows } = await database.query<{ row: string }>(`select to_jsonb(t)::text as row from ${table} t`);
      places.push({ name: `table ${table}`, parts: rows.map(({ row }) => Buffer.from(row)) });
    }
    return places;
  } finally {
    await database.end();
  }
}
