import { answersOn, formOf, isReview, openTasks, tumorTypeOf, type BoardDefinition, type CaseState, type FormDefinition } from '#domain';
import { newestDraft } from '../context/needed.js';
import { draftOfTask } from '../derived-id.js';
import { hashOf } from '../plain.js';
import type { Tx } from '../transaction.js';
import type { Projection } from './change.js';

interface Moved { readonly draftId: string; readonly taskId: string | null; readonly from: FormDefinition; readonly to: FormDefinition }

/** The referral's draft and those of open reviews: what is signed stays as it was signed. */
function draftsOf(state: CaseState, before: BoardDefinition, after: BoardDefinition): readonly Moved[] {
  const [from, to] = [tumorTypeOf(before, state.tumorType)?.referralForm, tumorTypeOf(after, state.tumorType)?.referralForm];
  const reviews = openTasks(state.tasks).flatMap(({ id, kind, offer }): readonly Moved[] => (isReview(kind) ? [{ draftId: draftOfTask(id), taskId: id, from: formOf(before, kind, offer.discipline), to: formOf(after, kind, offer.discipline) }] : []));
  return from === undefined || to === undefined ? reviews : [{ draftId: state.referralDraftId, taskId: null, from, to }, ...reviews];
}

/**
 * Typed work of a case that was moved to another version of its board goes on by the new forms: a next version with the answers that those
 * still ask for, by whom moved the case. Who has the form open hears of a newer version; nothing typed is lost, the version before stays.
 */
export const projectMovedDrafts: Projection<CaseState> = async (tx, { after, at, actor, board, movedFrom }) => {
  if (movedFrom === null || actor.kind !== 'person') return;
  for (const draft of draftsOf(after, movedFrom, board())) await move(tx, after.id, draft, actor.personId, at);
};

async function move(tx: Tx, caseId: string, { draftId, taskId, from, to }: Moved, author: string, at: string): Promise<void> {
  // the same lock as whoever saves it: one of the two finds the other's version
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [draftId]);
  const newest = await newestDraft(tx, draftId);
  if (newest === null) return;
  const answers = answersOn(from, to, newest.answers);
  if (from.id === to.id && hashOf(answers) === newest.hash) return;
  await tx.query(`insert into form_version (draft_id, version, case_id, form_id, form_version, answers, hash, author, at, task_id) values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10)`,
    [draftId, newest.version + 1, caseId, to.id, to.version, JSON.stringify(answers), hashOf(answers), author, at, taskId]);
}
