import type { Instant } from '../core/instant.js';
import type { CaseState, LetterFile, Outcome } from '../cases/state.js';
import { letterKey, letterKinds, type LetterKind } from './letter-kinds.js';

/** A letter that was called back and of which no copy says so yet, or none that says what took its place. */
export interface LetterToMark {
  readonly outcomeId: string;
  readonly kind: LetterKind;
  readonly of: LetterFile;
  readonly recalledAt: Instant;
  readonly reason: string;
  /** The board speaks again, instead of a corrected letter of the same decision. */
  readonly discussedAgain: boolean;
  /** When the letter that took its place was sent; null while none was. */
  readonly replacedAt: Instant | null;
}

/** The first letter of the case that was sent after a recall. */
const replacedAt = (state: CaseState, recalledAt: Instant): Instant | null =>
  Object.values(state.outcomes).flatMap(({ letterSentAt }) => (letterSentAt !== null && letterSentAt > recalledAt ? [letterSentAt] : [])).sort()[0] ?? null;

/** Who holds a letter that was called back must see it on every page: what can be downloaded of it is a marked copy, made anew once there is a letter in its place. */
export const lettersToMark = (state: CaseState): readonly LetterToMark[] => Object.values(state.outcomes).flatMap((outcome) => (outcome.recalled ?? []).flatMap(({ at, reason, letters, marked = {} }) => {
  const replaced = replacedAt(state, at);
  return letterKinds.flatMap((kind): LetterToMark[] => {
    const of = letters[letterKey(kind)];
    if (of == null) return [];
    const copy = marked[of.sha256];
    const current = copy !== undefined && (copy.replacedAt !== null || replaced === null);
    return current ? [] : [{ outcomeId: outcome.id, kind, of, recalledAt: at, reason, discussedAgain: state.round > outcome.round, replacedAt: replaced }];
  });
}));

const ofOutcome = ({ recalled = [] }: Outcome): number => recalled.flatMap(({ marked = {} }) => Object.values(marked)).reduce((sum, copy) => sum + (copy.replacedAt === null ? 1 : 2), 0);
/** How many marked copies were made so far. */
export const marksMade = (state: CaseState): number => Object.values(state.outcomes).reduce((sum, outcome) => sum + ofOutcome(outcome), 0);
