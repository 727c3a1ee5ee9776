import type { Discipline } from '../core/actor.js';
import type { DomainEvent } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import type { AgendaMove, Attendance, DayOff, Guest, InvitationAnswer, MeetingState, NotTaken, QuorumLook, Voice } from './state.js';

type E<Type extends string, Data extends object> = DomainEvent<Type, Data>;

/** Everything that can happen to a meeting. */
export type MeetingEvent =
  | E<'MeetingPlanned', { meeting: Omit<MeetingState, 'id' | 'version' | 'quorumAt' | 'quorumLook' | 'answers' | 'minutesApproved' | 'invited' | 'leftOut' | 'guests' | 'sequence' | 'timeSequence' | 'notTaken' | 'current' | 'spent' | 'heard' | 'boxes' | 'dayOff'> & Partial<Pick<MeetingState, 'quorumAt'>> }>
  /** `timeZoneRules`: the wall time stayed, the zone's rules changed. */
  | E<'MeetingMoved', { startsAt: Instant; freezeAt: Instant; cutAt: Instant; quorumAt?: Instant; wallTime?: string; daysOffKnown?: readonly string[]; because?: 'timeZoneRules' }>
  | E<'MeetingCancelled', { because: string }>
  /** Hospitals do not work on its day since a calendar was published later; `again`: nobody has said what becomes of it, and it is near. */
  | E<'DayOffFound', Pick<DayOff, 'institutionIds' | 'byRule' | 'again'>>
  /** They work again on that day. */
  | E<'DayOffGone', { institutionIds: readonly string[] }>
  | E<'DateConfirmed', Record<string, never>>
  /** They get the sitting in their calendars, and every change of it. */
  | E<'PeopleInvited', { personIds: readonly string[] }>
  | E<'GuestInvited', Guest>
  /** It is no longer for them: by hand (`by`), or since they left the board. */
  | E<'InvitationWithdrawn', { personIds: readonly string[]; by: string | null }>
  | E<'AgendaOrdered', { order: readonly string[] }>
  /** 48 h before: what each listed case still misses is on record, and told. */
  | E<'FileFrozen', { missing: Readonly<Record<string, readonly string[]>> }>
  /** 24 h before: cases that are still not complete come off, one command each. */
  | E<'AgendaCut', Record<string, never>>
  /** `byMail`: read from a mail of the person's calendar; absent where it was said in the product. */
  | E<'InvitationAnswered', Omit<InvitationAnswer, 'at'>>
  /** An answer came by mail and changed nothing: the person is told why. */
  | E<'MailedAnswerNotTaken', NotTaken>
  /** By planned attendance the quorum stands, or nothing is to be decided. */
  | E<'QuorumChecked', { look: QuorumLook }>
  /** It would not stand: the chair is told who is missing, substitutes are asked, and those who have not answered. */
  | E<'QuorumWarned', { look: QuorumLook; missing: readonly Discipline[]; notKnown: readonly Discipline[]; missingSides: readonly string[]; asks: readonly { personId: string; standsInFor: string }[]; unanswered: readonly string[] }>
  /** The process has dealt with every case on the agenda. */
  | E<'AgendaSettled', { move: AgendaMove }>
  | E<'MeetingOpened', { chairId: string; scribeId: string | null }>
  | E<'AttendanceRecorded', { attendance: Attendance }>
  /** From the room to the video, or back: the same stay, so that nothing was undecidable in between. */
  | E<'AttendanceChanged', Pick<Attendance, 'personId' | 'how'>>
  | E<'AttendanceEnded', { personId: string }>
  | E<'ChairHandedOn', { chairId: string }>
  /** The board turned to a case: it is heard until the next one, a break, or the end. What "minutes a case" is counted from. */
  | E<'CaseTakenUp', { caseId: string }>
  | E<'BreakTaken', Record<string, never>>
  /** Somebody of a field has spoken on the case, or the patient's view was told; `heard` false takes the tick back. */
  | E<'VoiceHeard', { caseId: string; voice: Voice; heard: boolean }>
  /** Minutes given to a case; null gives it its share again. */
  | E<'TimeBoxSet', { caseId: string; minutes: number | null }>
  | E<'MeetingClosed', Record<string, never>>
  | E<'MinutesApproved', { by: string }>;
