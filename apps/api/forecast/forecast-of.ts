import { forecast, ladderAt, tumorTypeOf, usualDayMs, type BoardDefinition, type Forecast, type ForecastCase, type ForecastClock, type ForecastTask, type Instant, type TaskKind, type Urgency, type Usual } from '#domain';
import type { CardRow, CardTaskRow } from '../cases/card-rows.js';
import type { Directory } from '../reading/directory.js';
import { leftMs, workContext } from '../reading/due.js';
import type { Rows } from '../reading/reader.js';
import type { UsualTimesOfBoards } from './usual-times.js';

export interface ComingMeeting { id: string; number: string; board_id: string; starts_at: Instant; cut_at: Instant; zone: string }

/** Meetings that a card may name: those to come, and those that are open. Few at any number of cases. */
export const comingMeetings = (rows: Rows): Promise<ComingMeeting[]> =>
  rows.query<ComingMeeting>(`select id, number, board_id, starts_at, cut_at, zone from meeting_row where status in ('planned', 'frozen', 'open') order by starts_at, id limit 500`);

/** What forecasts of a page have in common. */
export interface Outlook { readonly directory: Directory; readonly clock: ForecastClock; readonly meetings: readonly ComingMeeting[]; readonly usual: UsualTimesOfBoards; readonly now: Instant }

/** The meeting on whose agenda a case stands, or the next one of its board that its file can still make. */
export function meetingOf(row: CardRow, { meetings, now }: Outlook): { readonly meeting: ComingMeeting; readonly listed: boolean } | null {
  const listed = meetings.find((meeting) => meeting.id === row.meeting_id);
  if (listed) return { meeting: listed, listed: true };
  const next = columnOf(row) !== null && row.status === 'open' ? meetings.find(({ board_id, cut_at }) => board_id === row.board_id && cut_at > now) : undefined;
  return next ? { meeting: next, listed: false } : null;
}

/** Null where the case isn't on its way to a meeting. */
export function forecastOf(row: CardRow, meeting: ComingMeeting, outlook: Outlook, board: BoardDefinition): Forecast | null {
  const column = columnOf(row);
  if (column === null) return null;
  const of: ForecastCase = {
    column, urgency: row.urgency, hostInstitutionId: row.host_institution_id, accepted: row.reviews_skipped,
    secondPathology: row.origin_institution_id !== row.host_institution_id && tumorTypeOf(board, row.tumor_type)?.secondPathology === true,
    tasks: row.tasks.filter((task) => (task.kind !== 'opinion' && task.kind !== 'supplyItem') || task.about['needed'] !== undefined).filter((task) => task.round === row.round || task.status !== 'completed').map((task) => taskOf(task, outlook)),
  };
  return forecast(of, meeting.cut_at, outlook.now, outlook.clock, usualOf(row.board_id, board, outlook));
}

const usualOf = (boardId: string, board: BoardDefinition, { usual }: Outlook): Usual => ({
  of: (kind, urgency) => usual(boardId, kind, urgency),
  allowance: (kind: TaskKind, urgency: Urgency) => (ladderAt(board, `${kind}.${urgency}`) ?? ladderAt(board, kind))?.allowance ?? null,
});

function columnOf({ column_stage }: CardRow): ForecastCase['column'] | null {
  switch (column_stage) {
    case 'intake': case 'pathologyReview': case 'imagingReview': case 'discussion': return column_stage;
    default: return null;
  }
}

function taskOf(task: CardTaskRow, outlook: Outlook): ForecastTask {
  return {
    id: task.id, kind: task.kind, status: task.status, ownerId: task.owner, offer: { institutionId: task.institution, role: task.role as ForecastTask['offer']['role'], discipline: task.discipline },
    elapsedMs: elapsedOf(task, outlook), paused: task.paused, serves: task.about['taskId'] ?? null,
  };
}

/** What is gone of the allowance: all of it less what is left, so pauses don't count. A clock that stands still says nothing. */
function elapsedOf(task: CardTaskRow, { directory, now }: Outlook): number {
  const { deadline } = task;
  if (deadline === null || task.paused || task.status === 'completed') return 0;
  const context = workContext(directory, { institutionId: task.institution, calendarId: deadline.calendarId, ownerId: task.owner, pauses: [] });
  const day = context === null ? 24 * 3_600_000 : usualDayMs(context.calendar);
  const { amount, unit } = deadline.allowance;
  const whole = amount * (unit === 'workingDays' ? day : unit === 'clockDays' ? 24 * 3_600_000 : 3_600_000);
  return Math.max(0, whole - leftMs(deadline, now, context));
}
