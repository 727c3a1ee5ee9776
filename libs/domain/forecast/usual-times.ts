import type { UsualTime } from './definition.js';

/** Median and the time within which four of five were done (nearest rank), of at least one duration in milliseconds. */
export function usualTimeOf(durations: readonly number[]): UsualTime | null {
  if (durations.length === 0) return null;
  const sorted = durations.toSorted((a, b) => a - b);
  const rank = (part: number): number => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
  return { samples: sorted.length, medianMs: rank(0.5), slowMs: rank(0.8) };
}
