import type { DayRule } from './calendar.js';
import { DAY } from './civil-time.js';
import { type Block, cut, localDay, type Stretch, type Work, type WorkDay, workDaysBetween } from './work-days.js';

export type SkipReason =
  /** A day off by a reviewed row. */
  | { readonly kind: 'day-off'; readonly label: string; readonly code?: string; readonly status: DayRule['status']; readonly source: string }
  /** Hours of the plain week that a half or shortened day doesn't work. */
  | { readonly kind: 'short-day'; readonly label: string; readonly code?: string; readonly status: DayRule['status']; readonly source: string }
  /** A weekday without hours. */
  | { readonly kind: 'weekend' }
  | { readonly kind: 'outside-hours' }
  | { readonly kind: 'leave'; readonly label: string | null }
  | { readonly kind: 'pause'; readonly label: string | null }
  /** Working time on the day an allowance of working days began: counting begins the day after. */
  | { readonly kind: 'day-it-began' };

/** A stretch that counts or doesn't, with the first and last local day (since 1970-01-01) it touches. */
export type Piece = Stretch & { readonly firstDay: number; readonly lastDay: number } & (
    | { readonly counted: true; readonly rule: DayRule | null }
    | { readonly counted: false; readonly reason: SkipReason }
  );

/** Clock time has no hours of work: only pauses interrupt it. */
export function clockPieces(work: Work, from: number, to: number): Piece[] {
  const pauses = work.blocks.filter((block) => block.kind === 'pause');
  return cut({ from, to }, pauses).map((piece) => ({
    ...toPiece(piece, localDay(work.calendar.zone, piece.from), null),
    lastDay: localDay(work.calendar.zone, piece.to),
  }));
}

/** Working time as it counts, in stretches without a gap between them. */
export function workPieces(work: Work, from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  for (const step of workDaysBetween(work, from, to)) if (step.kind === 'day') pieces.push(...dayPieces(step.day));
  return joined(pieces);
}

function dayPieces(day: WorkDay): Piece[] {
  const pieces: Piece[] = [];
  let at = day.from;
  for (const stretch of day.worked) {
    pieces.push(...gapPieces(day, at, stretch.from));
    pieces.push(...cut(stretch, day.blocks).map((piece) => toPiece(piece, day.dayNumber, day.plan.rule)));
    at = stretch.to;
  }
  return [...pieces, ...gapPieces(day, at, day.to)];
}

function toPiece(piece: Stretch & { readonly block: Block | null }, dayNumber: number, rule: DayRule | null): Piece {
  const { from, to, block } = piece;
  const where = { from, to, firstDay: dayNumber, lastDay: dayNumber };
  if (!block) return { ...where, counted: true, rule };
  return { ...where, counted: false, reason: { kind: block.kind, label: block.label } };
}

/** Time of a day in which nobody works, cut where the plain week's hours begin and end. */
function gapPieces(day: WorkDay, from: number, to: number): Piece[] {
  const { hours, plain, rule } = day.plan;
  const skip = (a: number, b: number, reason: SkipReason): Piece[] =>
    b > a ? [{ from: a, to: b, firstDay: day.dayNumber, lastDay: day.dayNumber, counted: false, reason }] : [];
  if (hours.length === 0) return skip(from, to, rule && plain.length > 0 ? ruled('day-off', rule) : idle(rule));
  const midnight = day.dayNumber * DAY - day.offset;
  const pieces: Piece[] = [];
  let at = from;
  for (const [opens, closes] of plain) {
    if (!rule) break;
    const [a, b] = [Math.max(at, midnight + opens), Math.min(to, midnight + closes)];
    if (b <= a) continue;
    pieces.push(...skip(at, a, { kind: 'outside-hours' }), ...skip(a, b, ruled('short-day', rule)));
    at = b;
  }
  return [...pieces, ...skip(at, to, { kind: 'outside-hours' })];
}

/** A weekday without hours is a weekend, unless a row calls the day a holiday. */
function idle(rule: DayRule | null): SkipReason {
  return rule?.kind === 'off' ? ruled('day-off', rule) : { kind: 'weekend' };
}

function ruled(kind: 'day-off' | 'short-day', { reason, code, status, source }: DayRule): SkipReason {
  return { kind, label: reason, status, source, ...(code ? { code } : {}) };
}

/** Joins what follows on and has the same cause, over midnight too, so that a holiday week is one line. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && last.to === piece.from && sameCause(last, piece)) {
      result[result.length - 1] = { ...last, to: piece.to, lastDay: piece.lastDay };
    } else {
      result.push(piece);
    }
  }
  return result;
}

function sameCause(a: Piece, b: Piece): boolean {
  if (a.counted || b.counted) return a.counted && b.counted && a.rule === b.rule && a.lastDay === b.firstDay;
  return JSON.stringify(a.reason) === JSON.stringify(b.reason);
}
