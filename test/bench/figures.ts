/** Milliseconds of one kind of act, and how many of them a second. */
export interface Timing { readonly clients: number; readonly times: number; readonly p50: number; readonly p95: number; readonly perSecond: number }

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const rounded = (value: number): number => Math.round(value * 100) / 100;
export const p = (values: readonly number[]): { readonly p50: number; readonly p95: number } => {
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: rounded(at(sorted, 0.5)), p95: rounded(at(sorted, 0.95)) };
};

/** Runs every job once, so many at a time, each timed by itself. */
export async function timed(clients: number, jobs: readonly (() => Promise<unknown>)[]): Promise<Timing> {
  const queue = [...jobs];
  const took: number[] = [];
  const begun = performance.now();
  await Promise.all(Array.from({ length: clients }, async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) {
      const start = performance.now();
      await job();
      took.push(performance.now() - start);
    }
  }));
  return { clients, times: took.length, ...p(took), perSecond: rounded(took.length / ((performance.now() - begun) / 1000)) };
}
