import { openTasksOf, type Task } from '../tasks/task.js';
import { missingLetters, type LetterKey } from '../recommendations/letter-kinds.js';
import { lettersToMark } from '../recommendations/recalled-letters.js';
import type { CaseState, Opinion, Outcome } from './state.js';
import { stages, type Stage } from './stages.js';

/** The gates between stages, each once: the process asks them to know what is ready, the commands to refuse what is not. */
export const isOver = (state: CaseState): boolean => state.status === 'closed' || state.status === 'withdrawn' || state.status === 'rejected';
export const isActive = (state: CaseState, stage: Stage): boolean => state.stages[stage].status === 'active';
export const isLeft = (state: CaseState, stage: Stage): boolean => state.stages[stage].status === 'done' || state.stages[stage].status === 'skipped';
export const notStarted = (state: CaseState, stage: Stage): boolean => state.stages[stage].status === 'notStarted';
export const activeStages = (state: CaseState): readonly Stage[] => stages.filter((stage) => isActive(state, stage));

/** Opinions that were asked for, aren't there, and that the board does not decide without. */
export const opinionsNeeded = (state: CaseState): readonly Task[] => openTasksOf(state.tasks, 'opinion').filter((task) => task.about['needed'] !== undefined);

/** The newest version of each task's opinion, of this round only. */
export const currentOpinions = (state: CaseState): readonly Opinion[] => {
  const newest = new Map<string, Opinion>();
  for (const opinion of Object.values(state.opinions)) {
    if (opinion.round === state.round && opinion.version > (newest.get(opinion.taskId)?.version ?? 0)) newest.set(opinion.taskId, opinion);
  }
  return [...newest.values()];
};

export const currentOutcome = (state: CaseState): Outcome | null => {
  const outcome = state.currentOutcomeId === null ? undefined : state.outcomes[state.currentOutcomeId];
  return outcome !== undefined && outcome.round === state.round ? outcome : null;
};

export const readyForReviews = (state: CaseState): boolean => isLeft(state, 'intake') && notStarted(state, 'pathologyReview') && notStarted(state, 'imagingReview');

/**
 * Both review stages are left, each by its own opinion or by the chair's acceptance of an incomplete file: never a count of
 * arrivals. A major discordance must be resolved first, unless the chair accepted the file as it is.
 */
export const readyForDiscussion = (state: CaseState): boolean =>
  isLeft(state, 'pathologyReview') && isLeft(state, 'imagingReview') && notStarted(state, 'discussion')
  && (openTasksOf(state.tasks, 'resolveDiscordance').length === 0 || state.incompleteFileAcceptedBy !== null);

/** In discussion, not decided, on no agenda, and not waiting for somebody to plan a meeting. */
export const readyForListing = (state: CaseState): boolean =>
  isActive(state, 'discussion') && state.listed === null && currentOutcome(state) === null && openTasksOf(state.tasks, 'scheduleMeeting').length === 0;

export const readyForRecommendation = (state: CaseState): boolean =>
  isActive(state, 'discussion') && notStarted(state, 'recommendation') && currentOutcome(state)?.kind === 'recommendation';

/** Every signature asked for is given: by the tasks that ask for them, so none counts twice. */
export const readyToCompleteSignatures = (state: CaseState): boolean => {
  const outcome = currentOutcome(state);
  const asked = signTasks(state).filter((task) => task.status !== 'failed');
  // a task that was done before signatures were voided has no signature any more
  const given = outcome?.signatures.map(({ discipline }): string => discipline) ?? [];
  return isActive(state, 'recommendation') && outcome !== null && !outcome.signaturesComplete && asked.length > 0 && asked.every((task) => task.status === 'completed' && given.includes(task.about['discipline'] ?? ''));
};
export const signTasks = (state: CaseState) => Object.values(state.tasks).filter((task) => task.kind === 'sign' && task.about['outcomeId'] === state.currentOutcomeId);

/** What is signed, told and followed up: a recommendation, or a standard that the chair signed off in words. */
const isAdvice = ({ kind, texts }: Outcome): boolean => kind === 'recommendation' || (kind === 'coveredByStandard' && texts['proposal'] !== undefined);

/** A recommendation that letters can be made of: while it is signed and answered, and afterwards, for who asks for another language. */
export const hasLetters = (state: CaseState, outcome: Outcome): boolean => isAdvice(outcome) && (isActive(state, 'recommendation') || outcome.signaturesComplete);

/** Letters to be made now: drafts while signatures are given, signed ones after the last. None while somebody looks after a failure, or names who gets them. */
export const lettersToMake = (state: CaseState): readonly LetterKey[] => {
  const outcome = currentOutcome(state);
  const waits = outcome === null || !hasLetters(state, outcome) || openTasksOf(state.tasks, 'sendLetter').length > 0 || (outcome.signaturesComplete && openTasksOf(state.tasks, 'nameAddressee').length > 0);
  return waits ? [] : missingLetters(outcome);
};
/** Letters to be made, or copies that say that a letter was called back. */
export const readyForLetters = (state: CaseState): boolean => lettersToMake(state).length > 0 || lettersToMark(state).length > 0;

/** Advised, wanted by the patient, and the recommendation is through. */
export const readyForTransfer = (state: CaseState): boolean => {
  const outcome = currentOutcome(state);
  return isLeft(state, 'recommendation') && notStarted(state, 'transfer') && outcome !== null && outcome.advisesTransferTo !== null && outcome.patientDecision === 'accepted';
};

export const readyForFollowUp = (state: CaseState): boolean =>
  notStarted(state, 'followUp') && !notStarted(state, 'recommendation') && currentOutcome(state)?.acknowledgedAt != null;
