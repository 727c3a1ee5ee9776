import type { DataSource } from 'typeorm';
import type { MoveNews, News } from '#messages';

export type StreamKindTold = 'case' | 'meeting' | 'board' | 'institution' | 'person';
export interface StreamNews { readonly kind: StreamKindTold; readonly news: News }

interface Row { kind: StreamKindTold; seq: number; next_due_at: string | null; next_due_what: string | null; ready: MoveNews[]; closed: boolean; stages: string[]; epoch: number }

const statement = `
  select s.kind, s.seq, s.next_due_at, s.next_due_what, s.ready, s.stages, s.closed, i.epoch
  from stream s cross join installation i where s.id = $1 and s.kind <> 'access'`;

/** How a stream stands now, as its process is told. Read from the head row: whatever was lost before is made good by it. */
export async function newsOfStream(door: DataSource, stream: string): Promise<StreamNews | null> {
  const [row] = await door.query<Row[]>(statement, [stream]);
  if (!row) return null;
  const nextDue = row.next_due_at === null ? null : { at: row.next_due_at, what: row.next_due_what ?? 'deadline' };
  return { kind: row.kind, news: { stream, epoch: row.epoch, seq: row.seq, stages: row.stages, ready: row.ready, nextDue, closed: row.closed } };
}
