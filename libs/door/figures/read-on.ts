import type { DataSource } from 'typeorm';
import { inTransaction, type Tx } from '../transaction.js';
import { layOutWorkingTime } from './working-spans.js';

/** Streams whose facts are written by one statement. */
const atOnce = 500;

/**
 * Reads the log on from where it was left and writes the facts that the numbers are counted from: of each stream that has grown, all anew; then how many
 * are alike, for the months of the boards in which any of them stand or stood.
 * Nobody's command waits for it; who asks for numbers does, for as much as happened since somebody last asked.
 */
export function readOn(door: DataSource): Promise<void> {
  return inTransaction(door, async (tx) => {
    const [read] = await tx.query<{ position: number }[]>('select position from numbers_read for update');
    const grown = await grownSince(tx, read?.position ?? 0);
    if (grown.length === 0) return;
    const [cases, meetings] = (['case', 'meeting'] as const).map((kind) => grown.filter((stream) => stream.kind === kind).map(({ id }) => id));
    const ids = grown.map(({ id }) => id);
    const before = await monthsOf(tx, ids, []);
    await layOutWorkingTime(tx, ...(await yearsOf(tx)));
    await inChunks(meetings ?? [], (ids) => tx.query('select write_meeting_facts($1::uuid[])', [ids]));
    await inChunks(cases ?? [], (ids) => tx.query('select write_case_facts($1::uuid[])', [ids]));
    const sittings = await sittingsOf(tx, ids);
    await inChunks(sittings, (some) => tx.query('select write_minutes($1::uuid[])', [some]));
    const months = [...before, ...(await monthsOf(tx, ids, sittings))];
    await tx.query('select write_cells($1::uuid[], $2::date[])', [months.map(({ board }) => board), months.map(({ month }) => month)]);
    await tx.query('update numbers_read set position = $1', [grown[0]?.position]);
  });
}

interface Grown { readonly id: string; readonly kind: string; readonly position: number }

/** What has a position by now, and what was committed so lately that it has none yet: that is looked at again when it has. */
const grownSince = (tx: Tx, position: number): Promise<Grown[]> => tx.query<Grown[]>(`
  with upto as (select coalesce(max(position), 0) as position from event_position)
  select s.id, s.kind, upto.position from upto, stream s where s.kind in ('case', 'meeting')
    and s.id in (select p.stream from event_position p where p.position > $1 and p.position <= (select position from upto) union select stream from event_unsequenced)`, [position]);

async function yearsOf(tx: Tx): Promise<readonly [number, number]> {
  const [row] = await tx.query<{ first: number | null; last: number | null }[]>(`select extract(year from min(opened_at))::int as first, extract(year from max(updated_at))::int as last from case_row`);
  return [row?.first ?? 2026, row?.last ?? row?.first ?? 2026];
}

/** A case's decision changes how long the next one in the same sitting took. */
async function sittingsOf(tx: Tx, streams: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.query<{ meeting_id: string }[]>('select distinct meeting_id from numbers_fact where stream = any ($1::uuid[]) and meeting_id is not null', [streams]);
  return rows.map(({ meeting_id: id }) => id);
}

/** In which months of which boards these streams' facts stand, and the minutes of these sittings. */
const monthsOf = (tx: Tx, streams: readonly string[], sittings: readonly string[]): Promise<{ board: string; month: string }[]> =>
  tx.query<{ board: string; month: string }[]>(`select board_id as board, to_char(month, 'YYYY-MM-DD') as month from numbers_fact where stream = any ($1::uuid[])
    union select board_id, to_char(month, 'YYYY-MM-DD') from numbers_fact where meeting_id = any ($2::uuid[]) and figure = 'minutes'`, [streams, sittings]);

async function inChunks(ids: readonly string[], write: (ids: readonly string[]) => Promise<unknown>): Promise<void> {
  for (let index = 0; index < ids.length; index += atOnce) await write(ids.slice(index, index + atOnce));
}
