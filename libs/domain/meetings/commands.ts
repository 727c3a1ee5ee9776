import type { Discipline } from '../core/actor.js';
import type { Instant } from '../core/instant.js';
import type { AgendaMove, Attendance, Guest, InvitationAnswer, NotTakenBecause, SeriesSlot, Voice } from './state.js';

/** An answer that came to a person's own address for a sitting, as a calendar wrote it (RFC 5546, REPLY). */
export interface MailedAnswer {
  readonly personId: string;
  readonly said: { readonly answer: 'coming' | 'notComing' | 'perhaps' } | { readonly notTaken: Extract<NotTakenBecause, 'otherTime' | 'passedOn' | 'somebodyElse' | 'unreadable'> };
  /** SEQUENCE of the file that was answered, and the time that stood in it; null where it can't be told. */
  readonly sequence: number;
  readonly startsAt: Instant | null;
  /** DTSTAMP: when it was said, by the sender's clock. */
  readonly saidAt: Instant;
}

export interface MeetingCommandData {
  planMeeting: { number: string; boardId: string; startsAt: Instant; zone: string; minutes: number; place: string;
    /** The process plans a date of a series: the day on which it is held follows from the series' rule for days off of the host. */
    slot?: SeriesSlot;
    /** For an emergency, beside every series and within hours: nothing is cut from its agenda, and invitations wait for no quiet hours. */
    extraordinary?: boolean };
  moveMeeting: { startsAt: Instant };
  cancelMeeting: { because: string };
  answerInvitation: { personId: string; answer: Exclude<InvitationAnswer['answer'], 'perhaps'> };
  /** The process: a calendar's answer, read from a mail. */
  takeMailedAnswer: MailedAnswer;
  inviteToMeeting: { personId: string; as: 'member' | Guest['as'] };
  withdrawInvitation: { personId: string };
  /** The process: wall time as it was meant, and invitations as the board has its people now. */
  keepMeeting: Record<string, never>;
  /** It stays on its date, though a hospital does not work then. */
  confirmDate: Record<string, never>;
  orderAgenda: { order: readonly string[] };
  openMeeting: { chairId: string; scribeId: string | null };
  recordAttendance: { personId: string; discipline: Discipline; institutionId: string; how: 'present' | 'byVideo'; substituteFor: string | null };
  changeAttendance: Pick<Attendance, 'personId' | 'how'>;
  endAttendance: { personId: string };
  handOnChair: { chairId: string };
  takeUpCase: { caseId: string };
  takeBreak: Record<string, never>;
  recordHeard: { caseId: string; voice: Voice; heard: boolean };
  /** Null: its share of the sitting. */
  setTimeBox: { caseId: string; minutes: number | null };
  closeMeeting: Record<string, never>;
  approveMinutes: Record<string, never>;
  /** The process at the freeze: the door's context tells what each listed case misses. */
  runDue: { dueAt: Instant };
  /** The process has put its one command to every case on the agenda. */
  settleAgenda: { move: AgendaMove };
}
export type MeetingCommandName = keyof MeetingCommandData;
