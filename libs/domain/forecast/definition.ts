import type { Urgency } from '../boards/definition.js';
import type { Instant } from '../core/instant.js';
import type { Allowance, ClockOwner } from '../tasks/allowances.js';
import type { Offer, Task, TaskKind } from '../tasks/task.js';

/** How long done tasks of a kind took, in milliseconds of their owners' working time (clock time for emergencies). */
export interface UsualTime { readonly samples: number; readonly medianMs: number; /** Four of five were done within it. */ readonly slowMs: number }

/** A task as the forecast needs it. `elapsedMs`: working time used up of its allowance so far, pauses left out; 0 where no clock runs. */
export interface ForecastTask extends Pick<Task, 'id' | 'kind' | 'status' | 'ownerId' | 'offer'> {
  readonly elapsedMs: number;
  readonly paused: boolean;
  /** The review that waits for this errand. */
  readonly serves: string | null;
}

/** A case on its way to a meeting. */
export interface ForecastCase {
  readonly column: 'intake' | 'pathologyReview' | 'imagingReview' | 'discussion';
  readonly urgency: Urgency;
  readonly hostInstitutionId: string;
  readonly secondPathology: boolean;
  /** What is open, and the reviews of this round that are done. */
  readonly tasks: readonly ForecastTask[];
  /** The chair took the file as it is: nothing is waited for. */
  readonly accepted: boolean;
}

/** Working time over the calendars in force; clock time where `byClock`. */
export interface ForecastClock {
  /** When so much work is done that begins then; null where the owner's calendar has no such time. */
  readonly finish: (start: Instant, workMs: number, owner: ClockOwner, byClock: boolean) => Instant | null;
  /** Milliseconds of working time between two instants. */
  readonly between: (from: Instant, to: Instant, owner: ClockOwner, byClock: boolean) => number;
}

export interface Usual { readonly of: (kind: TaskKind, urgency: Urgency) => UsualTime | null; /** The board's allowance, where too few were done. */ readonly allowance: (kind: TaskKind, urgency: Urgency) => Allowance | null }

/** One thing that must be done before the case can be heard, and when it will be. */
export interface ForecastStep {
  readonly kind: TaskKind;
  /** Null while the task doesn't exist yet: it begins when what it waits for is done. */
  readonly taskId: string | null;
  readonly ownerId: string | null;
  readonly offer: Offer;
  /** Which steps come first, by their place in the list. */
  readonly after: readonly number[];
  /** `measured` from done tasks; `allowance`: fewer than five were done, so half and the whole of the allowance are taken. */
  readonly basis: 'measured' | 'allowance';
  readonly samples: number;
  readonly elapsedMs: number;
  /** Working time still needed, as usual and if it is slow. */
  readonly usualMs: number;
  readonly slowMs: number;
  /** Working time of whoever does it from now until the cut. */
  readonly leftMs: number;
  readonly usualAt: Instant | null;
  readonly slowAt: Instant | null;
}

/** ready: nothing is open; onTrack: in time even if slow; atRisk: in time as usual, not if slow; notInTime: not even as usual. */
export type ForecastVerdict = 'ready' | 'onTrack' | 'atRisk' | 'notInTime';

export interface Forecast {
  readonly verdict: ForecastVerdict;
  readonly cutAt: Instant;
  /** When the file is complete, as usual and if slow; null where no date can be given. */
  readonly usualAt: Instant | null;
  readonly slowAt: Instant | null;
  readonly steps: readonly ForecastStep[];
  /** Place in `steps` of the first open thing on the way that ends last: the one blocker. */
  readonly blocker: number | null;
}
