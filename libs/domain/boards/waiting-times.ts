import type { WaitingClockDefinition } from '../waiting/definition.js';

/**
 * 28 days from referral to diagnosis, 31 from the decision to treatment, 62 from referral to treatment [NHS England, cancer waiting times];
 * amber at 75 %, red at 90 % (ours). What pauses which [after its guidance]: a first appointment missed, a reasonable offer of treatment declined.
 */
export const defaultWaitingTimes: readonly WaitingClockDefinition[] = [
  { code: 'referralToDiagnosis', days: 28, from: 'referral', to: 'diagnosis', amber: 0.75, red: 0.9, pausedBy: ['didNotAttend'] },
  { code: 'decisionToTreatment', days: 31, from: 'decision', to: 'treatment', amber: 0.75, red: 0.9, pausedBy: ['declinedReasonableOffer', 'patientAskedToWait'] },
  { code: 'referralToTreatment', days: 62, from: 'referral', to: 'treatment', amber: 0.75, red: 0.9, pausedBy: ['didNotAttend', 'declinedReasonableOffer', 'patientAskedToWait'] },
];
