import type { FollowUpPhase } from './definition.js';

/** Sarcoma: every 3 months in years 1 and 2, every 6 in years 3 to 5 [ESMO bone and soft tissue sarcoma guidelines 2021]. */
export const sarcomaFollowUp: readonly FollowUpPhase[] = [{ everyMonths: 3, untilYears: 2 }, { everyMonths: 6, untilYears: 5 }];

/** The months after acknowledgement at which a plan wants a visit. */
export const visitMonths = (plan: readonly FollowUpPhase[]): readonly number[] => plan.flatMap(({ everyMonths, untilYears }, place) => {
  const from = (plan[place - 1]?.untilYears ?? 0) * 12;
  return Array.from({ length: Math.max(0, Math.floor((untilYears * 12 - from) / everyMonths)) }, (_, nth) => from + everyMonths * (nth + 1));
});
