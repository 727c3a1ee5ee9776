import type { Proposal } from './proposal.js';

/** What was typed on this machine and has not reached the server: what it began from, what it is now, and since when it waits. */
export interface Unsent { base: Proposal; mine: Proposal; version: number; since: string }

/** Kept by person, so that nobody finds another's words, and only until they are sent (hazard H-42). */
const place = (personId: string, meetingId: string, caseId: string) => `consilium.proposal.${personId}.${meetingId}.${caseId}`;

export function unsentOf(personId: string, meetingId: string, caseId: string): Unsent | null {
  const kept = localStorage.getItem(place(personId, meetingId, caseId));
  return kept === null ? null : JSON.parse(kept) as Unsent;
}

export function keepUnsent(personId: string, meetingId: string, caseId: string, unsent: Unsent | null): void {
  if (unsent === null) localStorage.removeItem(place(personId, meetingId, caseId));
  else localStorage.setItem(place(personId, meetingId, caseId), JSON.stringify(unsent));
}
