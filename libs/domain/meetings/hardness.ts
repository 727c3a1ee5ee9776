import type { CaseState } from '../cases/state.js';
import { missingForMeeting, opinionsInForce } from '../discussion/missing.js';
import { isMajor } from '../reviews/opinion.js';

export type HardBecause = 'emergency' | 'urgent' | 'majorDiscordance' | 'minorDiscordance' | 'opinionsDiffer' | 'deferredBefore' | 'acrossBorder' | 'manyTreatments' | 'fileIncomplete';
export interface Hardness {
  readonly points: number;
  /** Why, the weightiest first. */
  readonly because: readonly HardBecause[];
}

const silent = ['notKnown', 'notApplicable'];

/** Two opinions in force answer the same question differently: the codes that they share. */
const opinionsDiffer = (state: CaseState): boolean => {
  const said = new Map<string, string>();
  return opinionsInForce(state).some(({ codes }) => Object.entries(codes).some(([code, answer]) => {
    if (silent.includes(answer)) return false;
    const before = said.get(code);
    said.set(code, before ?? answer);
    return before !== undefined && before !== answer;
  }));
};

/**
 * How hard a case is to discuss, in points, so that the hardest is heard while the room is fresh: the quality of decisions falls over a
 * sitting (Soukup et al. 2019). `treatments`: prior treatments in the referral. The weights are ours; a chair who knows better orders by hand.
 */
export const hardnessOf = (state: CaseState, treatments: number): Hardness => {
  const grades = opinionsInForce(state).map(({ discordance }) => discordance);
  const weights: readonly (readonly [HardBecause, number])[] = [
    ['emergency', state.urgency === 'emergency' ? 100 : 0], ['urgent', state.urgency === 'urgent' ? 40 : 0],
    ['majorDiscordance', grades.some(isMajor) ? 30 : 0], ['minorDiscordance', grades.includes('minor') ? 10 : 0], ['opinionsDiffer', opinionsDiffer(state) ? 20 : 0],
    ['deferredBefore', Math.min(20, state.deferrals.length * 8)], ['acrossBorder', state.originInstitutionId === state.hostInstitutionId ? 0 : 6],
    ['manyTreatments', treatments >= 3 ? Math.min(20, treatments * 2) : 0], ['fileIncomplete', missingForMeeting(state).length > 0 ? 4 : 0],
  ];
  const counted = weights.filter(([, points]) => points > 0).sort(([, a], [, b]) => b - a);
  return { points: counted.reduce((sum, [, points]) => sum + points, 0), because: counted.map(([because]) => because) };
};

/** The order in which cases are heard: as it was given by hand, those not in it after them, the hardest first. Cases that are as hard stay as they came. */
export const inOrder = <Case extends { readonly caseId: string; readonly hardness: number }>(order: readonly string[], cases: readonly Case[]): readonly Case[] => {
  const place = ({ caseId }: Case): number => { const at = order.indexOf(caseId); return at < 0 ? order.length : at; };
  return [...cases].sort((a, b) => place(a) - place(b) || b.hardness - a.hardness);
};
