import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { apiFetch, request } from '../api/http.js';
import type { AuditEntryDto, AuditFacetsDto, AuditPageDto, AuditQueryDto } from '../generated/types.gen.js';

/** Entries, newest first, page by page. Each page asked for is itself an entry, so it is asked again only by hand. */
export function useAudit(query: AuditQueryDto) {
  return useInfiniteQuery({
    queryKey: ['audit', query], placeholderData: keepPreviousData, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false, initialPageParam: '',
    queryFn: ({ signal, pageParam }) => request<AuditPageDto>('/api/audit/search', { method: 'POST', body: { ...query, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) }, signal }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** People and actions to choose from. */
export function useFacets() {
  return useQuery({ queryKey: ['audit', 'facets'], staleTime: Infinity, queryFn: ({ signal }) => request<AuditFacetsDto>('/api/audit/facets', { signal }) });
}

/** The entry of the same kind before this one, on the same case and about the same thing; null where there is none. */
export async function entryBefore(entry: AuditEntryDto): Promise<AuditEntryDto | null> {
  const caseId = entry.cases[0]?.id;
  const page = await request<AuditPageDto>('/api/audit/search', { method: 'POST', body: { ...(caseId === undefined ? {} : { caseId }), kind: 'changes', action: entry.type, to: entry.at, limit: 50 } });
  return page.entries.find((each) => each.stream === entry.stream && each.seq < entry.seq && subjectOf(each) === subjectOf(entry)) ?? null;
}

/** What an entry is about within its stream: the thing whose id its data names first. */
function subjectOf({ data }: AuditEntryDto): string {
  const named = Object.entries(data).find(([name]) => name === 'id' || (name.endsWith('Id') && !['noteTextId', 'textId', 'by'].includes(name)));
  return named ? `${named[0]}=${String(named[1])}` : '';
}

/** Saves an answer of the api as a file of this name. */
export async function download(path: string, name: string, body?: AuditQueryDto): Promise<void> {
  const response = await apiFetch(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
