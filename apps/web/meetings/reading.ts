import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { Post } from '../api/session.js';
import type { BoardDto, BoardsDto, MeetingPageDto, MeetingViewDto, SlotsDto } from '../generated/types.gen.js';

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
export function useMeeting(meetingId: string, enabled = true) {
  return useQuery({ queryKey: ['meeting', meetingId], enabled, meta: { live: 'any' }, queryFn: ({ signal }) => request<MeetingViewDto>(`/api/meetings/${meetingId}`, { signal }) });
}

/** The boards whose meetings somebody runs: the host's case managers, chairs and scribes. */
export const mayPlan = (posts: readonly Post[], boards: readonly BoardDto[]): readonly BoardDto[] =>
  boards.filter(({ host }) => posts.some(({ institutionId, role }) => institutionId === host.id && ['caseManager', 'chair', 'scribe'].includes(role)));

/** What times are asked for; `at`: about one alone. */
export interface SlotQuestion { boardId: string; minutes: string; must: readonly string[]; sides: readonly string[]; emergency: boolean; except: string | undefined; from?: string | undefined; to?: string | undefined; at?: string | undefined }

/** Times at which a board could sit, best first. */
export function useSlots(question: SlotQuestion, enabled = true) {
  const { boardId, minutes, must, sides, emergency, except, from, to, at } = question;
  const search = new URLSearchParams({
    minutes, ...(must.length > 0 ? { must: must.join(',') } : {}), ...(sides.length > 0 ? { sides: sides.join(',') } : {}), ...(emergency ? { emergency: 'true' } : {}),
    ...(except === undefined ? {} : { except }), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(at === undefined ? {} : { at }),
  });
  return useQuery({ queryKey: ['slots', boardId, search.toString()], enabled: enabled && boardId !== '', placeholderData: keepPreviousData, queryFn: ({ signal }) => request<SlotsDto>(`/api/meetings/slots/${boardId}?${search}`, { signal }) });
}

export function useBoards() {
  return useQuery({ queryKey: ['boards'], staleTime: 60_000, queryFn: ({ signal }) => request<BoardsDto>('/api/boards', { signal }) });
}
