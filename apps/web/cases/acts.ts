/** What can be done to a case from its menu: where it is sent, which coded reasons there are, whether words are needed. */
export interface CaseAct {
  path: string;
  /** Catalogue prefix of the codes' words, and the codes. */
  codes?: { words: string; of: readonly string[] };
  needsWords?: boolean;
  /** Asks for a date, sent as this field: until when it holds, or when it was. */
  date?: { field: string; label: string; past?: boolean };
  danger?: boolean;
  /** Asks by which guideline, where one is named. */
  guideline?: boolean;
  /** The field that the words are sent as; null where none are asked for. */
  words: 'note' | 'reason' | null;
}

export const caseActs = {
  resumeCase: { path: 'resume', words: 'note' },
  holdCase: { path: 'hold', words: 'note', date: { field: 'resumeBy', label: 'cases.resumeBy' }, codes: { words: 'lists.holdReason', of: ['awaitingPatient', 'awaitingFunding', 'intercurrentIllness', 'treatmentRunning', 'other'] } },
  pauseWaitingTime: { path: 'waiting-time/pause', words: 'note', codes: { words: 'lists.waitingPauseReason', of: ['didNotAttend', 'declinedReasonableOffer', 'patientAskedToWait'] } },
  resumeWaitingTime: { path: 'waiting-time/resume', words: null },
  recordFirstTreatment: { path: 'first-treatment', words: null, date: { field: 'on', label: 'waiting.treatedOn', past: true } },
  markStandardOfCare: { path: 'standard-of-care', words: 'reason', needsWords: true, guideline: true },
  unmarkStandardOfCare: { path: 'standard-of-care/undo', words: null },
  acceptIncompleteFile: { path: 'accept-incomplete-file', words: 'reason', needsWords: true },
  openNewRound: { path: 'new-round', words: 'note', codes: { words: 'cases.newRoundReason', of: ['recurrence', 'newInformation', 'conditionNotMet', 'notFeasible', 'other'] } },
  closeCase: { path: 'close', words: 'note', danger: true, codes: { words: 'lists.closureReason', of: ['carriedOutHere', 'transferred', 'treatedLocally', 'treatedElsewhere', 'declinedByPatient', 'unfit', 'visaRefused', 'noFunds', 'died', 'lostContact', 'referredOn', 'enteredInError'] } },
  reopenCase: { path: 'reopen', words: 'note', needsWords: true, codes: { words: 'cases.reopenReason', of: ['newInformation', 'recurrence', 'closedInError', 'other'] } },
  withdrawCase: { path: 'withdraw', words: 'note', danger: true, codes: { words: 'lists.withdrawReason', of: ['patientsWish', 'referrersDecision', 'consentWithdrawn', 'died', 'enteredInError', 'other'] } },
} as const satisfies Record<string, CaseAct>;

export type CaseActName = keyof typeof caseActs;
export const isCaseAct = (name: string): name is CaseActName => name in caseActs;

/** What somebody may do, from a list of answers; undefined where the act isn't theirs at all. */
export function mayOf<M extends { action: string; because?: string }>(may: readonly M[], action: string): M | undefined {
  const found = may.find((each) => each.action === action);
  return found && !['ACCESS.NOT_ALLOWED', 'ACCESS.NOT_FOUND'].includes(found.because ?? '') ? found : undefined;
}

/** Whether somebody may give the task away in this way: asked of the server with its very owner as the receiver, that alone stands against it. */
export const gives = (may: readonly { action: string; allowed: boolean; because?: string }[], action: string): boolean =>
  may.some((each) => each.action === action && (each.allowed || each.because === 'TASK.OWNED_ALREADY'));

/** Whether it can be done now. */
export const allows = (may: readonly { action: string; allowed: boolean }[], action: string): boolean => may.some((each) => each.action === action && each.allowed);
