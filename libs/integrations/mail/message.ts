/**
 * What a mail may say. By type there is no place for a patient's word: only codes, instants, counts and the case's and
 * meeting's own numbers, which tell nothing to somebody who can't sign in.
 */
import type { DeferralCause, NotTakenBecause, TaskKind } from '#domain';
import type { MeetingCalendar } from '../invitations/meeting-calendar.js';
import type { Place } from '../wording/moments.js';
import type { WrittenLanguage } from '../wording/words.js';

export interface TaskLine {
  readonly task: TaskKind;
  readonly caseNumber: string;
  /** UTC instant; null: no deadline. */
  readonly due: string | null;
}

/** News of a case that asks for nothing: its words stand in the catalogue under `news`. */
export const caseNewsKinds = ['informationAnswered', 'referralAccepted', 'referralRejected', 'caseListed', 'outcomeRecorded', 'signatureRefused', 'signaturesVoided', 'letterRecalled', 'secondOpinionAsked', 'recommendationAcknowledged', 'opinionAmended', 'discordanceSettled', 'transferProgressed', 'caseHeld', 'caseResumed', 'taskEnded', 'caseWithdrawn', 'caseClosed', 'caseReopened'] as const;
export type CaseNewsKind = (typeof caseNewsKinds)[number];

/** News of who does a task: words under `news`. */
export const taskNewsKinds = ['handOverAccepted', 'handOverRefused', 'handOverTakenBack', 'handOverReturned', 'taskTakenBack', 'taskDone', 'itemAnswered', 'itemChased', 'taskGoesOn', 'taskNobodyLeft', 'taskOwnerGone', 'taskTakenAway', 'taskReassigned', 'taskKept', 'opinionGiven', 'opinionDeclined'] as const;
export type TaskNewsKind = (typeof taskNewsKinds)[number];

/** One thing to tell. */
export type SingleMessage =
  /** A task waits in the reader's pool. */
  | ({ readonly template: 'taskOffered' } & TaskLine)
  /** Its owner asks the reader to take it over. */
  | ({ readonly template: 'taskHandedOver' } & TaskLine)
  /** A task is now the reader's own. */
  | ({ readonly template: 'taskAssigned' } & TaskLine)
  | ({ readonly template: 'reminder' } & TaskLine)
  /** Overdue, to its owner. */
  | ({ readonly template: 'overdue' } & TaskLine)
  /** Somebody else's task is late, to those who step in. */
  | ({ readonly template: 'escalation'; readonly as: 'deputy' | 'head' | 'caseManager' | 'admin' } & TaskLine)
  /** A fact behind a task lapses or has lapsed. */
  | ({ readonly template: 'lapsed' } & TaskLine)
  | { readonly template: 'returnedForInformation'; readonly caseNumber: string; readonly items: number; readonly due: string | null }
  | { readonly template: 'deferred'; readonly caseNumber: string; readonly cause: DeferralCause; readonly nextMeetingAt: string | null }
  | { readonly template: 'letterAvailable'; readonly caseNumber: string }
  | { readonly template: 'handOver'; readonly caseNumber: string }
  | { readonly template: 'agenda'; readonly meetingNumber: string; readonly startsAt: string; readonly cases: number }
  | { readonly template: 'quorumMissing' | 'meetingOnDayOff' | 'standInAsked' | 'answerAsked'; readonly meetingNumber: string; readonly startsAt: string }
  /** An answer to the reader's invitation came by mail, and why it changed nothing. */
  | { readonly template: 'answerNotTaken'; readonly meetingNumber: string; readonly startsAt: string; readonly because: NotTakenBecause }
  | { readonly template: 'invitation' | 'extraordinary' | 'meetingCancelled' | 'invitationWithdrawn'; readonly meetingNumber: string; readonly startsAt: string }
  /** `was`: when it would have begun; null where nobody knows any more. */
  | { readonly template: 'meetingMoved'; readonly meetingNumber: string; readonly startsAt: string; readonly was: string | null; readonly because: 'timeZoneRules' | null }
  | ({ readonly template: 'taskNews'; readonly news: TaskNewsKind } & TaskLine)
  | { readonly template: 'caseNews'; readonly caseNumber: string; readonly news: CaseNewsKind };

/** One thing, or several in one mail: the daily digest, or what came at the same time. The most important stands first. */
export type MailMessage = SingleMessage | { readonly template: 'digest' | 'several'; readonly items: readonly SingleMessage[] };

export type MailTemplate = MailMessage['template'];

export interface Mail {
  readonly to: string;
  /** As `messageIdOf` makes it: the same notification has the same, also when it is sent twice. */
  readonly messageId: string;
  readonly language: WrittenLanguage;
  /** By whose clock times are told. */
  readonly place: Place;
  readonly message: MailMessage;
  /** Whole address of the page to open; ids only. */
  readonly link: string;
  /** What `meetingCalendar` makes a file of. `answerTo`: the reader's own address for answers, named as organizer; null: the organizer is the sender, and no answer is asked for. */
  readonly invitation?: Omit<MeetingCalendar, 'organizer' | 'answersAreRead'> & { readonly answerTo: string | null };
}

/** Case and meeting numbers as people read them out; anything else (a name, an address) is a fault of the caller. */
const NUMBER = /^[A-Z]{1,3}-[A-Z0-9-]{1,20}$/;

export function assertNumber(text: string): string {
  if (!NUMBER.test(text)) throw new Error('A mail names cases and meetings by their number only');
  return text;
}

/** The Message-ID of a notification: `<id@host>`, host from the sender's address. */
export function messageIdOf(notificationId: string, from: string): string {
  return `<${notificationId}@${/@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'}>`;
}
