/** Why a waiting-time clock may stand still, after NHS England's adjustments: only what the patient chose or missed. A hospital's own want of room, people or papers never stops one. */
export const waitingPauseReasons = ['didNotAttend', 'declinedReasonableOffer', 'patientAskedToWait'] as const;
export type WaitingPauseReason = (typeof waitingPauseReasons)[number];

export const waitingClockCodes = ['referralToDiagnosis', 'decisionToTreatment', 'referralToTreatment'] as const;
export type WaitingClockCode = (typeof waitingClockCodes)[number];

/** A waiting-time clock of a board, in calendar days of the board's zone: day 0 is the day it starts. */
export interface WaitingClockDefinition {
  readonly code: WaitingClockCode;
  /** Within so many days; the day after is a breach. */
  readonly days: number;
  readonly from: 'referral' | 'decision';
  readonly to: 'diagnosis' | 'treatment';
  /** Shares of `days` from which it is amber and red. */
  readonly amber: number;
  readonly red: number;
  /** Reasons that stop it; any other stops nothing. */
  readonly pausedBy: readonly WaitingPauseReason[];
}
