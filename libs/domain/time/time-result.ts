import type { DateOnly, Instant } from '../core/instant.js';
import type { Refusal } from '../core/refusal.js';
import type { Trust } from './calendar.js';

/** Refusals of this folder, with the shape of every other refusal of the domain. */
export type TimeRefusal = Refusal &
  (
    /** No working time can fill the allowance: empty week, endless leave, or nothing within the years searched. */
    | { readonly code: 'TIME.NO_WORKING_TIME'; readonly facts: { readonly calendar: string; readonly searchedUntil: Instant } }
    /** A day that is needed lies in a year that nobody reviewed. */
    | { readonly code: 'TIME.YEAR_NOT_REVIEWED'; readonly facts: { readonly year: number; readonly calendar: string } }
    /** The clock stands still and nobody knows until when, so nothing after `since` has an instant. */
    | { readonly code: 'TIME.PAUSED'; readonly facts: { readonly since: Instant; readonly calendar: string } }
  );

/** Why a result is provisional. */
export type ProvisionalReason =
  | {
      readonly kind: 'day';
      readonly calendar: string;
      readonly date: DateOnly;
      readonly status: Trust;
      readonly reason: string;
      readonly code?: string;
      readonly source: string;
    }
  | { readonly kind: 'year'; readonly calendar: string; readonly year: number; readonly source: string; readonly note?: string }
  | { readonly kind: 'year-not-reviewed'; readonly calendar: string; readonly year: number };

export interface Certainty {
  readonly provisional: boolean;
  readonly reasons: readonly ProvisionalReason[];
}

export type Refused = { readonly ok: false; readonly refusal: TimeRefusal };

/** A value with what it depends on, or a refusal. */
export type Timed<T> = ({ readonly ok: true } & T & Certainty) | Refused;

export function refused(refusal: TimeRefusal): Refused {
  return { ok: false, refusal };
}

/** Joins reasons of several computations; a year is named once, a day once. */
export function certainty(reasons: Iterable<ProvisionalReason>): Certainty {
  const seen = new Map<string, ProvisionalReason>();
  for (const reason of reasons) {
    const key = `${reason.calendar} ${reason.kind} ${reason.kind === 'day' ? reason.date : reason.year}`;
    if (!seen.has(key)) seen.set(key, reason);
  }
  return { provisional: seen.size > 0, reasons: [...seen.values()] };
}
