import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { BoardsDto, CalendarViewDto, DeliveryPageDto, InstitutionsDto, PersonDto, PersonPageDto } from '../generated/types.gen.js';

/** Query names that a change of hospitals, boards or people makes old. */
export const adminQueries = ['institutions', 'boards', 'people', 'person', 'session'] as const;

export const useInstitutions = () => useQuery({ queryKey: ['institutions'], queryFn: ({ signal }) => request<InstitutionsDto>('/api/institutions', { signal }) });
export const useBoards = () => useQuery({ queryKey: ['boards'], queryFn: ({ signal }) => request<BoardsDto>('/api/boards', { signal }) });
export const useCalendar = (id: string | undefined) => useQuery({ queryKey: ['calendar', id], enabled: id !== undefined, queryFn: ({ signal }) => request<CalendarViewDto>(`/api/calendars/${id}`, { signal }) });

/** Staff of a hospital or of all, by name, page by page. */
export function usePeople(institutionId: string | null, disabled: boolean) {
  return useInfiniteQuery({
    queryKey: ['people', 'list', institutionId, disabled], initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<PersonPageDto>(`/api/people?limit=100${institutionId ? `&institutionId=${institutionId}` : ''}${disabled ? '&disabled=true' : ''}${pageParam === '' ? '' : `&after=${pageParam}`}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** One person with what may be done; keyed by the stream, so that others' changes are seen. */
export const usePerson = (personId: string) => useQuery({ queryKey: ['person', personId], queryFn: ({ signal }) => request<PersonDto>(`/api/people/${personId}`, { signal }) });

/** Attempts to mail people of one's hospitals, newest first. */
export function useDeliveries(result: string | null) {
  return useInfiniteQuery({
    queryKey: ['deliveries', result], initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<DeliveryPageDto>(`/api/notifications/deliveries?limit=50${result ? `&result=${result}` : ''}${pageParam === '' ? '' : `&after=${pageParam}`}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
