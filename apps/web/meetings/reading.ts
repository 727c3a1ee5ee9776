import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { BoardsDto, MeetingPageDto, MeetingViewDto } from '../generated/types.gen.js';

/** Query names that a change of a meeting or of what it decides makes old. */
export const meetingQueries = ['meeting', 'meetings', 'case', 'cases', 'outcome', 'inbox', 'history'] as const;

/** Coming meetings, earliest first, or past ones, latest first; page by key. */
export function useMeetings(when: 'coming' | 'past', boardId: string | null) {
  return useInfiniteQuery({
    queryKey: ['meetings', when, boardId], placeholderData: keepPreviousData, meta: { live: 'any' }, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => {
      const search = new URLSearchParams({ when, ...(boardId === null ? {} : { boardId }), ...(pageParam === '' ? {} : { after: pageParam }) });
      return request<MeetingPageDto>(`/api/meetings?${search}`, { signal });
    },
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** One meeting; asked again when any case changes, since its agenda is made of cases. */
export function useMeeting(meetingId: string) {
  return useQuery({ queryKey: ['meeting', meetingId], meta: { live: 'any' }, queryFn: ({ signal }) => request<MeetingViewDto>(`/api/meetings/${meetingId}`, { signal }) });
}

export function useBoards() {
  return useQuery({ queryKey: ['boards'], staleTime: 60_000, queryFn: ({ signal }) => request<BoardsDto>('/api/boards', { signal }) });
}
