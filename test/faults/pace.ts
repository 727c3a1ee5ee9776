import { until } from '../factories/until.js';
import { never } from './browser.js';

/**
 * Kills at seeded moments of the work, not of the clock: after so many more answers each time, and a few milliseconds later, so that
 * they hit commands at different places. Ends when the work has ended.
 */
export async function killing(random: () => number, { answers, going, kill }: { readonly answers: () => number; readonly going: () => boolean; readonly kill: () => Promise<void> }, most: number): Promise<number> {
  for (let kills = 0; kills < most; kills += 1) {
    const next = answers() + 1 + Math.floor(random() * 12);
    await until('people get on', async () => !going() || answers() >= next, never);
    if (!going()) return kills;
    await new Promise((resolve) => { setTimeout(resolve, random() * 25); });
    await kill();
  }
  return most;
}
