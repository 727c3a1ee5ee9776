import type { Discipline } from '../core/actor.js';
import type { DateOnly } from '../core/instant.js';
import type { DeferralCause, SuspendReason } from '../cases/lists.js';
import type { FormDefinition } from '../forms/definition.js';
import type { Ladder } from '../tasks/allowances.js';
import type { LetterTemplate } from './letter-template.js';
import type { WaitingClockDefinition } from '../waiting/definition.js';

export type Urgency = 'emergency' | 'urgent' | 'routine';
export type DataSetDomain = 'history' | 'pathology' | 'imaging' | 'comorbidity' | 'psychosocial' | 'patientsViews';

/** One line of a tumor type's minimum data set. It is answered by the form field of the same id in the referral form, by a document kind, or by either. */
export interface DataSetItem {
  readonly id: string;
  readonly domain: DataSetDomain;
  readonly required: boolean;
  /** Document kinds that answer the item as well. */
  readonly documentKinds?: readonly string[];
}

export interface TumorType {
  readonly code: string;
  readonly items: readonly DataSetItem[];
  /** The referral form whose fields answer the items. */
  readonly referralForm: FormDefinition;
  /** Outside sarcoma pathology needs a second review with a discordance grade. */
  readonly secondPathology: boolean;
  /** Visits after the fixed days of `followUpDays`, phase after phase; absent: none. */
  readonly followUpPlan?: readonly FollowUpPhase[];
}

/** Every so many months until the end of that year, counted from acknowledgement. */
export interface FollowUpPhase { readonly everyMonths: number; readonly untilYears: number }

export interface QuorumRule {
  readonly requiredDisciplines: readonly Discipline[];
  readonly minimumSpecialties: number;
  readonly bothSidesWhenCrossBorder: boolean;
}

/** Every second week, counted from a week in which it sits; or the first to fourth, or the last, such weekday of each month. */
export type SeriesRhythm = { readonly every: 'twoWeeks'; readonly from: DateOnly } | { readonly every: 'month'; readonly nth: 1 | 2 | 3 | 4 | 'last' };

/** What becomes of a sitting that falls on a day off of the host: somebody confirms it, there is none, or it moves within its own gap of the series. */
export const holidayRules = ['confirm', 'skip', 'nextWorkingDay', 'previousWorkingDay'] as const;
export type HolidayRule = (typeof holidayRules)[number];

/** Local wall time of a board's sittings in the host's zone: kept when the zone's rules change. */
export interface MeetingSeries {
  readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; readonly localTime: string; readonly zone: string; readonly minutes: number; readonly place: string;
  /** Absent: every week. */
  readonly rhythm?: SeriesRhythm;
  /** Absent: `confirm`. */
  readonly onHostHoliday?: HolidayRule;
}

/** A series beside a board's first one; its name, a short code, never changes. */
export interface FurtherSeries extends MeetingSeries { readonly name: string }

/** A board's versioned definition. A case keeps the version it began on unless it is moved on purpose. */
export interface BoardDefinition {
  readonly id: string;
  readonly version: number;
  readonly name: Readonly<Record<string, string>>;
  readonly hostInstitutionId: string;
  readonly partnerInstitutionIds: readonly string[];
  readonly tumorTypes: readonly TumorType[];
  readonly quorum: QuorumRule;
  readonly series: MeetingSeries;
  readonly furtherSeries?: readonly FurtherSeries[];
  readonly pathologyForm: FormDefinition;
  readonly imagingForm: FormDefinition;
  /** Which disciplines can be asked for an opinion, and on what form; absent: every discipline, on the shipped forms. */
  readonly opinionForms?: Readonly<Partial<Record<Discipline, FormDefinition>>>;
  /** Ladder of reminders and escalations a task kind and urgency; key `<taskKind>.<urgency>` or `<taskKind>`. */
  readonly ladders: Readonly<Record<string, Ladder>>;
  /** "Carried out?" is asked so many clock days after acknowledgement. */
  readonly followUpDays: readonly number[];
  /** Waiting-time clocks; absent in versions from before there were any: `waitingTimesOf` says by what those count. */
  readonly waitingTimes?: readonly WaitingClockDefinition[];
  /** Causes that a case can be deferred for; absent in versions from before boards chose: every one. */
  readonly deferralCauses?: readonly DeferralCause[];
  /** Identifiers of the guidelines that its recommendations name, offered while one types; another can be typed. Their texts are not shipped. */
  readonly guidelines?: readonly string[];
  /** What its letters say beside the recommendation, and in which order; absent: every part, in the usual one. */
  readonly letter?: LetterTemplate;
  /** Reasons for laying a task aside that stop its clock; absent in versions from before tasks could be: `stopsClock` says which do then. */
  readonly suspensionsStopClock?: readonly SuspendReason[];
}
