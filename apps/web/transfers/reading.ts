import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { PersonPageDto, TransferDto, TransferPageDto } from '../generated/types.gen.js';

/** Query names that a change of a transfer makes old; commands name them in `invalidates`. */
export const transferQueries = ['transfer', 'transfers', 'case', 'cases', 'history', 'inbox', 'task'] as const;

/** Transfers that run (with `ended` also those that are over), the newest first, page by page. */
export function useTransfers(ended: boolean) {
  return useInfiniteQuery({
    queryKey: ['transfers', ended], placeholderData: keepPreviousData, meta: { live: 'any' }, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<TransferPageDto>(`/api/transfers?limit=50${ended ? '&ended=true' : ''}${pageParam === '' ? '' : `&after=${pageParam}`}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** The transfer of a case with both checklists. */
export function useTransfer(caseId: string) {
  return useQuery({ queryKey: ['transfer', caseId], queryFn: ({ signal }) => request<TransferDto>(`/api/cases/${caseId}/transfer`, { signal }) });
}

/** People of a hospital, to name one of them. */
export function useStaff(institutionId: string) {
  return useQuery({ queryKey: ['people', 'of', institutionId], queryFn: ({ signal }) => request<PersonPageDto>(`/api/people?institutionId=${institutionId}&limit=200`, { signal }) });
}
