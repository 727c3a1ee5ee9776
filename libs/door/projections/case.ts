import { blockerOf, columnOf, isOpen, isPaused, missingItems, openTasks, startOfDate, waitingClocksOf, waitingMarks, waitingZone, type BoardDefinition, type CaseState, type Task } from '#domain';
import type { Projection } from './change.js';
import { member } from '../context/load.js';
import { upsert } from './upsert.js';

/** The open task whose clock runs and is due first: what sets a card's time. */
const firstDue = (state: CaseState): Task | null =>
  openTasks(state.tasks).filter((task) => !isPaused(task)).reduce<Task | null>((first, task) => (task.deadline !== null && (first?.deadline == null || task.deadline.dueAt < first.deadline.dueAt) ? task : first), null);

const caseRow = (state: CaseState, board: BoardDefinition, seq: number, at: string): Readonly<Record<string, unknown>> => {
  const due = firstDue(state);
  const waiting = waitingClocksOf(state, board);
  const marks = waitingMarks(waiting, (date) => startOfDate(date, waitingZone(board)));
  return {
    id: state.id, number: state.number, patient_id: state.patientId, board_id: state.boardId, board_version: state.boardVersion,
    tumor_type: state.tumorType, urgency: state.urgency, status: state.status, round: state.round, column_stage: columnOf(state), stages: state.stages,
    origin_institution_id: state.originInstitutionId, host_institution_id: state.hostInstitutionId, referrer_id: state.referrerId,
    origin_case_manager_id: state.originCaseManagerId, host_case_manager_id: state.hostCaseManagerId, laterality: state.laterality,
    blocker: blockerOf(state, board), missing: missingItems(state, board), open_tasks: openTasks(state.tasks).length,
    due_at: due?.deadline?.dueAt ?? null, due_task: due === null ? null : { taskId: due.id, kind: due.kind, ownerId: due.ownerId },
    meeting_id: state.listed?.meetingId ?? null, opened_at: state.openedAt, submitted_at: state.submittedAt, seq, updated_at: at, closed_because: closedBecause(state),
    waiting, waiting_amber_at: marks.amberAt, waiting_red_at: marks.redAt, waiting_breach_at: marks.breachAt,
  };
};

const closedBecause = ({ closed, withdrawn, rejected }: CaseState): string | null => closed?.reason ?? withdrawn?.reason ?? rejected?.reason ?? null;

/** The card of a case board. The question stands as a text of its own: the card keeps the id of its newest. */
export const projectCase: Projection<CaseState> = async (tx, { after, events, seq, at, board }) => {
  await upsert(tx, 'case_row', ['id'], [caseRow(after, board(), seq, at)]);
  const question = events.filter(({ type }) => type === 'ReferralAmended').map(({ data }) => data).filter((data) => member(data, 'textId') !== null).at(-1);
  if (question !== undefined) await tx.query('update case_row set question_text_id = $2 where id = $1', [after.id, member(question, 'textId')]);
};

/** A task as the inbox shows it. */
export const taskRow = (state: CaseState, task: Task, seq: number): Readonly<Record<string, unknown>> => ({
  id: task.id, case_id: state.id, case_number: state.number, kind: task.kind, stage: task.stage, round: task.round, status: task.status,
  offer_institution_id: task.offer.institutionId, offer_role: task.offer.role, offer_discipline: task.offer.discipline, owner_id: task.ownerId,
  due_at: isOpen(task) && !isPaused(task) ? (task.deadline?.dueAt ?? null) : null, deadline: task.deadline, no_deadline_because: task.noDeadlineBecause, about: task.about,
  urgency: state.urgency, created_at: task.createdAt, closed_at: task.closedAt, result: task.result, expires_at: task.expiresAt, paused: isPaused(task), version: task.version, seq,
  handed_to: isOpen(task) ? (task.handOver?.to ?? null) : null, acting_for: task.actingFor?.personId ?? null,
  arranged: { handOver: task.handOver ?? null, actingFor: task.actingFor ?? null, suspended: task.suspended ?? null },
});
