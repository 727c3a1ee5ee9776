import type { Tx } from '../transaction.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * Writes rows in one statement; where a row is there already its given columns are set. Keys are column names of ours, never a
 * person's words; the first row's keys stand for all.
 */
export async function upsert(tx: Tx, table: string, key: readonly string[], rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first);
  const set = columns.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`).join(', ');
  await tx.query(`insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${key.join(', ')}) do ${set === '' ? 'nothing' : `update set ${set}`}`, [JSON.stringify(rows)]);
}

/** Writes new rows in one statement; one that is there already is a defect. */
export async function insert(tx: Tx, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await tx.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [JSON.stringify(rows)]);
}

/** Members of `after` that are not, or not the same, in `before`. */
export function changed<T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): readonly T[] {
  return Object.entries(after).filter(([id, now]) => before[id] !== now && JSON.stringify(before[id]) !== JSON.stringify(now)).map(([, now]) => now);
}
