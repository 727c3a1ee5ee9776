import type { CaseEventType } from '#domain';
import type { HistoryKind } from './history.dto.js';

/** What each event is about, for the history's filter; a new event type without a kind does not compile. */
const kinds: Readonly<Record<CaseEventType, HistoryKind>> = {
  ReferralOpened: 'intake', ReferralAmended: 'intake', MovedToBoardVersion: 'case', DataSetAnswered: 'intake', ConsentRecorded: 'intake', ConsentWithdrawn: 'intake', ReferralSubmitted: 'intake', ReferralReturned: 'intake',
  InformationAnswered: 'intake', ReferralAccepted: 'intake', IntakeOverridden: 'intake', ReferralRejected: 'intake',
  TranslationAttached: 'documents', TranslationVerified: 'documents', ThirdOpinionAsked: 'reviews', StandardOfCareMarked: 'discussion', StandardOfCareUnmarked: 'discussion',
  ItemRequested: 'intake', ItemChased: 'intake',
  DocumentAdded: 'documents', DocumentRemoved: 'documents', LetterMade: 'documents', LetterAsked: 'documents', LetterSent: 'recommendation', LetterRecalled: 'recommendation', LetterMarked: 'documents', SecondOpinionAsked: 'recommendation', SecondOpinionSent: 'recommendation', SecondOpinionReceived: 'recommendation', OutcomeConfirmed: 'recommendation', LetterFailed: 'recommendation',
  StageEntered: 'case', StageLeft: 'case', RoundOpened: 'case', CaseHeld: 'case', CaseResumed: 'case', CaseWithdrawn: 'case', CaseClosed: 'case', CaseReopened: 'case',
  TaskCreated: 'tasks', TaskClaimed: 'tasks', TaskAssigned: 'tasks', TaskReleased: 'tasks', TaskDeclined: 'tasks', TaskCompleted: 'tasks', TaskCancelled: 'tasks', TaskPaused: 'tasks', TaskResumed: 'tasks', TaskReopened: 'tasks',
  TaskHandOverOffered: 'tasks', TaskHandOverAccepted: 'tasks', TaskHandOverRefused: 'tasks', TaskHandOverTakenBack: 'tasks', TaskDelegated: 'tasks', TaskReturned: 'tasks', TaskTakenBack: 'tasks', TaskKept: 'tasks', TaskSuspended: 'tasks', TaskSuspensionEnded: 'tasks',
  WaitingTimePaused: 'time', WaitingTimeResumed: 'time', FirstTreatmentRecorded: 'time',
  MarkFired: 'time', EscalationAcknowledged: 'time', EscalationPassedOn: 'time', MarkPassedOver: 'time', DeadlinesReplanned: 'time',
  OpinionSigned: 'reviews', OpinionAmended: 'reviews', MaterialRequested: 'reviews', MaterialSupplied: 'reviews', DiscordanceResolved: 'reviews', ConsensusRecorded: 'reviews', OpinionRequested: 'reviews', OpinionRequestWithdrawn: 'reviews', ConflictDeclared: 'discussion',
  IncompleteFileAccepted: 'discussion', CaseListed: 'discussion', CaseDelisted: 'discussion', CaseDeferred: 'discussion', OutcomeRecorded: 'discussion',
  SignatureGiven: 'recommendation', SignatureRefused: 'recommendation', SignaturesVoided: 'recommendation', SignaturesCompleted: 'recommendation', RecommendationAcknowledged: 'recommendation', PatientDecisionRecorded: 'recommendation',
  TransferStarted: 'transfer', TransferProgressed: 'transfer', FollowUpPlanned: 'followUp', FollowUpAnswered: 'followUp', FollowUpVisitRecorded: 'followUp',
};
const isKnown = (type: string): type is CaseEventType => Object.hasOwn(kinds, type);

export const kindOfEvent = (type: string): HistoryKind => (isKnown(type) ? kinds[type] : 'case');
export const typesOfKind = (kind: HistoryKind): string[] => Object.entries(kinds).filter(([, each]) => each === kind).map(([type]) => type);
