import { writeExportLine } from '#proof';
import type { DataSource, EntityManager } from 'typeorm';
import { readAsProcess } from '#persistence';

const batch = 2_000;
interface EventRow { stream: string; seq: number; canonical: string; hash: string }
interface HeadRow { id: string; seq: number; hash: string }

/**
 * Every chain as an export, line by line, from one snapshot of the database: memory holds a batch. The consumer runs inside the
 * snapshot's transaction, so commands go on meanwhile and are not in it.
 */
export function overLiveExport<T>(door: DataSource, use: (lines: AsyncIterable<string>) => Promise<T>): Promise<T> {
  return readAsProcess(door, async (manager) => {
    await manager.query('set local statement_timeout = 0');
    return use(linesOf(manager));
  });
}

async function* linesOf(manager: EntityManager): AsyncGenerator<string> {
  let events = 0;
  for await (const { stream, seq, canonical, hash } of inBatches<EventRow>(manager, eventPage, ({ stream, seq }) => [stream, seq], [lowest, 0])) {
    events += 1;
    yield writeExportLine({ kind: 'event', stream, seq, text: canonical, hash });
  }
  let streams = 0;
  for await (const { id, seq, hash } of inBatches<HeadRow>(manager, headPage, ({ id }) => [id], [lowest])) {
    streams += 1;
    yield writeExportLine({ kind: 'head', stream: id, seq, hash });
  }
  yield writeExportLine({ kind: 'end', streams, events });
}

const lowest = '00000000-0000-0000-0000-000000000000';
const eventPage = `select stream, seq, canonical, hash from event where (stream, seq) > ($1, $2) order by stream, seq limit ${batch}`;
const headPage = `select id, seq, hash from stream where id > $1 order by id limit ${batch}`;

async function* inBatches<Row>(manager: EntityManager, statement: string, keyOf: (row: Row) => unknown[], first: unknown[]): AsyncGenerator<Row> {
  for (let key = first; ;) {
    const rows: Row[] = await manager.query<Row[]>(statement, key);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    key = keyOf(last);
  }
}
