import type { CaseState } from '../cases/state.js';
import type { Offer } from './task.js';

/** Work that weighs evidence: who is in conflict of interest for the case never does it. Keeping the case moving is not: its only case manager goes on. */
export const weighs = (offer: Pick<Offer, 'role'>): boolean => offer.role === 'specialist' || offer.role === 'chair';
export const inConflict = (state: Pick<CaseState, 'conflicts'>, offer: Pick<Offer, 'role'>, personId: string): boolean => weighs(offer) && state.conflicts.includes(personId);
