import { hardnessOf, missingForMeeting, type AgendaCase, type CaseState, type FormVersion, type Instant, type MeetingSummary, type Task } from '#domain';
import { treatmentsOf } from '#persistence';
import { draftOfTask } from '../derived-id.js';
import type { Tx } from '../transaction.js';

/** The board's coming sittings, earliest first. */
export function comingMeetings(tx: Tx, boardId: string, now: Instant): Promise<readonly MeetingSummary[]> {
  return tx.query<MeetingSummary[]>(`select id, starts_at as "startsAt", status, freeze_at as "freezeAt" from meeting_row
    where board_id = $1 and starts_at > $2 and status in ('planned', 'frozen') order by starts_at, id`, [boardId, now]);
}

interface DraftRow { draft_id: string; version: number; form_id: string; answers: FormVersion['answers']; hash: string; author: string; at: Instant }

/** The newest version of a form draft; null where nobody saved one. */
export async function newestDraft(tx: Tx, draftId: string): Promise<FormVersion | null> {
  const [row] = await tx.query<DraftRow[]>('select draft_id, version, form_id, answers, hash, author, at from form_version where draft_id = $1 order by version desc limit 1', [draftId]);
  return row === undefined ? null : { draftId: row.draft_id, version: row.version, formId: row.form_id, answers: row.answers, hash: row.hash, authorId: row.author, at: row.at };
}

/** When their owners last saved typed work on these tasks; no query where there are none, as with nearly every mark. */
export async function lastTyped(tx: Tx, tasks: readonly Task[]): Promise<Readonly<Record<string, Instant>>> {
  if (tasks.length === 0) return {};
  const rows = await tx.query<{ task_id: string; at: Instant }[]>(`select f.task_id, max(f.at) as at from form_version f
    join unnest($1::uuid[], $2::uuid[]) as wanted(task_id, owner_id) on f.task_id = wanted.task_id and f.author = wanted.owner_id where f.draft_id = any($3::uuid[]) group by f.task_id`,
  [tasks.map(({ id }) => id), tasks.map(({ ownerId }) => ownerId), tasks.map(({ id }) => draftOfTask(id))]);
  return Object.fromEntries(rows.map((row) => [row.task_id, row.at]));
}

/** The cases still to be heard at a meeting, with what each misses. */
export async function agendaOf(tx: Tx, meetingId: string): Promise<readonly AgendaCase[]> {
  const rows = await tx.query<{ id: string; state: CaseState; treatments: number }[]>(`select s.id, s.state, ${treatmentsOf(`(s.state ->> 'referralDraftId')::uuid`)} as treatments from agenda_row a join stream s on s.id = a.case_id
    where a.meeting_id = $1 and a.result is null and not s.closed order by a.listed_at, s.id`, [meetingId]);
  return rows.map(({ id, state, treatments }) => ({ caseId: id, hardness: hardnessOf(state, treatments).points, missing: missingForMeeting(state), conflicts: state.conflicts, sides: [state.originInstitutionId, state.hostInstitutionId] }));
}

/** Everybody who opened a letter of the case, by the record of reads: whoever has one at hand must hear that it was called back. */
export async function letterReaders(tx: Tx, caseId: string): Promise<readonly string[]> {
  const rows = await tx.query<{ person_id: string }[]>(`select distinct a.person_id from access_case a join event e on e.stream = a.stream and e.seq = a.seq
    where a.case_id = $1 and a.kind = 'read' and e.data ->> 'what' = 'letter' order by a.person_id`, [caseId]);
  return rows.map((row) => row.person_id);
}
