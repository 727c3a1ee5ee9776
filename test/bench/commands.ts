import type { TestDatabase } from '../factories/database.js';
import type { Prepared } from './prepared.js';
import { p } from './figures.js';
import { statementsOf, working } from './statements.js';

export interface Cost { readonly statements: number; readonly withFrame: number; readonly walBytes: { readonly p50: number; readonly p95: number } }

/** What one command costs PostgreSQL: statements of its transaction, and bytes written ahead, each measured alone. */
export async function commandCost(database: TestDatabase, { world, imaging }: Prepared): Promise<Cost> {
  const counts: number[] = [];
  const frames: number[] = [];
  const bytes: number[] = [];
  const position = async (): Promise<string> => (((await database.asSuperuser('select pg_current_wal_insert_lsn() as at')).rows as { at: string }[])[0]?.at ?? '');
  for (const { caseId, taskId, draftId, seenDraftVersion } of imaging) {
    const before = await position();
    const { statements } = await statementsOf(() => world.put('wang', { type: 'signReview', streamId: caseId, data: { taskId, draftId, seenDraftVersion, discordance: null } }));
    const { rows } = await database.asSuperuser('select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::int as bytes', [before]);
    counts.push(working(statements).length);
    frames.push(statements.length);
    bytes.push((rows as { bytes: number }[])[0]?.bytes ?? 0);
  }
  return { statements: p(counts).p50, withFrame: p(frames).p50, walBytes: p(bytes) };
}
