import type { DateOnly, Instant } from '../core/instant.js';
import type { DayRule, WorkContext } from './calendar.js';
import { toDate, toEpoch, toInstant } from './civil-time.js';
import { clockPieces, type Piece, type SkipReason, workPieces } from './explained-pieces.js';
import { type Allowance, reach } from './mark-instants.js';
import { certainty, refused, type Timed } from './time-result.js';
import { localDay, readContext } from './work-days.js';

/** A stretch of the way to the deadline. Stretches follow on one another without a gap. */
export type ExplainedSpan =
  | {
      readonly kind: 'counted';
      readonly from: Instant;
      readonly to: Instant;
      readonly fromDate: DateOnly;
      readonly toDate: DateOnly;
      readonly milliseconds: number;
      /** The row by which this day differs from the plain week, such as a Saturday worked for a Friday. */
      readonly rule: DayRule | null;
      /** For working days: which one it is. */
      readonly workingDay?: number;
    }
  | {
      readonly kind: 'skipped';
      readonly from: Instant;
      readonly to: Instant;
      readonly fromDate: DateOnly;
      readonly toDate: DateOnly;
      readonly reason: SkipReason;
    };

export interface Explanation {
  readonly start: Instant;
  readonly due: Instant;
  readonly allowance: Allowance;
  readonly calendar: { readonly id: string; readonly version: number; readonly zone: string };
  readonly spans: readonly ExplainedSpan[];
}

/** "How is this due?": every stretch from the start to the end of the allowance, counted or skipped and why. Refused as `markInstants`. */
export function explain(start: Instant, allowance: Allowance, context: WorkContext): Timed<Explanation> {
  const work = readContext(context);
  const from = toEpoch(start);
  const end = reach(work, from, allowance);
  if ('refusal' in end) return refused(end.refusal);
  const pieces = allowance.unit.startsWith('clock') ? clockPieces(work, from, end.at) : workPieces(work, from, end.at);
  const { id, version, zone } = work.calendar;
  const began = allowance.unit === 'working-days' ? localDay(work.calendar.zone, from) : null;
  const spans = toSpans(pieces, began);
  return { ok: true, start, due: toInstant(end.at), allowance, calendar: { id, version, zone }, spans, ...certainty(end.reasons) };
}

/** `began`: for working days the local day the allowance began, whose working time doesn't count. */
export function toSpans(pieces: readonly Piece[], began: number | null): ExplainedSpan[] {
  const workingDays = new Set<number>();
  return pieces.map((piece) => {
    const { firstDay, lastDay } = piece;
    const [from, to] = [toInstant(piece.from), toInstant(piece.to)];
    const dates = { fromDate: toDate(firstDay), toDate: toDate(lastDay) };
    if (!piece.counted) return { kind: 'skipped', from, to, ...dates, reason: piece.reason };
    if (firstDay === began) return { kind: 'skipped', from, to, ...dates, reason: { kind: 'day-it-began' } };
    const counted = { kind: 'counted', from, to, ...dates, milliseconds: piece.to - piece.from, rule: piece.rule } as const;
    return began === null ? counted : { ...counted, workingDay: workingDays.add(firstDay).size };
  });
}
