import type { Instant } from '#domain';
import type { Rows } from '../reading/reader.js';
import type { CardMeetingDto } from './card.dto.js';
import type { CardTaskRow } from './card-rows.js';

export interface ComingMeeting { id: string; number: string; board_id: string; starts_at: Instant; cut_at: Instant; zone: string }

/** Meetings that a card may name: those to come, and those that are open. Few at any number of cases. */
export const comingMeetings = (rows: Rows): Promise<ComingMeeting[]> =>
  rows.query<ComingMeeting>(`select id, number, board_id, starts_at, cut_at, zone from meeting_row where status in ('planned', 'frozen', 'open') order by starts_at, id limit 500`);

const inTheWay = new Set(['pathologyReview', 'secondPathologyReview', 'imagingReview', 'supplyMaterial', 'resolveDiscordance', 'provideInformation', 'removeDeferralCause', 'triage']);
const beforeDecision = new Set(['intake', 'pathologyReview', 'imagingReview', 'discussion']);

interface Case { readonly board_id: string; readonly meeting_id: string | null; readonly column_stage: string; readonly status: string; readonly tasks: readonly CardTaskRow[] }

/** "Will it make Thursday?": from the open tasks that must be done before, and when they fall due against the meeting's cut. */
export function outlookOf(of: Case, meetings: readonly ComingMeeting[], now: Instant): CardMeetingDto | null {
  const listed = meetings.find((meeting) => meeting.id === of.meeting_id);
  const waits = beforeDecision.has(of.column_stage) && of.status === 'open';
  const meeting = listed ?? (waits ? meetings.find(({ board_id, cut_at }) => board_id === of.board_id && cut_at > now) : undefined);
  if (!meeting) return null;
  const open = of.tasks.filter((task) => inTheWay.has(task.kind) && task.status !== 'completed' && task.status !== 'failed');
  const tooLate = open.find((task) => task.paused || task.dueAt === null || task.dueAt > meeting.cut_at || task.dueAt <= now);
  const readiness = open.length === 0 && of.column_stage === 'discussion' ? 'ready' : tooLate || (open.length === 0 && of.column_stage === 'intake') ? 'atRisk' : 'onTrack';
  return { id: meeting.id, number: meeting.number, startsAt: meeting.starts_at, zone: meeting.zone, listed: listed !== undefined, readiness, blockerTaskId: (tooLate ?? open[0])?.id ?? null };
}
