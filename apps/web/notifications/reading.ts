import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { NotificationPageDto, NotificationSettingsDto } from '../generated/types.gen.js';

/** What one was told, newest first, page by page. */
export function useNotifications(unreadOnly: boolean) {
  return useInfiniteQuery({
    queryKey: ['notifications', 'list', unreadOnly], placeholderData: keepPreviousData, meta: { live: 'any' }, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<NotificationPageDto>(`/api/notifications?limit=30${unreadOnly ? '&unread=true' : ''}${pageParam === '' ? '' : `&after=${pageParam}`}`, { signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** How many are unread, for the bell. */
export function useUnread(): number {
  const page = useQuery({ queryKey: ['notifications', 'unread'], meta: { live: 'any' }, queryFn: ({ signal }) => request<NotificationPageDto>('/api/notifications?limit=1&unread=true', { signal }) });
  return page.data?.unread ?? 0;
}

/** How one hears of what. */
export function useNotificationSettings() {
  return useQuery({ queryKey: ['notification-settings'], queryFn: ({ signal }) => request<NotificationSettingsDto>('/api/notifications/settings', { signal }) });
}
