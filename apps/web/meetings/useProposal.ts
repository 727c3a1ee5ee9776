import { useState } from 'react';
import { emptyProposal, type Proposal } from './proposal.js';

const place = (meetingId: string, caseId: string) => `consilium.proposal.${meetingId}.${caseId}`;

/** What is typed for a case stays in this tab over reloads, steps to another case and a broken line, until it is recorded. */
export function useProposal(meetingId: string, caseId: string, laterality: string | null) {
  const key = place(meetingId, caseId);
  const [typed, setTyped] = useState<Proposal>(() => {
    const kept = sessionStorage.getItem(key);
    return kept === null ? emptyProposal(laterality) : { ...emptyProposal(laterality), ...JSON.parse(kept) as Partial<Proposal> };
  });
  const change = (part: Partial<Proposal>) => setTyped((before) => {
    const next = { ...before, ...part };
    sessionStorage.setItem(key, JSON.stringify(next));
    return next;
  });
  const forget = () => sessionStorage.removeItem(key);
  return { typed, change, forget };
}
