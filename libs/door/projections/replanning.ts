import type { Actor, ReplanCause } from '#domain';
import { actorKey } from '../append.js';
import { derivedId } from '../derived-id.js';
import type { Tx } from '../transaction.js';
import { insert } from './upsert.js';

export interface ReplanningOrder {
  readonly cause: ReplanCause;
  /** Whose admins see how far it has come; null: nobody's. */
  readonly institutionId: string | null;
  readonly about: Readonly<Record<string, string | number | readonly string[]>>;
  readonly commandId: string;
  readonly actor: Actor;
}

/** Has open deadlines planned anew, one command a case, once this transaction is committed. */
export const orderReplanning = (tx: Tx, { cause, institutionId, about, commandId, actor }: ReplanningOrder): Promise<unknown> =>
  insert(tx, 'replanning', [{ id: derivedId('replanning', commandId, cause), cause, institution_id: institutionId, about, requested_by: actorKey(actor) }]);
