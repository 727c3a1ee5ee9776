import type { Instant } from '../core/instant.js';
import type { ReviewTaskKind } from './opinion.js';

/** A longer silence is something else in between: a call, a theatre, a night (ours). */
const longestSilenceMs = 5 * 60_000;
/** Less than this was no work on the form here: it was typed elsewhere, or all at once (ours). */
const leastMs = 60_000;
/** From so many on, what was measured counts; below, what is assumed (ours). */
const enoughSamples = 5;
const assumedMinutes: Readonly<Partial<Record<ReviewTaskKind, number>>> = { pathologyReview: 12, secondPathologyReview: 8, imagingReview: 8 };
const otherwiseMinutes = 10;

/**
 * How long somebody worked on a review, in milliseconds: from having it to signing it, each pause between two saves counted five minutes at most.
 * Null where that says nothing.
 */
export const handsOnMs = (ownedSince: Instant, saves: readonly Instant[], signedAt: Instant): number | null => {
  const moments = [ownedSince, ...saves.filter((at) => at > ownedSince && at < signedAt), signedAt].map((at) => Date.parse(at)).sort((a, b) => a - b);
  const worked = moments.slice(1).reduce((sum, at, place) => sum + Math.min(longestSilenceMs, at - (moments[place] ?? at)), 0);
  return saves.length === 0 || worked < leastMs ? null : worked;
};

/** What the newest reviews of a kind took: how many, and their median. */
export interface HandsOn { readonly samples: number; readonly medianMs: number }

/** Minutes of work that a review of a kind usually is, rounded up: measured where there are at least five, else assumed. */
export const handsOnMinutes = (kind: ReviewTaskKind, measured: HandsOn | null): number =>
  (measured !== null && measured.samples >= enoughSamples ? Math.ceil(measured.medianMs / 60_000) : (assumedMinutes[kind] ?? otherwiseMinutes));
