import { refuse, type Refusal } from '../core/refusal.js';
import type { CaseState } from '../cases/state.js';
import { opinionsInForce } from './missing.js';

/** A side where it was stated; "not applicable" states none. */
const stated = (side: string | null | undefined): string | null => (side == null || side === 'notApplicable' ? null : side);

/**
 * The side (left, right, both, midline) is one and the same in intake, every review in force and the recommendation: wrong-side surgery begins
 * with a word that differs. Refused: RECOMMENDATION.SIDE_DIFFERS with each source's side; RECOMMENDATION.SIDE_NEEDED where one is
 * known and the recommendation names none.
 */
export const sideMismatch = (state: CaseState, laterality: string | null): Refusal | null => {
  const sources = [{ where: 'intake', side: stated(state.laterality) }, ...opinionsInForce(state).map((opinion) => ({ where: opinion.kind === 'opinion' ? opinion.discipline : opinion.kind, side: stated(opinion.codes['laterality']) }))]
    .filter((source): source is { where: string; side: string } => source.side !== null);
  const chosen = stated(laterality);
  if (chosen === null) return sources.length === 0 ? null : refuse('RECOMMENDATION.SIDE_NEEDED', { known: sources.map(({ where, side }) => `${where}:${side}`) }, 'laterality');
  const others = sources.filter(({ side }) => side !== chosen);
  return others.length === 0 ? null : refuse('RECOMMENDATION.SIDE_DIFFERS', { chosen, differs: others.map(({ where, side }) => `${where}:${side}`) }, 'laterality');
};
