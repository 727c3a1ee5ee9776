import { request } from '../api/http.js';
import { problemOf } from '../api/problem.js';
import { askSignIn } from '../api/sign-in-gate.js';
import type { ProposalDraftDto, ProposalVersionDto, SavedDto } from '../generated/types.gen.js';
import type { Server } from './proposal-line.js';

/** The draft of one case at one meeting over HTTP. A session that has ended is asked for again over the form; whoever closes that layer is asked at the next save. */
export function proposalServer(meetingId: string, caseId: string, personId: string): Server {
  const path = `/api/meetings/${meetingId}/cases/${caseId}/proposal`;
  return {
    read: () => request<ProposalDraftDto>(path),
    version: () => request<ProposalVersionDto>(`${path}/version`),
    save: async (draftId, seenVersion, answers) => {
      const put = () => request<SavedDto>(path, { method: 'PUT', headers: { 'idempotency-key': crypto.randomUUID() }, body: { draftId, seenVersion, answers, openedBy: personId } });
      try {
        return await put();
      } catch (error) {
        if (problemOf(error).status === 401 && await askSignIn('gone')) return put();
        throw error;
      }
    },
  };
}
