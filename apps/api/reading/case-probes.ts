import { currentOutcome, isOpen, isReview, letterKey, letterKinds, openTasks, sentLetters, type CaseState, type Task } from '#domain';
import { probe, type Probe } from './may.js';

const unknownId = '00000000-0000-4000-8000-000000000000';
const inAWeek = (now: string): string => new Date(Date.parse(now) + 7 * 86_400_000).toISOString().slice(0, 10);

/** Actions on the case itself. */
export function caseProbes(state: CaseState, now: string): Probe[] {
  const meetingId = state.listed?.meetingId ?? unknownId;
  return [
    probe('amendReferral', { urgency: state.urgency === 'routine' ? 'urgent' : 'routine' }),
    probe('answerDataSet', { draftId: state.referralDraftId }),
    probe('recordConsent', { purpose: 'registry', until: null, fileId: null, byGuardian: false }),
    probe('submitReferral', { emergencyBegunBy: null }), probe('returnReferral', { items: Object.keys(state.items).slice(0, 1) }), probe('answerReturn', {}),
    probe('acceptReferral', {}), probe('overrideIntake', { code: 'exceptionalUrgency' }), probe('rejectReferral', { reason: 'notForThisBoard' }),
    probe('withdrawCase', { reason: 'patientsWish' }), probe('holdCase', { reason: 'awaitingPatient', resumeBy: inAWeek(now) }), probe('resumeCase', {}),
    probe('closeCase', { reason: 'treatedLocally' }), probe('reopenCase', { reason: 'newInformation' }), probe('openNewRound', { reason: 'newInformation' }),
    probe('pauseWaitingTime', { reason: 'patientAskedToWait' }), probe('resumeWaitingTime', {}), probe('recordFirstTreatment', { on: now.slice(0, 10) }),
    probe('requestOpinion', { discipline: 'surgery', institutionId: state.hostInstitutionId, personId: null, needed: false }),
    probe('markStandardOfCare', {}), probe('unmarkStandardOfCare', {}),
    probe('acceptIncompleteFile', {}), probe('delistFromMeeting', { meetingId, cause: 'other' }),
    ...consentProbes(state), ...documentProbes(state), ...transferProbes(state, now),
  ];
}

const consentProbes = (state: CaseState): Probe[] =>
  Object.values(state.consents).filter((consent) => consent !== undefined && consent.withdrawnAt === null).slice(0, 1).map((consent) => probe('withdrawConsent', { purpose: consent.purpose }));

const documentProbes = (state: CaseState): Probe[] => {
  const [document] = Object.values(state.documents).filter(({ removedAt }) => removedAt === null);
  const fresh = { documentId: unknownId, fileId: unknownId, kind: 'other', language: 'en', sha256: '0'.repeat(64) };
  const translated = Object.values(state.documents).find((one) => one.removedAt === null && one.translation !== undefined && one.translation.verified === null);
  return [...(translated ? [probe('verifyTranslation', { documentId: translated.id })] : []), ...(document ? [probe('attachTranslation', { documentId: document.id, ofId: document.id, how: 'machine', translatorId: null })] : []), probe('addDocument', fresh), ...(document ? [probe('removeDocument', { documentId: document.id, reason: 'other' })] : [])];
};

export function transferProbes(state: CaseState, now: string): Probe[] {
  if (state.transfer === null) return [];
  const today = now.slice(0, 10);
  return [
    probe('sendTransfer', {}), probe('progressTransfer', { to: state.transfer.status === 'sent' ? 'delivered' : 'opened' }), probe('acceptTransfer', { acceptingClinicianId: state.transfer.acceptingClinicianId ?? unknownId, plannedFor: null }),
    probe('refuseTransfer', { reason: 'other' }), probe('recordDeparture', { on: today }), probe('recordArrival', { condition: 'asExpected', discrepancies: [] }), probe('takeOver', {}), probe('endTransfer', { cause: 'declined' }),
  ];
}

/** `addressee`: somebody who could get the letter, where its referrer left. */
export function outcomeProbes(state: CaseState, addressee: string | null = null): Probe[] {
  const outcome = currentOutcome(state);
  if (outcome === null) return [];
  const outcomeId = outcome.id;
  const anotherLetter = letterKinds.filter((kind) => ![...sentLetters, ...(outcome.lettersAsked ?? [])].includes(letterKey(kind))).slice(0, 1);
  return [
    probe('signRecommendation', { outcomeId, seenTextHash: outcome.textHash }), probe('refuseSignature', { outcomeId }),
    probe('askSecondOpinion', { outcomeId, reason: 'patientsWish', where: 'otherBoard' }), probe('recallLetter', { outcomeId, reason: 'wording', next: 'newLetter' }), ...openTasks(state.tasks).flatMap(({ id: taskId, kind }) => (kind === 'confirmOutcome' ? [probe('confirmOutcome', { taskId }), probe('discussOutcomeAgain', { taskId })] : kind === 'secondOpinion' ? [probe('sendSecondOpinion', { taskId }), probe('recordSecondOpinion', { taskId, answer: 'agrees' })] : kind === 'nameAddressee' && addressee !== null ? [probe('nameAddressee', { taskId, personId: addressee })] : [])),
    ...anotherLetter.map((kind) => probe('askForLetter', { outcomeId, ...kind })), probe('acknowledgeRecommendation', { outcomeId }), probe('recordPatientDecision', { outcomeId, decision: 'accepted' }),
  ];
}

/** Actions on a task; whom it could be assigned to is asked with `someone`, a person of its pool. */
export function taskProbes(task: Task, someone: string | null, now: string): Probe[] {
  if (!isOpen(task)) return [];
  const taskId = task.id;
  const common = [probe('claimTask', { taskId }, task.version), probe('releaseTask', { taskId }, task.version), probe('declineTask', { taskId, reason: 'other' }, task.version), ...(someone === null ? [] : [probe('assignTask', { taskId, ownerId: someone }, task.version), probe('handOverTask', { taskId, toId: someone }, task.version), probe('delegateTask', { taskId, toId: someone }, task.version)])];
  return [...common, ...arrangedProbes(task, now), ...workProbes(task)];
}

/** What follows from what was arranged about it, or may be. */
function arrangedProbes({ id: taskId, version, handOver, actingFor, suspended }: Task, now: string): Probe[] {
  return [
    ...(handOver == null ? [] : [probe('acceptHandOver', { taskId }, version), probe('refuseHandOver', { taskId, reason: 'other' }, version)]),
    ...(actingFor == null ? [] : [probe('returnTask', { taskId }, version)]), ...(actingFor == null && handOver == null ? [] : [probe('takeBackTask', { taskId }, version)]),
    suspended == null ? probe('suspendTask', { taskId, reason: 'other', until: inAWeek(now) }, version) : probe('resumeTask', { taskId }, version),
  ];
}

/** The act that completes a task, where it is one command. */
function workProbes(task: Task): Probe[] {
  const taskId = task.id;
  if (task.kind === 'opinion') return [probe('requestMaterial', { taskId, items: ['report'], pausesClock: false }), probe('withdrawOpinionRequest', { taskId }, task.version)];
  if (isReview(task.kind)) return [probe('requestMaterial', { taskId, items: ['slides'], pausesClock: false })];
  switch (task.kind) {
    case 'supplyItem': return [probe('answerItem', { taskId }), probe('chaseItem', { taskId }), probe('cancelItemRequest', { taskId, reason: 'other' })];
    case 'supplyMaterial': return [probe('supplyMaterial', { taskId })];
    case 'thirdOpinion': return [probe('giveThirdOpinion', { taskId, bearsOut: 'first' })];
    case 'resolveDiscordance': return [probe('askThirdOpinion', { taskId, personId: null }), probe('resolveDiscordance', { taskId, how: 'consensus' })];
    case 'removeDeferralCause': return [probe('settleDeferralCause', { taskId })];
    case 'sendLetter': return [probe('retryLetter', { taskId })];
    case 'transferItem': return [probe('completeTransferItem', { taskId, expiresOn: null, fileId: null })];
    case 'answerFollowUp': return [probe('answerFollowUp', { taskId, answer: 'yes', because: null })];
    case 'followUpVisit': return [probe('recordFollowUpVisit', { taskId, carriedOut: true, because: null, status: 'notKnown', localRecurrence: 'notKnown', distantRecurrence: 'notKnown', ecog: null, msts: null })];
    default: return [];
  }
}
