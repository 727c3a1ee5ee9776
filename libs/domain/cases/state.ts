import type { Discipline } from '../core/actor.js';
import type { DateOnly, Instant, PartialDate } from '../core/instant.js';
import type { Urgency } from '../boards/definition.js';
import type { Task } from '../tasks/task.js';
import type { WaitingClockCode, WaitingPauseReason } from '../waiting/definition.js';
import type { LetterKey } from '../recommendations/letter-kinds.js';
import type { Stage, StageStatus } from './stages.js';
import type { ConsentPurpose, CaseStatus, DeferralCause, Intent, Modality, OutcomeKind, DiscordanceGrade, NotCarriedOutBecause, ClosureReason, ExplainedPlace, FollowUpStatus, PatientDecisionReason, RecurrenceFound, SecondOpinionAnswer } from './lists.js';

export interface StageState { readonly status: StageStatus; readonly round: number; readonly enteredAt: Instant | null; readonly leftAt: Instant | null }

export interface Consent { readonly purpose: ConsentPurpose; readonly until: DateOnly | null; readonly validUntil: Instant | null; readonly fileId: string | null; readonly recordedAt: Instant; readonly withdrawnAt: Instant | null; readonly byGuardian: boolean }
export interface CaseDocument { readonly id: string; readonly fileId: string; readonly kind: string; readonly language: string; readonly sha256: string; readonly addedAt: Instant; readonly addedBy: string | null; readonly removedAt: Instant | null; /** Of which document it is the translation. */ readonly translation?: Translation }
/** `translatorId`: where the translator is somebody of the product. */
export interface Translation { readonly ofId: string; readonly how: 'machine' | 'person'; readonly translatorId: string | null; readonly verified: { readonly by: string; readonly at: Instant } | null }
/** An earlier treatment, as far as codes name it: what is asked of its source is one request for all rows that are the same in these. */
export interface TreatmentSource { readonly kind: string; readonly country: string; readonly from: PartialDate | null }
/** State of one data-set item: how it stands answered, or not. */
export type ItemState = 'missing' | 'given' | 'notKnown' | 'notApplicable';

export interface Opinion {
  readonly id: string;
  readonly taskId: string;
  /** `opinion`: what a discipline was asked beside the reviews; `discipline` says which. */
  readonly kind: 'pathology' | 'secondPathology' | 'imaging' | 'opinion';
  readonly round: number;
  readonly version: number;
  readonly draftId: string;
  readonly formVersion: number;
  readonly hash: string;
  readonly signedBy: string;
  readonly discipline: Discipline;
  readonly institutionId: string;
  readonly signedAt: Instant;
  readonly discordance: DiscordanceGrade | null;
  /** Codes other parts compare: laterality, nodes, malignant. Never text. */
  readonly codes: Readonly<Record<string, string>>;
}

export interface Participant { readonly personId: string; readonly discipline: Discipline; readonly institutionId: string }
export interface Signature { readonly personId: string; readonly discipline: Discipline | 'chair'; readonly at: Instant; readonly textHash: string }
export type Feasible = 'yes' | 'no' | 'notKnown';
/** A result that is not there yet: who brings it, by when. */
export interface PendingResult { readonly ownerId: string; readonly dueDate: DateOnly }
export interface Outcome {
  readonly id: string;
  readonly round: number;
  readonly meetingId: string;
  readonly kind: OutcomeKind;
  readonly at: Instant;
  readonly chairId: string;
  readonly participants: readonly Participant[];
  readonly intent: Intent | null;
  readonly modalities: readonly Modality[];
  readonly laterality: string | null;
  readonly guideline: { readonly code: string; readonly edition: string } | 'offGuideline' | null;
  readonly responsibleId: string | null;
  readonly dueDate: DateOnly | null;
  readonly advisesTransferTo: string | null;
  /** How many options were weighed; their words are `option:1`, `optionFor:1`, `optionAgainst:1` and so on. Absent in outcomes from before this was kept, as the next two. */
  readonly optionsWeighed?: number;
  /** Whether the proposal can be carried out where the patient comes from. */
  readonly feasibleAtOrigin?: Feasible;
  /** Results that the board decided without, each with its words `pending:1` and `pendingChanges:1` (what would change). */
  readonly pendingResults?: readonly PendingResult[];
  readonly dissents: readonly string[];
  readonly abstentions: readonly string[];
  /** Ids of text rows by field: proposal, rationale, offGuidelineReason, conditions, alternative, dissent:<personId>. */
  readonly texts: Readonly<Record<string, string>>;
  /** SHA-256 of the canonical outcome with its texts: what each person signs. */
  readonly textHash: string;
  readonly signatures: readonly Signature[];
  readonly signaturesComplete: boolean;
  readonly letter: Readonly<Partial<Record<LetterKey, LetterFile | null>>> | null;
  /** Letters that readers asked for beside those that are always made; absent until the first. */
  readonly lettersAsked?: readonly LetterKey[];
  /** Signatures that no longer count, with why and when; absent until the first. */
  readonly voided?: readonly { readonly at: Instant; readonly because: string; readonly signatures: readonly Signature[] }[];
  /** Letters that were called back: their bytes stay, and are known as such. Absent until the first. */
  readonly recalled?: readonly { readonly at: Instant; readonly by: string; readonly reason: string; readonly noteTextId: string | null; readonly letters: Readonly<Partial<Record<LetterKey, LetterFile | null>>>; /** By the hash of the original; absent until the first. */ readonly marked?: Readonly<Record<string, MarkedCopy>> }[];
  readonly letterSentAt: Instant | null;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: string | null;
  readonly patientDecision: 'accepted' | 'declined' | 'undecided' | null;
  /** When the patient said so; absent in outcomes from before this was kept. */
  readonly patientDecidedAt?: Instant;
  /** The patient's reason, and where, when and by whom it was explained; absent where that was not asked. */
  readonly patientSaid?: { readonly because: PatientDecisionReason | null; readonly explained: Explained | null; readonly reasonTextId: string | null; readonly by: string };
  /** Absent until the first. */
  readonly secondOpinions?: readonly { readonly at: Instant; readonly by: string; readonly reason: string; readonly where: 'sameBoard' | 'otherBoard'; readonly noteTextId: string | null; /** Of another board: its task, and how far it is; absent where it was asked before that was kept. */ readonly taskId?: string; readonly sent?: SecondOpinionSent; readonly received?: SecondOpinionReceived }[];
  readonly supersededBy: string | null;
}
export interface SecondOpinionSent { readonly at: Instant; readonly by: string; readonly recipientTextId: string | null; readonly noteTextId: string | null }
export interface SecondOpinionReceived { readonly at: Instant; readonly by: string; readonly answer: SecondOpinionAnswer; readonly noteTextId: string | null }
/** Who explained a recommendation to the patient, where, on which day. */
export interface Explained { readonly by: string; readonly where: ExplainedPlace; readonly on: DateOnly }
/** A copy that says on each page that the letter was called back; `replacedAt`: and when the one in its place was sent. */
export interface MarkedCopy { readonly fileId: string; readonly sha256: string; readonly replacedAt: Instant | null }
export interface LetterFile { readonly fileId: string; readonly sha256: string; readonly signed: boolean }

export interface Transfer {
  readonly id: string;
  readonly toInstitutionId: string;
  readonly fromInstitutionId: string;
  readonly status: 'preparing' | 'sent' | 'delivered' | 'opened' | 'accepted' | 'refused' | 'departed' | 'arrived' | 'takenOver' | 'ended';
  readonly history: readonly { readonly status: string; readonly at: Instant; readonly by: string }[];
  readonly acceptingClinicianId: string | null;
  readonly plannedFor: DateOnly | null;
  /** How the patient arrived, and what differed from what was announced; null before. */
  readonly arrival: { readonly condition: string; readonly discrepancies: readonly string[] } | null;
  readonly endedBecause: string | null;
}

/** What the waiting-time clocks need beside the rest: pauses by coded reasons, and when treatment began in a round (null: by `knownAt` at the latest). */
export interface WaitingState {
  readonly pauses: readonly { readonly reason: WaitingPauseReason; readonly clocks: readonly WaitingClockCode[]; readonly from: Instant; readonly to: Instant | null }[];
  readonly treatments: readonly { readonly round: number; readonly on: DateOnly | null; readonly knownAt: Instant }[];
}

export interface FollowUp { readonly day: number; readonly dueAt: Instant; readonly answer: 'yes' | 'partly' | 'otherwise' | 'no' | null; readonly because: NotCarriedOutBecause | null; readonly answeredAt: Instant | null }
/** How the patient was at a visit of the tumor type's plan, `month` months after acknowledgement. */
export interface FollowUpVisit {
  readonly month: number; readonly carriedOut: boolean; readonly because: NotCarriedOutBecause | null; readonly status: FollowUpStatus;
  readonly localRecurrence: RecurrenceFound; readonly distantRecurrence: RecurrenceFound;
  /** 0 to 4. */
  readonly ecog: number | null;
  /** 0 to 30. */
  readonly msts: number | null;
}
export interface RecordedVisit extends FollowUpVisit { readonly at: Instant; readonly by: string }

export interface CaseState {
  readonly id: string;
  readonly number: string;
  readonly status: CaseStatus;
  readonly round: number;
  readonly boardId: string;
  readonly boardVersion: number;
  /** The board's version whose ladders its clocks follow, where somebody moved it on purpose; absent: `boardVersion`. */
  readonly policyVersion?: number;
  /** Moves to newer versions, earliest first; absent until there is one. */
  readonly boardMoves?: readonly { readonly from: number; readonly to: number; readonly at: Instant }[];
  readonly tumorType: string;
  readonly urgency: Urgency;
  readonly patientId: string;
  readonly originInstitutionId: string;
  readonly hostInstitutionId: string;
  readonly referrerId: string | null;
  /** The person who typed the referral, and so holds the draft. */
  readonly openedBy: string;
  readonly originCaseManagerId: string | null;
  readonly hostCaseManagerId: string | null;
  readonly openedAt: Instant;
  readonly submittedAt: Instant | null;
  /** Two named clinicians who began an emergency before consent was on record; null for everything else. */
  readonly emergencyBegunBy: readonly string[] | null;
  readonly stages: Readonly<Record<Stage, StageState>>;
  /** Answers of the referral form: the draft that holds them and, by item, how it stands. */
  readonly referralDraftId: string;
  readonly items: Readonly<Record<string, ItemState>>;
  readonly laterality: string | null;
  readonly consents: Readonly<Partial<Record<ConsentPurpose, Consent>>>;
  readonly documents: Readonly<Record<string, CaseDocument>>;
  readonly tasks: Readonly<Record<string, Task>>;
  /** How many times information was asked of the referrer in this round (5, then 10 working days, then both case managers). */
  readonly returns: number;
  readonly override: { readonly code: string; readonly by: string; readonly at: Instant } | null;
  readonly opinions: Readonly<Record<string, Opinion>>;
  /** What two pathologists agreed, by task, until the other confirms it; absent until the first. */
  readonly consensus?: Readonly<Record<string, { readonly by: string; readonly confirmBy: string; readonly at: Instant; readonly textId: string }>>;
  readonly incompleteFileAcceptedBy: string | null;
  readonly conflicts: readonly string[];
  /** Covered by a standard: listed, not discussed; absent until somebody said so. */
  readonly standardOfCare?: { readonly by: string; readonly at: Instant; readonly textId: string; readonly guideline?: { readonly code: string; readonly edition: string } } | null;
  readonly listed: { readonly meetingId: string; readonly at: Instant; readonly manually: boolean } | null;
  /** How often the case was put on an agenda: makes each listing's command id new. */
  readonly listings: number;
  readonly deferrals: readonly { readonly cause: DeferralCause; readonly meetingId: string; readonly at: Instant }[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly currentOutcomeId: string | null;
  readonly transfer: Transfer | null;
  readonly followUps: readonly FollowUp[];
  /** Absent until the first. */
  readonly followUpVisits?: readonly RecordedVisit[];
  /** Absent until something of it happened. */
  readonly waiting?: WaitingState;
  readonly hold: { readonly reason: string; readonly since: Instant; readonly resumeBy: DateOnly; readonly by: string; /** The status it goes back to. */ readonly before: CaseStatus } | null;
  readonly closed: { readonly reason: ClosureReason; readonly at: Instant; readonly by: string } | null;
  readonly withdrawn: { readonly reason: string; readonly at: Instant; readonly by: string } | null;
  readonly rejected: { readonly reason: string; readonly at: Instant; readonly by: string } | null;
}
