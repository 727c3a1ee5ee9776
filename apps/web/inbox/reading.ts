import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { InboxPageDto } from '../generated/types.gen.js';
import type { InboxFilters } from './filters.js';
import { partOf } from './shown.js';

/** A page of the inbox, from a key on. */
export function inboxPage(query: Record<string, string | null>, signal?: AbortSignal): Promise<InboxPageDto> {
  const search = new URLSearchParams(Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== ''));
  return request<InboxPageDto>(`/api/inbox?${search}`, { signal });
}

/** The inbox, page after page; asked again when anything changes. */
export function useInbox({ shown, kind, urgency, minutes }: InboxFilters) {
  const of = partOf(shown);
  return useInfiniteQuery({
    queryKey: ['inbox', of, kind, urgency, minutes], placeholderData: keepPreviousData, meta: { live: 'any' }, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => inboxPage({ of, kind, urgency, minutes, after: pageParam }, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
