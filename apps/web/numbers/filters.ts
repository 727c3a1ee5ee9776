import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What the numbers are narrowed to: ids and codes only, because they stand in the address. */
export const numbersFilters = ['boardId', 'hospitalId', 'tumorType', 'urgency', 'period'] as const;
export type NumbersFilter = (typeof numbersFilters)[number];
export type NumbersQuery = Readonly<Partial<Record<NumbersFilter, string>>>;

/** Filters and the way of showing, as the address has them: a link shows the same numbers. */
export function useNumbersFilters() {
  const [params, setParams] = useSearchParams();
  const query = useMemo((): NumbersQuery => Object.fromEntries(numbersFilters.flatMap((name) => { const value = params.get(name); return value === null ? [] : [[name, value]]; })), [params]);
  const set = useCallback((name: NumbersFilter | 'as', value: string | null) => setParams((before) => {
    const next = new URLSearchParams(before);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    return next;
  }, { replace: true }), [setParams]);
  const clear = useCallback(() => setParams((before) => new URLSearchParams(before.get('as') === null ? {} : { as: 'table' }), { replace: true }), [setParams]);
  return { query, asTable: params.get('as') === 'table', set, clear, count: Object.keys(query).length };
}

/** `?boardId=...` of what is asked. */
export const addressOf = (values: Readonly<Record<string, string | undefined>>): string => {
  const set = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`;
};

/** Months from the first to the last, newest first, as `2026-09`. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const months: string[] = [];
  for (let [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))]; ;) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text < first || months.length > 600) return months;
    months.push(text);
    [year, month] = month === 1 ? [year - 1, 12] : [year, month - 1];
  }
}

/** Periods that can be asked for: years, quarters and months in which something was counted. */
export function periodsBetween(first: string, last: string): { readonly years: readonly string[]; readonly quarters: readonly string[]; readonly months: readonly string[] } {
  const months = monthsBetween(first, last);
  const quarter = (month: string): string => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`;
  return { years: [...new Set(months.map((month) => month.slice(0, 4)))], quarters: [...new Set(months.map(quarter))], months };
}
