import { grantsOf, handsOnMs, isReview, openTasks, type CaseState } from '#domain';
import type { Projection } from './change.js';
import { taskRow } from './case.js';
import { changed, insert, upsert } from './upsert.js';

const none = {};

/** Tasks that changed; all open ones when the case's urgency did, which stands on each. */
export const projectTasks: Projection<CaseState> = async (tx, { before, after, seq }) => {
  const tasks = before !== null && before.urgency !== after.urgency ? openTasks(after.tasks) : [];
  const rows = [...new Set([...tasks, ...changed(before?.tasks ?? none, after.tasks)])];
  await upsert(tx, 'task_row', ['id'], rows.map((task) => taskRow(after, task, seq)));
};

/** How long each task that was done took, in its owner's working time: what usual times are made of; of a review also how long it was worked on. Names no case and no person. */
export const projectTaskTimes: Projection<CaseState> = async (tx, { before, after, calendars }) => {
  const done = changed(before?.tasks ?? none, after.tasks).filter((task) => task.status === 'completed' && task.closedAt !== null && before?.tasks[task.id]?.status !== 'completed');
  const reviewed = done.filter(({ kind }) => isReview(kind));
  const saves = reviewed.length === 0 ? [] : await tx.query<{ task_id: string; at: string }[]>('select task_id, at from form_version where case_id = $1 and task_id = any($2::uuid[]) order by version', [after.id, reviewed.map(({ id }) => id)]);
  await insert(tx, 'task_time', done.map((task) => {
    const from = task.deadline?.startedAt ?? task.createdAt;
    const to = task.closedAt ?? from;
    const owner = { institutionId: task.offer.institutionId, personId: task.ownerId };
    const worked = after.urgency === 'emergency' ? Date.parse(to) - Date.parse(from) : calendars.workingMilliseconds(from, to, owner, task.pauses);
    return { board_id: after.boardId, kind: task.kind, urgency: after.urgency, institution_id: task.offer.institutionId, worked_ms: Math.max(0, Math.round(worked)), closed_at: to, hands_on_ms: isReview(task.kind) ? handsOnMs(task.ownedSince ?? from, saves.filter(({ task_id: id }) => id === task.id).map(({ at }) => at), to) : null };
  }));
};

/** Signed opinions; an amended one names what took its place. */
export const projectOpinions: Projection<CaseState> = async (tx, { before, after }) => {
  const fresh = changed(before?.opinions ?? none, after.opinions);
  await upsert(tx, 'opinion_row', ['id'], fresh.map((opinion) => ({
    id: opinion.id, case_id: after.id, task_id: opinion.taskId, kind: opinion.kind, round: opinion.round, version: opinion.version, draft_id: opinion.draftId, form_version: opinion.formVersion,
    hash: opinion.hash, signed_by: opinion.signedBy, discipline: opinion.discipline, institution_id: opinion.institutionId, signed_at: opinion.signedAt, discordance: opinion.discordance, codes: opinion.codes,
  })));
  for (const { id, taskId, version } of fresh.filter((opinion) => opinion.version > 1)) {
    await tx.query('update opinion_row set replaced_by = $1 where case_id = $2 and task_id = $3 and version < $4 and replaced_by is null', [id, after.id, taskId, version]);
  }
};

/** Documents and, for each that is new, the file it now belongs to. */
export const projectDocuments: Projection<CaseState> = async (tx, { before, after }) => {
  const documents = changed(before?.documents ?? none, after.documents);
  await upsert(tx, 'document_row', ['id'], documents.map((document) => ({
    id: document.id, case_id: after.id, file_id: document.fileId, kind: document.kind, language: document.language, sha256: document.sha256, added_at: document.addedAt, added_by: personOnly(document.addedBy), removed_at: document.removedAt,
  })));
  const files = [...documents.map(({ fileId }) => fileId), ...Object.values(after.outcomes).flatMap(({ letter }) => [letter?.en?.fileId, letter?.ru?.fileId]), ...Object.values(after.consents).map((consent) => consent?.fileId)]
    .filter((id): id is string => typeof id === 'string');
  if (files.length > 0) await tx.query('update file_row set case_id = $1 where id = any($2::uuid[]) and case_id is null', [after.id, files]);
};

/** A column for people holds no process's name. */
const personOnly = (actor: string | null): string | null => (actor !== null && /^[0-9a-f-]{36}$/.test(actor) ? actor : null);

export const projectOutcomes: Projection<CaseState> = async (tx, { before, after }) => {
  await upsert(tx, 'outcome_row', ['id'], changed(before?.outcomes ?? none, after.outcomes).map((outcome) => ({
    id: outcome.id, case_id: after.id, round: outcome.round, meeting_id: outcome.meetingId, kind: outcome.kind, at: outcome.at, outcome, superseded_by: outcome.supersededBy,
  })));
};

/** Where a case is and was listed. What was decided or taken off keeps its row with the result. */
export const projectAgenda: Projection<CaseState> = async (tx, { steps, after }) => {
  for (const { event, before, after: then } of steps) {
    const left = before?.listed ?? null;
    if (left !== null && then.listed?.meetingId !== left.meetingId) {
      const result = event.type === 'CaseDelisted' ? 'delisted' : event.type === 'CaseDeferred' ? 'deferred' : null;
      if (result !== null) await tx.query('update agenda_row set result = $3 where meeting_id = $1 and case_id = $2 and result is null', [left.meetingId, after.id, result]);
    }
    if (then.listed !== null && then.listed.meetingId !== left?.meetingId) {
      await upsert(tx, 'agenda_row', ['meeting_id', 'case_id'], [{ meeting_id: then.listed.meetingId, case_id: after.id, listed_at: then.listed.at, outcome_id: null, result: null }]);
    }
    if (event.type === 'OutcomeRecorded') {
      const outcome = Object.values(then.outcomes).find(({ id }) => before?.outcomes[id] === undefined);
      if (outcome !== undefined) await tx.query('update agenda_row set outcome_id = $3, result = $4 where meeting_id = $1 and case_id = $2', [outcome.meetingId, after.id, outcome.id, outcome.kind]);
    }
  }
};

/** Who may see the case: the domain's rule as rows, so that row-level security says the same as `mayDo`. */
export const projectGrants: Projection<CaseState> = async (tx, { before, after, board }) => {
  const grants = grantsOf(after, board());
  const written = [...new Map(grants.map((grant) => [JSON.stringify(grant), grant])).values()];
  if (before !== null && JSON.stringify(grants) === JSON.stringify(grantsOf(before, board()))) return;
  await tx.query(rewriteGrants, [after.id, JSON.stringify(written.map((grant) => ({
    case_id: after.id, institution_id: grant.institutionId, role: grant.role, discipline: grant.discipline, person_id: grant.personId, fields: grant.fields, until: grant.until,
  })))]);
};

/** Judged by the rows that stand there, not by the state before: rows of an older release's rule go too. */
const grantColumns = 'case_id, institution_id, role, discipline, person_id, fields, until';
const rewriteGrants = `
with wanted as materialized (select ${grantColumns} from jsonb_populate_recordset(null::case_grant, $2::jsonb)),
gone as (delete from case_grant g where g.case_id = $1 and not exists (select from wanted w where (${grantColumns.replaceAll(/\w+/g, 'w.$&')}) is not distinct from (${grantColumns.replaceAll(/\w+/g, 'g.$&')})))
insert into case_grant (${grantColumns}) select ${grantColumns} from wanted w
  where not exists (select from case_grant g where g.case_id = $1 and (${grantColumns.replaceAll(/\w+/g, 'w.$&')}) is not distinct from (${grantColumns.replaceAll(/\w+/g, 'g.$&')}))`;
