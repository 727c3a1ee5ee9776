import type { DateOnly, Instant, PartialDate } from '../core/instant.js';
import type { Discipline } from '../core/actor.js';
import type { Urgency } from '../boards/definition.js';
import type { OwedTasks } from '../people/institution.js';
import type { FormAnswers } from '../forms/definition.js';
import type { ClosureReason, ConsentPurpose, DeclineReason, DeferralCause, DiscordanceGrade, Intent, LetterRecallReason, Modality, NotCarriedOutBecause, OverrideCode, PatientDecisionReason, RequestedOf, RequestEnd, SecondOpinionAnswer, SecondOpinionReason, SuspendReason } from './lists.js';
import type { Explained, Feasible, FollowUpVisit, ItemState, PendingResult, TreatmentSource } from './state.js';
import type { LetterLanguage } from '../recommendations/letter-kinds.js';
import type { ReplanCause } from '../tasks/replan.js';

/**
 * The data of every command on a case, by name. Clinical words are not in here: they come as the command's `texts`
 * (named in the comment), stored in rows of their own. Every task command's `seenVersion` is the task's version.
 */
export interface CaseCommandData {
  // Intake. texts: question (openReferral, amendReferral), note/reason elsewhere
  openReferral: { number: string; boardId: string; tumorType: string; urgency: Urgency; patientId: string; originInstitutionId: string; referrerId: string | null; referralDraftId: string };
  amendReferral: { urgency?: Urgency; tumorType?: string; referrerId?: string | null; patientFields?: readonly string[] };
  /** One missing item of the data set, or the papers of one earlier treatment. texts: source (of `outside`), note */
  requestItem: { item: string | null; treatment: TreatmentSource | null; of: RequestedOf; personId: string | null; neededForMeeting: boolean };
  chaseItem: { taskId: string };
  /** It is on its way or here in another way than by form or document. text: note */
  answerItem: { taskId: string };
  cancelItemRequest: { taskId: string; reason: RequestEnd };
  /** The door read the draft's newest version; `items` is computed from it and the documents. */
  answerDataSet: { draftId: string };
  /** `answers`: the request that it answers. */
  addDocument: { documentId: string; fileId: string; kind: string; language: string; sha256: string; answers?: string | null };
  removeDocument: { documentId: string; reason: 'wrongPatient' | 'duplicate' | 'wrongKind' | 'other' };
  attachTranslation: { documentId: string; ofId: string; how: 'machine' | 'person'; translatorId: string | null };
  verifyTranslation: { documentId: string };
  recordConsent: { purpose: ConsentPurpose; until: DateOnly | null; fileId: string | null; byGuardian: boolean };
  withdrawConsent: { purpose: ConsentPurpose };
  submitReferral: { emergencyBegunBy: readonly string[] | null };
  returnReferral: { items: readonly string[] };
  answerReturn: Record<string, never>;
  acceptReferral: Record<string, never>;
  overrideIntake: { code: OverrideCode };
  rejectReferral: { reason: string };
  withdrawCase: { reason: string };
  holdCase: { reason: string; resumeBy: DateOnly };
  resumeCase: Record<string, never>;
  pauseWaitingTime: { reason: string };
  resumeWaitingTime: Record<string, never>;
  recordFirstTreatment: { on: DateOnly };
  /** texts: reason. `fromVersion` is the version that was on the screen. */
  moveToBoardVersion: { boardId: string; fromVersion: number; toVersion: number };
  closeCase: { reason: ClosureReason };
  reopenCase: { reason: string };
  openNewRound: { reason: string };
  // Tasks
  claimTask: { taskId: string };
  acknowledgeEscalation: { taskId: string; mark: string };
  /** The process: an escalation could not be sent to this person. */
  passOnEscalation: { taskId: string; mark: string; personId: string };
  assignTask: { taskId: string; ownerId: string };
  releaseTask: { taskId: string };
  declineTask: { taskId: string; reason: DeclineReason };
  handOverTask: { taskId: string; toId: string };
  acceptHandOver: { taskId: string };
  refuseHandOver: { taskId: string; reason: DeclineReason };
  delegateTask: { taskId: string; toId: string };
  returnTask: { taskId: string };
  takeBackTask: { taskId: string };
  suspendTask: { taskId: string; reason: SuspendReason; until: DateOnly };
  resumeTask: { taskId: string };
  /** The process: who owns tasks is away, gone or no longer in their post. */
  handOnTasks: { personId: string; because: OwedTasks['because'] };
  // Reviews: the form's draft is signed as it was seen (draft version in `seenDraftVersion`)
  signReview: { taskId: string; draftId: string; seenDraftVersion: number; discordance: DiscordanceGrade | null };
  amendOpinion: { opinionId: string; draftId: string; seenDraftVersion: number; discordance: DiscordanceGrade | null };
  requestMaterial: { taskId: string; items: readonly string[]; pausesClock: boolean };
  supplyMaterial: { taskId: string };
  resolveDiscordance: { taskId: string; how: 'consensus' | 'thirdOpinion' };
  /** texts: opinionQuestion */
  requestOpinion: { discipline: Discipline; institutionId: string; personId: string | null; needed: boolean };
  withdrawOpinionRequest: { taskId: string };
  /** `textId`: the wording that was on the screen. */
  confirmConsensus: { taskId: string; textId: string };
  askThirdOpinion: { taskId: string; personId: string | null };
  giveThirdOpinion: { taskId: string; bearsOut: 'first' | 'second' | 'neither' };
  declareConflict: { personId: string };
  // Discussion
  acceptIncompleteFile: Record<string, never>;
  /** text: standard */
  markStandardOfCare: { guideline?: { readonly code: string; readonly edition: string } | null };
  unmarkStandardOfCare: Record<string, never>;
  /** text: proposal, the standard as it was on the screen */
  /** `guideline`: as it was on the screen, as the words are. */
  signOffStandardOfCare: { meetingId: string; guideline?: { readonly code: string; readonly edition: string } | null };
  listForMeeting: { meetingId: string };
  /** The process at a meeting's freeze: what the file misses is told. */
  warnOfFreeze: { meetingId: string };
  delistFromMeeting: { meetingId: string; cause: string };
  /** texts: proposal, rationale, offGuidelineReason, conditions, alternative, dissent:<personId>, abstention:<personId>; of the n-th option option:n, optionFor:n, optionAgainst:n; of the n-th pending result pending:n, pendingChanges:n */
  recordRecommendation: { optionsWeighed?: number; feasibleAtOrigin?: Feasible; pendingResults?: readonly PendingResult[]; meetingId: string; intent: Intent; modalities: readonly Modality[]; laterality: string | null; guideline: { code: string; edition: string } | 'offGuideline'; responsibleId: string; dueDate: DateOnly; advisesTransferTo: string | null; dissents: readonly string[]; abstentions: readonly string[] };
  deferCase: { meetingId: string; cause: DeferralCause };
  recordOtherOutcome: { meetingId: string; kind: 'coveredByStandard' | 'referredToOtherBoard' | 'discussAgainByDate'; againBy: DateOnly | null };
  /** What a deferral named is there now, or out of the way. */
  settleDeferralCause: { taskId: string };
  // Recommendation
  signRecommendation: { outcomeId: string; seenTextHash: string };
  refuseSignature: { outcomeId: string };
  askForLetter: { outcomeId: string; language: LetterLanguage; plain: boolean };
  attachLetter: { outcomeId: string; language: LetterLanguage; plain?: boolean; fileId: string; sha256: string; signed: boolean };
  /** A copy of a letter that was called back, which says so on each page. `of`: the original's hash. */
  attachMarkedLetter: { outcomeId: string; of: string; fileId: string; sha256: string; replacedAt: Instant | null };
  failLetter: { outcomeId: string; code: string };
  /** Somebody looked after a letter that could not be made: the process tries again. */
  retryLetter: { taskId: string };
  /** A letter that was sent is called back. texts: note */
  recallLetter: { outcomeId: string; reason: LetterRecallReason; next: 'newLetter' | 'discussAgain' };
  /** The referring clinician left before the letter was made: who gets it. */
  nameAddressee: { taskId: string; personId: string };
  /** An opinion was amended after the decision: it holds, or the board speaks again. texts: note */
  confirmOutcome: { taskId: string };
  discussOutcomeAgain: { taskId: string };
  acknowledgeRecommendation: { outcomeId: string };
  recordPatientDecision: { outcomeId: string; decision: 'accepted' | 'declined' | 'undecided'; because?: PatientDecisionReason | null; explained?: Explained | null };
  /** texts: note */
  /** What was sent to the other board. texts: recipient, note */
  sendSecondOpinion: { taskId: string };
  /** texts: note */
  recordSecondOpinion: { taskId: string; answer: SecondOpinionAnswer };
  askSecondOpinion: { outcomeId: string; reason: SecondOpinionReason; where: 'sameBoard' | 'otherBoard' };
  // Transfer
  sendTransfer: Record<string, never>;
  progressTransfer: { to: 'delivered' | 'opened' };
  acceptTransfer: { acceptingClinicianId: string; plannedFor: DateOnly | null };
  refuseTransfer: { reason: string };
  completeTransferItem: { taskId: string; expiresOn: DateOnly | null; fileId: string | null };
  recordDeparture: { on: DateOnly };
  recordArrival: { condition: 'asExpected' | 'worse' | 'better'; discrepancies: readonly string[] };
  takeOver: Record<string, never>;
  endTransfer: { cause: 'declined' | 'unfitToTravel' | 'visaRefused' | 'noFunds' | 'treatedLocally' | 'died' };
  // Follow-up
  answerFollowUp: { taskId: string; answer: 'yes' | 'partly' | 'otherwise' | 'no'; because: NotCarriedOutBecause | null };
  /** texts: note */
  recordFollowUpVisit: { taskId: string } & Omit<FollowUpVisit, 'month'>;
  // The process
  startReviews: { round: number };
  enterDiscussion: { round: number };
  listOnNextMeeting: { round: number };
  enterRecommendation: { round: number };
  completeSignatures: { round: number };
  enterTransfer: { round: number };
  enterFollowUp: { round: number };
  finishCase: { round: number };
  /** Looks at every mark due by `now`: fires what still matters, collapsed, and passes over the rest. NOT_YET_DUE carries how many ms to wait. */
  runDue: { dueAt: string };
  /** Plans every open deadline anew after a change of what it was computed with. `policyVersion`: moves the case to that board version's ladders. */
  replanDeadlines: { cause: ReplanCause; policyVersion?: number };
}
export type CaseCommandName = keyof CaseCommandData;

/** Prior treatments are rows of the referral form (`priorTreatments`): country, institution, from, to, kind, regimen, result, document. */
export interface PriorTreatment { readonly country: string; readonly institution: string; readonly from: PartialDate | null; readonly to: PartialDate | null; readonly kind: string; readonly document: 'present' | 'requested' | 'none' }
export interface DisciplineAndPerson { readonly discipline: Discipline; readonly personId: string }
export type { FormAnswers, ItemState };
