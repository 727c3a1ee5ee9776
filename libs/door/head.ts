import type { Instant, StreamKind } from '#domain';
import type { News } from '#messages';
import type { Tx } from './transaction.js';

/** A stream's head row as the transaction locked it. */
export interface Head { readonly id: string; readonly kind: StreamKind; readonly seq: number; readonly hash: string; readonly lastAt: Instant; readonly state: unknown; readonly process: ProcessPart }
/** What a stream's process needs to know: news without the position. */
export type ProcessPart = Pick<News, 'stages' | 'ready' | 'nextDue' | 'closed'>;

interface HeadRow { id: string; kind: StreamKind; seq: number; hash: string; last_at: string; state: unknown; ready: News['ready']; next_due_at: string | null; next_due_what: string | null; closed: boolean; stages: string[] }

const columns = 'id, kind, seq, hash, last_at, state, stages, ready, next_due_at, next_due_what, closed';

/** Locks the head against other commands on the same stream; readers and foreign keys aren't held up. Null where no such stream is. */
export async function lockHead(tx: Tx, id: string): Promise<Head | null> {
  const [row] = await tx.query<HeadRow[]>(`select ${columns} from stream where id = $1 for no key update`, [id]);
  return row ? headOf(row) : null;
}

/** Holds a stream still (FOR SHARE) while another is decided on it: the meeting's attendance under a recommendation. */
export async function shareHead(tx: Tx, id: string): Promise<Head | null> {
  const [row] = await tx.query<HeadRow[]>(`select ${columns} from stream where id = $1 for share`, [id]);
  return row ? headOf(row) : null;
}

/** The head as it stands, unlocked: only to learn which other stream must be locked first, or for news. */
export async function peekHead(tx: Tx, id: string): Promise<Head | null> {
  const [row] = await tx.query<HeadRow[]>(`select ${columns} from stream where id = $1`, [id]);
  return row ? headOf(row) : null;
}

function headOf(row: HeadRow): Head {
  const nextDue = row.next_due_at === null ? null : { at: row.next_due_at, what: row.next_due_what ?? '' };
  return { id: row.id, kind: row.kind, seq: row.seq, hash: row.hash, lastAt: row.last_at, state: row.state, process: { stages: row.stages, ready: row.ready, nextDue, closed: row.closed } };
}

/** Same news, nothing to tell: cost of delivery is paid only where what comes next has changed. */
export const sameProcess = (a: ProcessPart, b: ProcessPart): boolean => key(a) === key(b);
const key = ({ stages, ready, nextDue, closed }: ProcessPart): string =>
  JSON.stringify([stages, ready.map(({ name, round }) => [name, round]), nextDue?.at ?? null, closed]);
