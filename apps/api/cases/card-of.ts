import { dateAt, type Instant } from '#domain';
import { patientNameOf } from '../patients/patient-of.js';
import { dueOf, lightOf, workContext } from '../reading/due.js';
import type { Names } from '../reading/names.js';
import type { Light } from '../tasks/task.dto.js';
import { isLive, waitingOf } from '../waiting/waiting-of.js';
import type { BlockerDto, CardMeetingDto, CardTaskDto, CaseCardDto, ChipDto } from './card.dto.js';
import type { CardRow, CardTaskRow } from './card-rows.js';
import { forecastOf, meetingOf, type Outlook } from '../forecast/forecast-of.js';

const reviews = { pathologyReview: 'pathology', secondPathologyReview: 'pathology', imagingReview: 'radiology' } as const;
const isOpen = (task: CardTaskRow): boolean => task.status !== 'completed' && task.status !== 'failed';

/** A card from its row. */
export function cardOf(row: CardRow, names: Names, outlook: Outlook): CaseCardDto {
  const { now } = outlook;
  const dueTask = row.tasks.find((task) => task.id === row.due_task?.taskId) ?? row.tasks.find(isOpen);
  const blocker = blockerOf(row, dueTask, names);
  return {
    id: row.id, number: row.number, patient: patientNameOf(row), board: names.board(row.board_id), tumorType: row.tumor_type, laterality: row.laterality, urgency: row.urgency, status: row.status,
    round: row.round, column: row.column_stage, light: lightOfCase(row, dueTask, now), origin: names.institution(row.origin_institution_id), host: names.institution(row.host_institution_id),
    chips: chipsOf(row, names, now), task: dueTask ? cardTaskOf(dueTask, names, now) : null, blocker, missing: row.missing, meeting: cardMeetingOf(row, names, outlook), waiting: waitingOf(row.waiting.filter(isLive), dateAt(now, names.boardZone(row.board_id))),
    openedAt: row.opened_at, submittedAt: row.submitted_at, updatedAt: row.updated_at, seq: row.seq,
  };
}

/** A listed case of a later stage keeps its meeting without a forecast: it was heard there. */
function cardMeetingOf(row: CardRow, names: Names, outlook: Outlook): CardMeetingDto | null {
  const heading = meetingOf(row, outlook);
  const board = names.directory.boards.get(row.board_id)?.definition;
  const told = heading && board ? forecastOf(row, heading.meeting, outlook, board) : null;
  if (!heading || !told) return null;
  const { id, number, starts_at, zone } = heading.meeting;
  const step = told.blocker === null ? undefined : told.steps[told.blocker];
  return {
    id, number, startsAt: starts_at, zone, listed: heading.listed, readiness: told.verdict, completeAt: told.usualAt,
    blocker: step === undefined ? null : { taskId: step.taskId, kind: step.kind, owner: names.maybe(step.ownerId), pool: names.pool(step.offer.institutionId, step.offer.role, step.offer.discipline) },
  };
}

const lightOfTask = (task: CardTaskRow, now: Instant): Light =>
  lightOf({ open: isOpen(task), paused: task.paused, noDeadlineBecause: task.because, owned: task.owner !== null, deadline: task.deadline }, now);

function lightOfCase(row: CardRow, dueTask: CardTaskRow | undefined, now: Instant): Light {
  if (row.status === 'onHold') return 'onHold';
  if (row.column_stage === 'closed') return 'done';
  if (row.column_stage === 'draft' || !dueTask) return 'waiting';
  return lightOfTask(dueTask, now);
}

/** One chip a review of the round; a declined one that was offered again shows the newest. */
function chipsOf(row: CardRow, names: Names, now: Instant): ChipDto[] {
  const newest = new Map<string, CardTaskRow>();
  for (const task of row.tasks) if (task.kind in reviews && task.round === row.round && task.status !== 'failed') newest.set(task.kind, task);
  return [...newest.values()].map((task) => ({
    discipline: task.discipline ?? reviews[task.kind as keyof typeof reviews], kind: task.kind, light: lightOfTask(task, now), ownerName: names.maybe(task.owner)?.name ?? null, taskId: task.id,
  }));
}

function cardTaskOf(task: CardTaskRow, names: Names, now: Instant): CardTaskDto {
  const context = workContext(names.directory, { institutionId: task.institution, calendarId: task.deadline?.calendarId, ownerId: task.owner, pauses: [] });
  return { taskId: task.id, kind: task.kind, owner: names.maybe(task.owner), pool: names.pool(task.institution, task.role, task.discipline), due: task.paused ? null : dueOf(task.deadline, now, context) };
}

/** What the case's own rules say stands in the way; else whose turn it is. A draft's missing items stand in its way as well: nobody waits for it yet. */
function blockerOf(row: CardRow, dueTask: CardTaskRow | undefined, names: Names): BlockerDto | null {
  if (row.blocker) return { code: row.blocker.code, facts: row.blocker.facts };
  if (row.column_stage === 'closed') return null;
  if (row.column_stage === 'draft' && row.missing.length > 0) return { code: 'itemsMissing', facts: { items: row.missing, count: row.missing.length } };
  if (!dueTask) return null;
  return dueTask.owner === null
    ? { code: 'nobodyYet', facts: { kind: dueTask.kind, discipline: dueTask.discipline, institution: names.institution(dueTask.institution).name } }
    : { code: 'waitsFor', facts: { kind: dueTask.kind, person: names.person(dueTask.owner).name } };
}
