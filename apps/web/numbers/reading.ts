import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { apiFetch, request } from '../api/http.js';
import type { NumbersCasesDto, NumbersDto } from '../generated/types.gen.js';
import { addressOf, type NumbersQuery } from './filters.js';

/** Which bar: the figure, its part and the code. */
export interface BarKey { readonly figure: string; readonly part: string; readonly code: string }

/** Asked once a question: each time is on record. */
export const useNumbers = (query: NumbersQuery) => useQuery({
  queryKey: ['numbers', query], placeholderData: keepPreviousData, staleTime: 60_000, refetchOnWindowFocus: false, queryFn: ({ signal }) => request<NumbersDto>(`/api/numbers${addressOf(query)}`, { signal }),
});

export const useCasesBehind = (query: NumbersQuery, { figure, part, code }: BarKey) => useInfiniteQuery({
  queryKey: ['numbers', 'cases', query, figure, part, code], staleTime: 60_000, refetchOnWindowFocus: false, initialPageParam: '',
  queryFn: ({ signal, pageParam }) => request<NumbersCasesDto>(`/api/numbers/cases${addressOf({ ...query, figure, part, code, after: pageParam, limit: '25' })}`, { signal }),
  getNextPageParam: (page) => page.next ?? undefined,
});

/** Saves the same numbers as a file. */
export async function saveTable(query: NumbersQuery): Promise<void> {
  const url = URL.createObjectURL(await (await apiFetch(`/api/numbers/csv${addressOf(query)}`)).blob());
  const link = Object.assign(document.createElement('a'), { href: url, download: `numbers-${new Date().toISOString().slice(0, 10)}.csv` });
  link.click();
  URL.revokeObjectURL(url);
}
