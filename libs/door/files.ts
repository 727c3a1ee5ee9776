import { refuse, type Actor } from '#domain';
import type { DoorResult, FileRecord } from './contract.js';
import type { Parts } from './put.js';
import { situationOf } from './situation.js';
import { inTransaction } from './transaction.js';

/** Notes a stored file; the same file again is the same. Its bytes are in the store before. Refused: ACCESS.NOT_FOUND (a case one may not see). */
export function recordFile(parts: Parts, file: FileRecord, actor: Actor): Promise<DoorResult> {
  const person = actor.kind === 'person' ? actor.personId : null;
  return inTransaction(parts.door, async (tx): Promise<DoorResult> => {
    const { now } = await situationOf(tx, parts.clock, actor, file.id, null);
    if (file.caseId !== null && person !== null) {
      await tx.query(`select set_config('consilium.person', $1, true)`, [person]);
      const [seen] = await tx.query<{ seen: boolean }[]>('select may_see_case($1) as seen', [file.caseId]);
      if (seen?.seen !== true) return { done: false, refusal: refuse('ACCESS.NOT_FOUND', {}) };
    }
    await tx.query(`insert into file_row (id, case_id, name, media_type, size, sha256, wrapped_key, key_id, pages, translator, shows_identity, source, institution_id, uploaded_by, at)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict (id) do nothing`,
    [file.id, file.caseId, file.name, file.mediaType, file.size, file.sha256, file.wrappedKey, file.keyId, file.pages, file.translator, file.showsIdentity, file.source, file.institutionId, person, now]);
    return { done: true, streamId: file.caseId ?? file.id, seq: 0, ids: { file: file.id }, news: null };
  });
}
