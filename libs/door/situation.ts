import type { Actor, Instant } from '#domain';
import { later } from '#domain';
import { actorKey } from './append.js';
import type { Tx } from './transaction.js';

/** Whose clock judges what is due. Without one it is PostgreSQL's; a test or the seed carries its own. */
export type Clock = () => Instant | Promise<Instant>;

/** What is the same for every command: the time, what this installation is at, and whether the command was answered before. */
export interface Situation {
  /** max(clock, last event of the stream): time never runs backwards in a stream. */
  readonly now: Instant;
  readonly directory: number;
  readonly epoch: number;
  readonly answered: { readonly bodyHash: string; readonly answer: unknown } | null;
}

export interface Standing { now: Instant; directory: number; epoch: number; body_hash: string | null; answer: unknown }

/** One statement, behind the head's lock: whoever held the lock before has committed its answer by then. */
export async function readStanding(tx: Tx, actor: Actor, commandId: string): Promise<Standing> {
  const [row] = await tx.query<Standing[]>(`select date_trunc('milliseconds', clock_timestamp()) as now, i.directory, i.epoch, a.body_hash, a.answer
    from installation i left join command_answer a on a.actor = $1 and a.command_id = $2`, [actorKey(actor), commandId]);
  if (row === undefined) throw new Error('This database is not set up: run consilium migrate');
  return row;
}

export async function situationAt(row: Standing, clock: Clock | null, lastAt: Instant | null): Promise<Situation> {
  const now = clock === null ? row.now : await clock();
  return {
    now: lastAt === null ? now : later(now, lastAt), directory: row.directory, epoch: row.epoch,
    answered: row.body_hash === null ? null : { bodyHash: row.body_hash, answer: row.answer },
  };
}

export const situationOf = async (tx: Tx, clock: Clock | null, actor: Actor, commandId: string, lastAt: Instant | null): Promise<Situation> =>
  situationAt(await readStanding(tx, actor, commandId), clock, lastAt);
