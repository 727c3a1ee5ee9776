import type { Discipline } from '../core/actor.js';
import type { Instant } from '../core/instant.js';
import type { AgendaMove, InvitationAnswer } from './state.js';

export interface MeetingCommandData {
  planMeeting: { number: string; boardId: string; startsAt: Instant; zone: string; minutes: number; place: string };
  moveMeeting: { startsAt: Instant };
  cancelMeeting: { because: string };
  answerInvitation: Pick<InvitationAnswer, 'personId' | 'answer'>;
  orderAgenda: { order: readonly string[] };
  openMeeting: { chairId: string; scribeId: string | null };
  recordAttendance: { personId: string; discipline: Discipline; institutionId: string; how: 'present' | 'byVideo'; substituteFor: string | null };
  endAttendance: { personId: string };
  handOnChair: { chairId: string };
  closeMeeting: Record<string, never>;
  approveMinutes: Record<string, never>;
  /** The process at the freeze: the door's context tells what each listed case misses. */
  runDue: { dueAt: Instant };
  /** The process has put its one command to every case on the agenda. */
  settleAgenda: { move: AgendaMove };
}
export type MeetingCommandName = keyof MeetingCommandData;
