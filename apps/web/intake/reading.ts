import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { ReferralChoicesDto, ReferralViewDto } from '../generated/types.gen.js';

/** The referral with its form, answers and completeness. */
export function useReferral(caseId: string) {
  return useQuery({ queryKey: ['referral', caseId], queryFn: ({ signal }) => request<ReferralViewDto>(`/api/cases/${caseId}/referral`, { signal }) });
}

/** What a new referral can be. */
export function useReferralChoices() {
  return useQuery({ queryKey: ['referral-choices'], staleTime: 60_000, queryFn: ({ signal }) => request<ReferralChoicesDto>('/api/referrals/choices', { signal }) });
}
