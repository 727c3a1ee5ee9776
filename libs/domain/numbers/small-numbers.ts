/** Fewer than so many patients are not told (ours, as in national audits): among them somebody would know whom it is about. */
export const fewest = 5;

/** A sum and its parts, by the names of their cells: who knows all but one of them knows that one. */
export interface Line { readonly sum: string; readonly parts: readonly string[] }

/**
 * Which cells are not told: those from 1 to 4, and then, until no line has a single one hidden, the smallest other part of such a line (or, where all
 * others are zero, its sum), so that none can be worked out by subtracting.
 */
export function hiddenCells(counts: ReadonlyMap<string, number>, lines: readonly Line[], already: Iterable<string> = []): ReadonlySet<string> {
  const hidden = new Set([...already, ...[...counts].filter(([, n]) => n > 0 && n < fewest).map(([cell]) => cell)]);
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (const line of lines) {
      const cells = [...line.parts, line.sum];
      if (cells.filter((cell) => hidden.has(cell)).length !== 1) continue;
      hidden.add(smallestOther(counts, line, hidden));
      isDone = false;
    }
  }
  return hidden;
}

function smallestOther(counts: ReadonlyMap<string, number>, { parts, sum }: Line, hidden: ReadonlySet<string>): string {
  const open = parts.filter((cell) => !hidden.has(cell) && (counts.get(cell) ?? 0) > 0).sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0));
  // a line of which only the sum is hidden, and nothing else is above zero, hides a zero: there is always a part
  return open[0] ?? (hidden.has(sum) ? (parts.find((cell) => !hidden.has(cell)) ?? sum) : sum);
}

/** Counts of one figure by code and by the values of one filter. */
export interface Crossed { readonly codes: readonly string[]; readonly values: readonly string[]; readonly at: (code: string, value: string) => number }
export const total = '*';
export const crossing = (code: string, value: string): string => `${code}|${value}`;

/** The cells of a table with its sums that are not told: each code's over all values, each value's over all codes, and the whole. */
export function hiddenIn({ codes, values, at }: Crossed): ReadonlySet<string> {
  const sum = (some: readonly string[], others: readonly string[]): number => some.reduce((all, code) => all + others.reduce((row, value) => row + at(code, value), 0), 0);
  const counts = new Map<string, number>();
  for (const code of [...codes, total]) {
    for (const value of [...values, total]) counts.set(crossing(code, value), sum(code === total ? codes : [code], value === total ? values : [value]));
  }
  const lines = [
    ...[...codes, total].map((code): Line => ({ sum: crossing(code, total), parts: values.map((value) => crossing(code, value)) })),
    ...[...values, total].map((value): Line => ({ sum: crossing(total, value), parts: codes.map((code) => crossing(code, value)) })),
  ];
  return hiddenCells(counts, lines);
}
