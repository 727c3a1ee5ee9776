import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Filters of the board and its table: ids and codes only, because they stand in the address. */
export const filterNames = ['boardId', 'column', 'tumorType', 'urgency', 'status', 'originId', 'ownerId', 'late', 'waiting', 'closed'] as const;
export type FilterName = (typeof filterNames)[number];
export type CaseFilters = Readonly<Partial<Record<FilterName, string>>>;

/** `?a=1&b=2` of what is set; empty when nothing is. */
export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
}

/** The filters as the address has them, so that a link or Back shows the same cases. */
export function useCaseFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo((): CaseFilters => Object.fromEntries(filterNames.flatMap((name) => { const value = params.get(name); return value === null ? [] : [[name, value]]; })), [params]);
  const set = useCallback((name: FilterName | 'view', value: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: name !== 'view' }), [setParams]);
  const clear = useCallback(() => setParams((before) => new URLSearchParams(before.get('view') === null ? {} : { view: before.get('view') ?? '' })), [setParams]);
  return { filters, view: params.get('view') === 'table' ? 'table' as const : 'board' as const, set, clear, count: Object.keys(filters).length };
}
