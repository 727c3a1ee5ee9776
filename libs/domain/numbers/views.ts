import { crossing, hiddenCells, hiddenIn, total, type Crossed } from './small-numbers.js';

/** A filter that is set: its value, and the wider one in which it lies (a month in its quarter), which is set with it. */
export interface SetFilter { readonly name: string; readonly value: string; readonly within?: string }
/** Facts of one figure's part: how many have this code and this value of one filter; `bits` says which of the set filters they match (the first is 1). */
export interface CountedRow { readonly code: string; readonly bits: number; readonly filter: string | null; readonly value: string | null; readonly n: number }
/** What is told of a part: null is hidden. */
export interface Told { readonly all: number | null; readonly byCode: ReadonlyMap<string, number | null> }

type Rows = readonly CountedRow[];
interface View { readonly codes: readonly string[]; readonly filters: readonly SetFilter[]; readonly rows: Rows }
const has = (mask: number, place: number): boolean => (mask & (1 << place)) !== 0;
const without = (mask: number, place: number): number => mask & ~(1 << place);

/** Filters that can be lifted one at a time: never a quarter before its month. */
const liftable = (mask: number, filters: readonly SetFilter[]): readonly number[] =>
  filters.flatMap(({ name }, place) => (has(mask, place) && !filters.some((other, at) => has(mask, at) && other.within === name) ? [place] : []));

/** How many match all filters of the mask, by code. Every row is in the groups of each filter: one of them is enough. */
const countIn = ({ codes, filters, rows }: View, mask: number): ReadonlyMap<string, number> => {
  const one = rows.filter(({ filter, bits }) => filter === (filters[0]?.name ?? null) && (bits & mask) === mask);
  return new Map(codes.map((code) => [code, one.reduce((sum, row) => (row.code === code ? sum + row.n : sum), 0)]));
};

/** Codes by the values of one filter, the others of the mask being set. */
const crossedBy = ({ codes, filters, rows }: View, mask: number, place: number): Crossed => {
  const counts = new Map<string, number>();
  const values = new Set<string>([filters[place]?.value ?? '']);
  for (const { code, bits, filter, value, n } of rows) {
    if (filter !== filters[place]?.name || value === null || (bits & mask) !== mask) continue;
    values.add(value);
    counts.set(crossing(code, value), (counts.get(crossing(code, value)) ?? 0) + n);
  }
  return { codes, values: [...values], at: (code, value) => counts.get(crossing(code, value)) ?? 0 };
};

/**
 * What of a part is told under filters. Hidden is what is small; what by subtraction would give a small number away, among the codes or among the values
 * of any one filter; and what is hidden already when a filter is lifted, so that the parts of a hidden number don't add up to it.
 */
export function told(codes: readonly string[], filters: readonly SetFilter[], rows: Rows, aboutPatients: boolean): Told {
  const view: View = { codes, filters, rows };
  const mask = (1 << filters.length) - 1;
  const counts = countIn(view, mask);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const hidden = aboutPatients ? hiddenUnder(view, mask, new Map()) : new Set<string>();
  const isAllHidden = hidden.has(total);
  return { all: isAllHidden ? null : all, byCode: new Map([...counts].map(([code, n]) => [code, isAllHidden || hidden.has(code) ? null : n])) };
}

function hiddenUnder(view: View, mask: number, known: Map<number, ReadonlySet<string>>): ReadonlySet<string> {
  const before = known.get(mask);
  if (before !== undefined) return before;
  const already = new Set<string>();
  for (const place of liftable(mask, view.filters)) {
    const wider = without(mask, place);
    for (const code of hiddenUnder(view, wider, known)) already.add(code);
    const table = hiddenIn(crossedBy(view, wider, place));
    const own = view.filters[place]?.value ?? '';
    for (const code of [...view.codes, total]) if (table.has(crossing(code, own))) already.add(code);
  }
  const counts = new Map(countIn(view, mask));
  counts.set(total, [...counts.values()].reduce((sum, n) => sum + n, 0));
  const hidden = hiddenCells(counts, [{ sum: total, parts: view.codes }], [...already].filter((code) => (counts.get(code) ?? 0) > 0));
  known.set(mask, hidden);
  return hidden;
}
