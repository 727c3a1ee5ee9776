import type { DomainEvent } from '../core/event.js';
import type { Discipline } from '../core/actor.js';
import type { DateOnly, Instant } from '../core/instant.js';
import type { Urgency } from '../boards/definition.js';
import type { KeptBecause } from '../tasks/reassign.js';
import type { ReplanCause, ReplannedTask } from '../tasks/replan.js';
import type { Deadline, Mark, Task } from '../tasks/task.js';
import type { Audience } from '../tasks/allowances.js';
import type { CaseDocument, Consent, Explained, FollowUp, FollowUpVisit, ItemState, LetterFile, MarkedCopy, Opinion, Outcome, Signature, Transfer, TreatmentSource } from './state.js';
import type { ClosureReason, ConsentPurpose, DeferralCause, NoDeadlineCause, NotCarriedOutBecause, OverrideCode, PatientDecisionReason, RequestedOf, SecondOpinionAnswer, SecondOpinionReason, SuspendReason } from './lists.js';
import type { LetterLanguage } from '../recommendations/letter-kinds.js';
import type { Stage } from './stages.js';
import type { WaitingClockCode, WaitingPauseReason } from '../waiting/definition.js';

type E<Type extends string, Data extends object> = DomainEvent<Type, Data>;

/** Everything that can happen to a case. One line each on when. Ids, codes, instants: never a patient's word. */
export type CaseEvent =
  // Intake
  /** Somebody began to type a referral. */
  | E<'ReferralOpened', { number: string; boardId: string; boardVersion: number; tumorType: string; urgency: Urgency; patientId: string; originInstitutionId: string; hostInstitutionId: string; referrerId: string | null; openedBy: string; originCaseManagerId: string | null; hostCaseManagerId: string | null; referralDraftId: string }>
  /** Patient data, question, urgency or tumor type were changed; `fields` names which. */
  | E<'ReferralAmended', { fields: readonly string[]; urgency?: Urgency; tumorType?: string; referrerId?: string | null; textId?: string }>
  /** The case was moved to a newer version of its board, on purpose: what of its data set is missing now, and what is no longer asked. */
  | E<'MovedToBoardVersion', { from: number; to: number; items: Readonly<Record<string, ItemState>>; becomesMissing: readonly string[]; noLongerAsked: readonly string[]; textId: string }>
  /** The referral form was saved: how each item of the data set stands now. */
  | E<'DataSetAnswered', { draftVersion: number; hash: string; items: Readonly<Record<string, ItemState>>; laterality: string | null }>
  | E<'DocumentAdded', { document: CaseDocument }>
  /** A document was found to be wrong here; its bytes stay until erased. */
  | E<'DocumentRemoved', { documentId: string; reason: string }>
  /** A document is the translation of another; verified before, it is not any more. */
  | E<'TranslationAttached', { documentId: string; ofId: string; how: 'machine' | 'person'; translatorId: string | null }>
  /** Somebody held the translation against its original. */
  | E<'TranslationVerified', { documentId: string; by: string }>
  | E<'ConsentRecorded', { consent: Consent }>
  | E<'ConsentWithdrawn', { purpose: ConsentPurpose }>
  | E<'ReferralSubmitted', { emergencyBegunBy: readonly string[] | null }>
  /** The case manager sent it back for the items listed. */
  | E<'ReferralReturned', { items: readonly string[]; count: number; noteTextId: string | null }>
  /** The referrer answered a return. */
  | E<'InformationAnswered', { items: readonly string[]; noteTextId: string | null }>
  /** Somebody is asked for one item that the file misses; the task of the same command carries it. */
  | E<'ItemRequested', { taskId: string; item: string | null; treatment: TreatmentSource | null; of: RequestedOf; neededForMeeting: boolean; sourceTextId: string | null; noteTextId: string | null }>
  /** Who owes it was reminded by hand, for the `count`th time. */
  | E<'ItemChased', { taskId: string; count: number; noteTextId: string | null }>
  | E<'ReferralAccepted', { by: string }>
  | E<'IntakeOverridden', { code: OverrideCode; missing: readonly string[]; reasonTextId: string | null }>
  | E<'ReferralRejected', { reason: string; noteTextId: string | null }>
  // Stages
  | E<'StageEntered', { stage: Stage; round: number }>
  | E<'StageLeft', { stage: Stage; round: number; skipped: boolean }>
  /** Discussion begins anew: the stages from `from` on (default: the reviews) stand at their beginning; a refused signature goes back to `discussion`. */
  | E<'RoundOpened', { round: number; reason: string; noteTextId: string | null; from?: Stage }>
  // Tasks (IHE XDW words)
  | E<'TaskCreated', { task: Task }>
  | E<'TaskClaimed', { taskId: string; ownerId: string; deadline: Deadline | null }>
  | E<'TaskAssigned', { taskId: string; ownerId: string; deadline: Deadline | null; because: 'assigned' | 'substitute' | 'escalated'; /** Who is away, where a substitute got it; whose it was, where a mark took it away. */ from?: string; /** The mark that took it away. */ mark?: string }>
  /** Back to the pool: by hand, or because nobody stands in for who is away, or who owned it is gone or no longer in the post (`from`), or a mark took it from them. */
  | E<'TaskReleased', { taskId: string; deadline: Deadline | null; because?: 'nobodyLeft' | 'disabled' | 'postLost' | 'escalated'; from?: string; mark?: string }>
  /** A mark would have taken the task from its owner, who keeps it: being worked on, laid aside until a day, or nobody else could do it. */
  | E<'TaskKept', { taskId: string; mark: string; ownerId: string; because: KeptBecause }>
  /** The owner can't or may not: back to the pool, with the reason on record. */
  | E<'TaskDeclined', { taskId: string; by: string; reason: string; noteTextId: string | null; deadline: Deadline | null }>
  /** The owner offers it to a named person and keeps it until that person accepts. */
  | E<'TaskHandOverOffered', { taskId: string; from: string; to: string; noteTextId: string | null }>
  | E<'TaskHandOverAccepted', { taskId: string; from: string; ownerId: string; deadline: Deadline | null }>
  | E<'TaskHandOverRefused', { taskId: string; from: string; to: string; reason: string; noteTextId: string | null }>
  /** The sender keeps it after all: taken back, or because who was asked and had not answered is gone, away or no longer in the post. */
  | E<'TaskHandOverTakenBack', { taskId: string; to: string; because?: 'disabled' | 'away' | 'postLost' }>
  /** Somebody else does it for the owner, who may take it back. */
  | E<'TaskDelegated', { taskId: string; from: string; ownerId: string; deadline: Deadline | null; noteTextId: string | null }>
  /** Whoever it was delegated to, or who stood in, gives it back. */
  | E<'TaskReturned', { taskId: string; from: string; ownerId: string; deadline: Deadline | null; noteTextId: string | null }>
  | E<'TaskTakenBack', { taskId: string; from: string; ownerId: string; deadline: Deadline | null }>
  /** Laid aside until a day; whether its clock stops is the board's policy (then `TaskPaused` follows). */
  | E<'TaskSuspended', { taskId: string; reason: SuspendReason; until: DateOnly; resumesAt: Instant; noteTextId: string | null }>
  | E<'TaskSuspensionEnded', { taskId: string; because: 'resumed' | 'due' }>
  | E<'TaskCompleted', { taskId: string; result: string; by: string | null; expiresAt: Instant | null; noteTextId: string | null }>
  | E<'TaskCancelled', { taskId: string; cause: string }>
  | E<'TaskPaused', { taskId: string; cause: NoDeadlineCause }>
  | E<'TaskResumed', { taskId: string; deadline: Deadline | null }>
  /** A done item lapsed or was found wanting: open again. */
  | E<'TaskReopened', { taskId: string; cause: string; deadline: Deadline | null }>
  // Time
  /** A mark fell due and still matters: these people are told (notification ids made by the event's position). */
  | E<'MarkFired', { taskId: string; mark: string; kind: Mark['kind']; late: boolean; tells: readonly { personId: string; as: Audience }[] }>
  /** A mark fell due and no longer matters (collapsed after downtime): recorded, nobody is told. */
  | E<'MarkPassedOver', { taskId: string; mark: string; because: string }>
  /** A calendar, a leave, a policy, an owner's zone or the time-zone database changed: open deadlines as they are now, and what moved. Told marks never move. */
  | E<'DeadlinesReplanned', { cause: ReplanCause; policyVersion: number | null; tasks: readonly ReplannedTask[] }>
  /** An escalation could not be sent to whom it told (`from`): these hear of it in their place. */
  | E<'EscalationPassedOn', { taskId: string; mark: string; from: string; tells: readonly { personId: string; as: Audience }[] }>
  /** Somebody who was told of an escalation said that they know of it. */
  | E<'EscalationAcknowledged', { taskId: string; mark: string; by: string }>
  // Reviews
  | E<'OpinionSigned', { opinion: Opinion }>
  /** A signed opinion was replaced by a new version. */
  | E<'OpinionAmended', { opinion: Opinion; replaces: string; reasonTextId: string | null }>
  | E<'MaterialRequested', { taskId: string; items: readonly string[]; supplyTaskId: string; pausesClock: boolean; noteTextId: string | null }>
  | E<'MaterialSupplied', { taskId: string; supplyTaskId: string }>
  | E<'DiscordanceResolved', { opinionId: string; how: 'consensus' | 'thirdOpinion'; by: string; noteTextId: string | null; /** Which reading a third opinion bears out. */ bearsOut?: 'first' | 'second' | 'neither'; /** Who confirmed a consensus; absent in events from before two had to. */ confirmedBy?: string }>
  /** One of the two who differ wrote down what they agreed; the other has not confirmed it yet. */
  | E<'ConsensusRecorded', { taskId: string; opinionId: string; by: string; confirmBy: string; noteTextId: string }>
  | E<'ThirdOpinionAsked', { taskId: string; thirdTaskId: string; personId: string | null; noteTextId: string | null }>
  /** A discipline of a hospital, or a named person of it, is asked for an opinion. `needed`: the board doesn't decide before it is there. */
  | E<'OpinionRequested', { taskId: string; discipline: Discipline; institutionId: string; personId: string | null; needed: boolean; by: string; questionTextId: string | null }>
  /** The opinion is not needed any more; its task ends. */
  | E<'OpinionRequestWithdrawn', { taskId: string; by: string; noteTextId: string | null }>
  | E<'ConflictDeclared', { personId: string }>
  // Discussion
  | E<'IncompleteFileAccepted', { by: string; reasonTextId: string | null }>
  /** A standard covers the case: it is listed, and not discussed. */
  | E<'StandardOfCareMarked', { by: string; standardTextId: string; /** Absent in events from before it could be named. */ guideline?: { readonly code: string; readonly edition: string } | null }>
  | E<'StandardOfCareUnmarked', { by: string }>
  | E<'CaseListed', { meetingId: string; manually: boolean }>
  | E<'CaseDelisted', { meetingId: string; cause: string }>
  | E<'CaseDeferred', { meetingId: string; cause: DeferralCause; outcomeId: string | null; noteTextId: string | null }>
  | E<'OutcomeRecorded', { outcome: Outcome }>
  // Recommendation
  | E<'SignatureGiven', { outcomeId: string; signature: Signature }>
  | E<'SignatureRefused', { outcomeId: string; by: string; reasonTextId: string | null }>
  /** `voided`: what was signed, by whom and when; absent in events from before it was kept. */
  | E<'SignaturesVoided', { outcomeId: string; because: string; voided?: readonly Signature[] }>
  /** The chair said that the recommendation holds although an opinion was amended. */
  | E<'OutcomeConfirmed', { outcomeId: string; by: string; noteTextId: string | null }>
  | E<'SignaturesCompleted', { outcomeId: string }>
  /** A reader asked for the letter in a language, or in plain words for the patient. */
  | E<'LetterAsked', { outcomeId: string; language: LetterLanguage; plain: boolean }>
  /** `plain`: the patient's version; absent in letters from before there was one. */
  | E<'LetterMade', { outcomeId: string; language: LetterLanguage; plain?: boolean; letter: LetterFile }>
  | E<'LetterSent', { outcomeId: string }>
  /** The letters that were sent no longer count; `opened` are persons who had opened one. */
  | E<'LetterRecalled', { outcomeId: string; reason: string; noteTextId: string | null; letters: Outcome['letter'] & object; opened: readonly string[] }>
  /** A copy of a letter that was called back was made, with that on each page; `of` is the original's hash. */
  | E<'LetterMarked', { outcomeId: string; of: string; copy: MarkedCopy }>
  | E<'LetterFailed', { outcomeId: string; code: string }>
  | E<'RecommendationAcknowledged', { outcomeId: string; by: string }>
  /** `because` and `explained` are absent in events from before they were asked. */
  | E<'PatientDecisionRecorded', { outcomeId: string; decision: 'accepted' | 'declined' | 'undecided'; by: string; reasonTextId: string | null; because?: PatientDecisionReason | null; explained?: Explained | null }>
  /** Of the same board, which then speaks again, or of another, to which the origin refers the case. */
  | E<'SecondOpinionAsked', { outcomeId: string; reason: SecondOpinionReason; where: 'sameBoard' | 'otherBoard'; by: string; noteTextId: string | null; /** Of another board: who brings it in. */ taskId?: string }>
  /** What was sent to the other board, and to whom. */
  | E<'SecondOpinionSent', { outcomeId: string; taskId: string; by: string; recipientTextId: string | null; noteTextId: string | null }>
  /** The other board's answer, or that none comes. */
  | E<'SecondOpinionReceived', { outcomeId: string; taskId: string; answer: SecondOpinionAnswer; by: string; noteTextId: string | null }>
  // Transfer
  | E<'TransferStarted', { transfer: Transfer }>
  | E<'TransferProgressed', { status: Transfer['status']; by: string; acceptingClinicianId?: string | null; plannedFor?: DateOnly | null; reason?: string | null; noteTextId: string | null; discrepancies?: readonly string[] }>
  // Follow-up and end
  | E<'FollowUpPlanned', { followUps: readonly FollowUp[] }>
  | E<'FollowUpAnswered', { day: number; answer: NonNullable<FollowUp['answer']>; because: NotCarriedOutBecause | null; noteTextId: string | null }>
  /** How the patient was at a planned visit. */
  | E<'FollowUpVisitRecorded', FollowUpVisit & { noteTextId: string | null }>
  // Waiting times
  /** A coded reason stops these waiting-time clocks. */
  | E<'WaitingTimePaused', { reason: WaitingPauseReason; clocks: readonly WaitingClockCode[]; noteTextId: string | null }>
  | E<'WaitingTimeResumed', Record<string, never>>
  /** The day on which the round's first treatment began; said again, it corrects. */
  | E<'FirstTreatmentRecorded', { on: DateOnly }>
  | E<'CaseHeld', { reason: string; resumeBy: DateOnly; noteTextId: string | null }>
  | E<'CaseResumed', Record<string, never>>
  | E<'CaseWithdrawn', { reason: string; noteTextId: string | null }>
  | E<'CaseClosed', { reason: ClosureReason; noteTextId: string | null }>
  | E<'CaseReopened', { reason: string; noteTextId: string | null }>;

export type CaseEventType = CaseEvent['type'];
export type CaseEventData = { readonly [Event in CaseEvent as Event['type']]: Event['data'] };
