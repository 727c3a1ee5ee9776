import type { Discipline } from '../core/actor.js';
import type { DateOnly, Instant } from '../core/instant.js';

export interface Attendance {
  readonly personId: string;
  /** A person counts for one discipline. */
  readonly discipline: Discipline;
  readonly institutionId: string;
  readonly how: 'present' | 'byVideo';
  /** How they attended before, each until when; absent where it never changed. */
  readonly earlier?: readonly { readonly how: 'present' | 'byVideo'; readonly until: Instant }[];
  readonly substituteFor: string | null;
  /** A guest of this sitting: heard or learning, and counted in nothing. */
  readonly as?: Guest['as'];
  readonly from: Instant;
  readonly leftAt: Instant | null;
}

/** What somebody said about coming to a sitting; the last answer holds. */
export interface InvitationAnswer {
  readonly personId: string;
  /** `perhaps`: a calendar's "tentative". It counts as no answer wherever somebody is counted on. */
  readonly answer: 'coming' | 'byVideo' | 'notComing' | 'perhaps';
  readonly at: Instant;
  /** Read from a mail of the person's calendar, which said so at this instant. Absent: said in the product. */
  readonly byMail?: { readonly saidAt: Instant };
}

/**
 * Why an answer that came by mail changed nothing. `over`: the sitting was cancelled, has begun or ended. `overtaken`: it is about a time that was moved since.
 * `answeredSince`: the person said something later. `otherTime`: it proposes another time. `passedOn`: it sends somebody else. `somebodyElse`: it is another person's answer.
 */
export type NotTakenBecause = 'over' | 'notInvited' | 'overtaken' | 'answeredSince' | 'otherTime' | 'passedOn' | 'somebodyElse' | 'unreadable';
export interface NotTaken { readonly personId: string; readonly because: NotTakenBecause }

/** Somebody from outside the board, for this sitting alone: heard as an expert, or there to learn. Neither counts for the quorum. */
export interface Guest { readonly personId: string; readonly as: 'expert' | 'trainee' }

/** The date of a series for which a sitting was planned; the first series of a board has no name. */
export interface SeriesSlot { readonly series: string | null; readonly date: DateOnly }

/**
 * `tellMissing`: tell both case managers of each case whose file is wanting (at the freeze). `delistIncomplete`: take cases whose file is still wanting off the agenda (after the cut). `releaseAgenda`: defer every case that is
 * still listed and undecided (closed: timeRanOut) or take it off (cancelled: meetingCancelled).
 */
export type AgendaMove = 'tellMissing' | 'delistIncomplete' | 'releaseAgenda';

/** The two looks at the expected quorum: 48 h and 2 h before. */
export type QuorumLook = 'first' | 'last';

/** Whose view a case's discussion is to hear: the fields, and the patient's own. */
export type Voice = Discipline | 'patientsView';

/** Hospitals that do not work on a sitting's day since a calendar was published after its date was chosen: nobody has said yet what becomes of it. */
export interface DayOff {
  readonly institutionIds: readonly string[];
  /** What the rule of the series that made it would do; null where no rule says, or somebody chose its date by hand. */
  readonly byRule: { readonly does: 'leaveOut' } | { readonly does: 'move'; readonly startsAt: Instant } | null;
  readonly at: Instant;
  /** Told a second time, in the last week. */
  readonly again: boolean;
}

export interface MeetingState {
  readonly id: string;
  readonly number: string;
  readonly boardId: string;
  readonly hostInstitutionId: string;
  readonly startsAt: Instant;
  readonly zone: string;
  readonly minutes: number;
  readonly place: string;
  readonly status: 'planned' | 'frozen' | 'open' | 'closed' | 'cancelled';
  readonly chairId: string | null;
  readonly scribeId: string | null;
  /** 48 h before, moved back to the host's last working hour: what is missing is listed. */
  readonly freezeAt: Instant;
  /** 24 h before, likewise: not complete, off the agenda unless overridden. */
  readonly cutAt: Instant;
  /** 2 h before, likewise: the last look at who will come (the first is made at `freezeAt`). */
  readonly quorumAt: Instant;
  /** The last look at the expected quorum that was made for this date. */
  readonly quorumLook: 'none' | QuorumLook;
  /** Who said that they come or not; who is not in it has not answered. */
  readonly answers: readonly InvitationAnswer[];
  /** The wall time that was meant, `YYYY-MM-DDTHH:MM` in `zone`: kept when the zone's rules change. Absent in meetings from before it was kept. */
  readonly wallTime?: string;
  readonly slot?: SeriesSlot;
  readonly extraordinary?: boolean;
  readonly dayOff?: DayOff | null;
  /** The board's hospitals of which it was known, when the date was chosen or since, that they do not work on it. */
  readonly daysOffKnown?: readonly string[];
  /** Who was invited, and so is told of every change. Absent until somebody was. */
  readonly invited?: readonly string[];
  /** Members whose invitation somebody withdrew: they are not invited again by themselves. */
  readonly leftOut?: readonly string[];
  readonly guests?: readonly Guest[];
  /** How often time or being was changed: SEQUENCE of the calendar file (RFC 5546). Absent: never. */
  readonly sequence?: number;
  /** The SEQUENCE that told its present time: an answer to a lower one is about another time. Absent in meetings from before it was kept. */
  readonly timeSequence?: number;
  /** Answers by mail for its present time that changed nothing, told once each. */
  readonly notTaken?: readonly NotTaken[];
  readonly attendance: readonly Attendance[];
  /** Case ids in order; a case not in it is heard after them, by urgency. */
  readonly order: readonly string[];
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly cancelledBecause: string | null;
  /** Who stands for the minutes of a closed meeting, and since when; null before. */
  readonly minutesApproved: { readonly by: string; readonly at: Instant } | null;
  /** When the cut at `cutAt` was made; null before, and again after the meeting was moved. */
  readonly cutDoneAt: Instant | null;
  /** What the process still owes the cases on the agenda, one derived command a case: see `AgendaMove`. */
  readonly owes: readonly AgendaMove[];
  /** The case that the board is hearing, and since when; null in a break, absent before the first. */
  readonly current?: { readonly caseId: string; readonly since: Instant } | null;
  /** Milliseconds that each case was heard, without the one that is being heard. */
  readonly spent?: Readonly<Record<string, number>>;
  /** Who has spoken on each case. */
  readonly heard?: Readonly<Record<string, readonly Voice[]>>;
  /** Minutes that a case was given by hand. */
  readonly boxes?: Readonly<Record<string, number>>;
  readonly version: number;
}
