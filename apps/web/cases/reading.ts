import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { CaseBoardDto, CaseForecastDto, CasePageDto, CaseViewDto, HistoryPageDto, TaskViewDto } from '../generated/types.gen.js';
import { queryOf, type CaseFilters } from './filters.js';

/** Query names that a change of a case makes old; commands name them in `invalidates`. */
export const caseQueries = ['cases', 'case', 'history', 'referral', 'inbox', 'task'] as const;

/** The board: columns with counts, each with its first cards. Asked again when any case changes. */
export function useCaseBoard(filters: CaseFilters, enabled: boolean) {
  return useQuery({
    queryKey: ['cases', 'board', filters], enabled, placeholderData: keepPreviousData, meta: { live: 'any' },
    queryFn: ({ signal }) => request<CaseBoardDto>(`/api/cases/board${queryOf(filters)}`, { signal }),
  });
}

/** The same cases as rows, nearest due first, page by page. */
export function useCaseRows(filters: CaseFilters, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['cases', 'rows', filters], enabled, placeholderData: keepPreviousData, meta: { live: 'any' }, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<CasePageDto>(`/api/cases${queryOf({ ...filters, ...(pageParam === '' ? {} : { after: pageParam }) })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** One case with all that its screen shows. */
export function useCase(caseId: string, enabled = true) {
  return useQuery({ queryKey: ['case', caseId], enabled, queryFn: ({ signal }) => request<CaseViewDto>(`/api/cases/${caseId}`, { signal }) });
}

/** "Will it make Thursday?" with its reasoning; asked again when the case changes. */
export function useForecast(caseId: string, enabled: boolean) {
  return useQuery({ queryKey: ['case', caseId, 'forecast'], enabled, queryFn: ({ signal }) => request<CaseForecastDto>(`/api/cases/${caseId}/forecast`, { signal }) });
}

/** What happened, newest first, page by page; of one kind where that is chosen. */
export function useHistory(caseId: string, kind: string | null) {
  return useInfiniteQuery({
    queryKey: ['history', caseId, kind], placeholderData: keepPreviousData, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<HistoryPageDto>(`/api/cases/${caseId}/history${queryOf({ kind: kind ?? undefined, after: pageParam || undefined, limit: '50' })}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** A task with the people it could be given to; asked for when somebody wants to give it. */
export function useTaskCandidates(caseId: string, taskId: string, enabled: boolean) {
  return useQuery({ queryKey: ['task', caseId, taskId], enabled, queryFn: ({ signal }) => request<TaskViewDto>(`/api/cases/${caseId}/tasks/${taskId}`, { signal }) });
}
