import type { Instant } from '../core/instant.js';
import type { ConsentPurpose } from './lists.js';
import type { CaseState } from './state.js';

/** Care always; sharing across borders where the host is another hospital than the origin. Registry and research never stop care. */
export const neededConsents = (state: Pick<CaseState, 'originInstitutionId' | 'hostInstitutionId'>): readonly ConsentPurpose[] =>
  (state.originInstitutionId === state.hostInstitutionId ? ['care'] : ['care', 'sharingAcrossBorders']);

export const isInForce = (state: CaseState, purpose: ConsentPurpose, now: Instant): boolean => {
  const consent = state.consents[purpose];
  return consent !== undefined && consent.withdrawnAt === null && (consent.validUntil === null || now <= consent.validUntil);
};

export const missingConsents = (state: CaseState, now: Instant): readonly ConsentPurpose[] => neededConsents(state).filter((purpose) => !isInForce(state, purpose, now));
