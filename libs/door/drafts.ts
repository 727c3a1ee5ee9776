import { disciplinesAsked, opinionFormOf, refuse, secondPathologyForm, type Actor, type BoardDefinition, type Instant, type PersonActor } from '#domain';
import { actorKey } from './append.js';
import type { DirectoryCache } from './context/directory.js';
import { newestDraft } from './context/needed.js';
import type { DoorResult, DraftSave } from './contract.js';
import { hashOf, plain } from './plain.js';
import type { Parts } from './put.js';
import { situationOf } from './situation.js';
import { inTransaction, type Tx } from './transaction.js';

export type DraftResult = DoorResult & { readonly version?: number };
interface Place { readonly caseId: string | null; readonly boardId: string | null; readonly boardVersion: number | null }

/**
 * Saves typed work as the draft's next version. Refused: DRAFT.NEWER_VERSION (the present version, by whom, when, which fields
 * differ), REVIEW.NOT_YOURS (the task is somebody else's), ACCESS.NOT_FOUND, COMMAND.ID_REUSED.
 */
export async function saveDraft(parts: Parts, given: DraftSave, actor: Actor): Promise<DraftResult> {
  if (actor.kind !== 'person') return { done: false, refusal: refuse('ACCESS.NOT_ALLOWED', {}) };
  const save = plain(given);
  const bodyHash = hashOf({ ...save, commandId: '' });
  return inTransaction(parts.door, async (tx) => {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [save.draftId]);
    const { now, answered } = await situationOf(tx, parts.clock, actor, save.commandId, null);
    if (answered !== null) {
      if (answered.bodyHash !== bodyHash) return { done: false, refusal: refuse('COMMAND.ID_REUSED', {}) };
      return saved(save, (answered.answer as { version: number }).version);
    }
    return store(tx, parts.cache, save, actor, now, bodyHash);
  });
}

async function store(tx: Tx, cache: DirectoryCache, save: DraftSave, actor: PersonActor, now: Instant, bodyHash: string): Promise<DraftResult> {
  const place = await placeOf(tx, save, actor);
  if ('refused' in place) return { done: false, refusal: place };
  const newest = await newestDraft(tx, save.draftId);
  if ((newest?.version ?? 0) !== save.seenVersion) {
    const fields = changedFields(newest?.answers ?? {}, save.answers);
    return { done: false, refusal: refuse('DRAFT.NEWER_VERSION', { version: newest?.version ?? 0, seen: save.seenVersion, by: newest?.authorId ?? null, at: newest?.at ?? null, fields }) };
  }
  const version = save.seenVersion + 1;
  await tx.query(`insert into form_version (draft_id, version, case_id, form_id, form_version, answers, hash, author, at, task_id) values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
    [save.draftId, version, place.caseId, save.formId, await definitionVersion(tx, cache, place, save.formId), JSON.stringify(save.answers), hashOf(save.answers), actor.personId, now, save.taskId]);
  await tx.query('insert into command_answer (actor, command_id, body_hash, answer) values ($1, $2, $3, $4::jsonb)', [actorKey(actor), save.commandId, bodyHash, JSON.stringify({ version })]);
  return saved(save, version);
}

const saved = (save: DraftSave, version: number): DraftResult => ({ done: true, streamId: save.caseId ?? save.draftId, seq: version, ids: { draft: save.draftId }, news: null, version });

/** Forms that whoever runs the host's meetings types: what the board proposes. All others are the referrer's and the case managers'. */
const typedInTheRoom = 'proposal';
interface PlaceRow { case_id: string; board_id: string; board_version: number; owner_id: string | null; mine: boolean }

/** Where the draft belongs, and whether it is the actor's to save: the task's owner's, or whoever sends the referral. */
async function placeOf(tx: Tx, save: DraftSave, actor: PersonActor): Promise<Place | ReturnType<typeof refuse>> {
  if (!(await isTheirDraft(tx, save, actor))) return refuse('ACCESS.NOT_FOUND', {});
  if (save.caseId === null && save.taskId === null) return { caseId: null, boardId: null, boardVersion: null };
  await tx.query(`select set_config('consilium.person', $1, true)`, [actor.personId]);
  const [row] = await tx.query<PlaceRow[]>(`
    select c.id as case_id, c.board_id, c.board_version, t.owner_id, case when $4 then
      exists (select 1 from post p where p.person_id = $3 and p.role in ('chair', 'scribe', 'caseManager') and p.institution_id = c.host_institution_id) else
      (c.referrer_id = $3 or s.state ->> 'openedBy' = $3::text or exists (select 1 from post p where p.person_id = $3 and p.role = 'caseManager' and p.institution_id in (c.origin_institution_id, c.host_institution_id))) is true end as mine
    from case_row c join stream s on s.id = c.id left join task_row t on t.id = $2 and t.case_id = c.id
    where c.id = coalesce($1, (select case_id from task_row where id = $2)) and may_see_case(c.id)`, [save.caseId, save.taskId, actor.personId, save.formId === typedInTheRoom]);
  if (row === undefined) return refuse('ACCESS.NOT_FOUND', {});
  if (save.taskId !== null && row.owner_id !== actor.personId) return refuse('REVIEW.NOT_YOURS', { owner: row.owner_id });
  if (save.taskId === null && !row.mine) return refuse('ACCESS.NOT_ALLOWED', {});
  return { caseId: row.case_id, boardId: row.board_id, boardVersion: row.board_version };
}

/** A draft that isn't on a case yet is its author's alone; one that is stays on its case and task. */
async function isTheirDraft(tx: Tx, save: DraftSave, actor: PersonActor): Promise<boolean> {
  const [first] = await tx.query<{ case_id: string | null; author: string; task_id: string | null }[]>('select case_id, author, task_id from form_version where draft_id = $1 order by version desc limit 1', [save.draftId]);
  if (first === undefined) return true;
  if (first.task_id !== null && first.task_id !== save.taskId) return false;
  return first.case_id === null ? first.author === actor.personId : save.caseId === null || save.caseId === first.case_id;
}

async function definitionVersion(tx: Tx, cache: DirectoryCache, place: Place, formId: string): Promise<number> {
  if (place.boardId === null || place.boardVersion === null) return 1;
  const board = await cache.board(tx, place.boardId, place.boardVersion);
  return formsOf(board).find(({ id }) => id === formId)?.version ?? 1;
}

const formsOf = (board: BoardDefinition) => [board.pathologyForm, secondPathologyForm(board.pathologyForm), board.imagingForm, ...disciplinesAsked(board).map((discipline) => opinionFormOf(board, discipline)), ...board.tumorTypes.map(({ referralForm }) => referralForm)];

const changedFields = (before: object, after: object): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => JSON.stringify(Reflect.get(before, field)) !== JSON.stringify(Reflect.get(after, field))).sort();
