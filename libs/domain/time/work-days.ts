import type { Calendar, WorkContext } from './calendar.js';
import { DAY, toDayNumber, toEpoch, toInstant, yearOf } from './civil-time.js';
import { type DayPlan, dayPlan, weekIsEmpty } from './day-hours.js';
import type { TimeRefusal } from './time-result.js';
import { offsetPeriodAt } from './zone-offsets.js';

/** Instants [from, to) as epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Working time that doesn't count, and why. */
export interface Block extends Stretch {
  readonly kind: 'leave' | 'pause';
  readonly label: string | null;
}

/** A local day, or a part of it where the zone's offset changes within it. */
export interface DayPart extends Stretch {
  readonly dayNumber: number;
  readonly offset: number;
  /** No later instant belongs to this local day. */
  readonly endsDay: boolean;
}

export interface WorkDay extends DayPart {
  readonly plan: DayPlan;
  /** Working time by the calendar. */
  readonly worked: readonly Stretch[];
  readonly blocks: readonly Block[];
}

export type Step = { readonly kind: 'day'; readonly day: WorkDay } | { readonly kind: 'refusal'; readonly refusal: TimeRefusal };

interface LeaveDays {
  readonly first: number;
  readonly last: number;
  readonly label: string;
}

/** A context with its texts read once. */
export interface Work {
  readonly calendar: Calendar;
  readonly blocks: readonly Block[];
  readonly leaveDays: readonly LeaveDays[];
  readonly pausedSince: number | null;
  readonly refuseUnreviewed: boolean;
}

/** Thirty years: longer than any allowance, and still a millisecond's work to search. */
const HORIZON = 30 * 366 * DAY;

export function readContext(context: WorkContext): Work {
  const leave = context.leave ?? [];
  const pauses = context.pauses ?? [];
  const open = pauses.filter((pause) => pause.to === null).map((pause) => toEpoch(pause.from));
  const blocks = [
    ...pauses.map((p) => block('pause', toEpoch(p.from), p.to === null ? Infinity : toEpoch(p.to), p.label ?? null)),
    ...leave.flatMap((l) => (l.kind === 'instants' ? [block('leave', toEpoch(l.from), toEpoch(l.to), l.label)] : [])),
  ]
    .filter((each) => each.to > each.from)
    .sort((a, b) => a.from - b.from);
  return {
    calendar: context.calendar,
    blocks,
    leaveDays: leave.flatMap((l) => (l.kind === 'dates' ? [leaveDays(l.from, l.to, l.label)] : [])),
    pausedSince: open.length > 0 ? Math.min(...open) : null,
    refuseUnreviewed: context.unreviewedYears !== 'plain-week',
  };
}

function block(kind: Block['kind'], from: number, to: number, label: string | null): Block {
  if (to < from) throw new RangeError(`A ${kind} ends before it begins: ${toInstant(from)}, ${toInstant(to)}`);
  return { kind, from, to, label };
}

function leaveDays(from: string, to: string, label: string): LeaveDays {
  const days = { first: toDayNumber(from), last: toDayNumber(to), label };
  if (days.last < days.first) throw new RangeError(`A leave ends before it begins: ${from}, ${to}`);
  return days;
}

/**
 * Local days in the order of instants. A day is cut where the offset changes, so that what counts is decided by the wall clock of each
 * instant: an hour that the clock skips is never there, an hour that it repeats is there twice.
 */
export function* dayParts(zone: string, start: number): Generator<DayPart> {
  let from = start;
  let period = offsetPeriodAt(zone, from);
  for (;;) {
    const { offset, until } = period;
    const dayNumber = Math.floor((from + offset) / DAY);
    const to = Math.min(until, (dayNumber + 1) * DAY - offset);
    if (to === until) period = offsetPeriodAt(zone, to);
    const endsDay = Math.floor((to + period.offset) / DAY) > dayNumber;
    yield { dayNumber, from, to, offset, endsDay };
    from = to;
  }
}

export function localDay(zone: string, instant: number): number {
  return Math.floor((instant + offsetPeriodAt(zone, instant).offset) / DAY);
}

/** Working days from an instant on, until the caller has enough; ends with a refusal where nothing more can be known. */
export function* workDays(work: Work, start: number): Generator<Step> {
  const { calendar, pausedSince } = work;
  for (const part of dayParts(calendar.zone, start)) {
    const refusal = part.from - start > HORIZON ? noWorkingTime(calendar, part.from) : notReviewed(work, part);
    if (refusal) {
      // Reviewing further years would not help a week without hours.
      const hopeless = weekIsEmpty(calendar) ? noWorkingTime(calendar, part.from) : refusal;
      yield { kind: 'refusal', refusal: hopeless };
      return;
    }
    yield { kind: 'day', day: workDay(work, part) };
    if (pausedSince !== null && part.to >= pausedSince) {
      yield { kind: 'refusal', refusal: paused(calendar, pausedSince) };
      return;
    }
  }
}

/** Working days from one instant to another; refused only for years that nobody reviewed. */
export function* workDaysBetween(work: Work, start: number, end: number): Generator<Step> {
  if (end <= start) return;
  for (const part of dayParts(work.calendar.zone, start)) {
    const refusal = notReviewed(work, part);
    if (refusal) {
      yield { kind: 'refusal', refusal };
      return;
    }
    yield { kind: 'day', day: workDay(work, part.to > end ? { ...part, to: end } : part) };
    if (part.to >= end) return;
  }
}

export function workDay(work: Work, part: DayPart): WorkDay {
  const { dayNumber, from, to, offset, endsDay } = part;
  const plan = dayPlan(work.calendar, dayNumber);
  // Written out: a spread here costs more than all the rest of a day.
  return { dayNumber, from, to, offset, endsDay, plan, worked: workedTime(part, plan), blocks: blocksOf(work, part) };
}

/** The refusal for a day of a year that nobody reviewed; null where the context counts such years by the plain week. */
export function notReviewed(work: Work, part: DayPart): TimeRefusal | null {
  const { calendar, refuseUnreviewed } = work;
  if (dayPlan(calendar, part.dayNumber).reviewed) return null;
  if (!refuseUnreviewed && !weekIsEmpty(calendar)) return null;
  return { refused: true, code: 'TIME.YEAR_NOT_REVIEWED', facts: { year: yearOf(part.dayNumber), calendar: calendar.id } };
}

export function noWorkingTime(calendar: Calendar, searchedUntil: number): TimeRefusal {
  return { refused: true, code: 'TIME.NO_WORKING_TIME', facts: { calendar: calendar.id, searchedUntil: toInstant(searchedUntil) } };
}

export function paused(calendar: Calendar, since: number): TimeRefusal {
  return { refused: true, code: 'TIME.PAUSED', facts: { since: toInstant(since), calendar: calendar.id } };
}

/** The plan's wall-clock hours as instants of this part of the day. */
function workedTime(part: DayPart, plan: DayPlan): Stretch[] {
  const midnight = part.dayNumber * DAY - part.offset;
  const worked: Stretch[] = [];
  for (const [opens, closes] of plan.hours) {
    const from = Math.max(part.from, midnight + opens);
    const to = Math.min(part.to, midnight + closes);
    if (to > from) worked.push({ from, to });
  }
  return worked;
}

function blocksOf(work: Work, part: DayPart): readonly Block[] {
  const whole = work.leaveDays.find((leave) => leave.first <= part.dayNumber && part.dayNumber <= leave.last);
  if (!whole) return work.blocks.length > 0 ? work.blocks.filter((each) => each.from < part.to && each.to > part.from) : work.blocks;
  return [{ kind: 'leave', from: part.from, to: part.to, label: whole.label }];
}

/** Cuts a stretch where blocks (ordered by their beginning) begin and end; `block` is null where the time counts. */
export function cut(stretch: Stretch, blocks: readonly Block[]): (Stretch & { readonly block: Block | null })[] {
  const pieces: (Stretch & { readonly block: Block | null })[] = [];
  let at = stretch.from;
  for (const block of blocks) {
    if (block.to <= at || block.from >= stretch.to) continue;
    if (block.from > at) pieces.push({ from: at, to: block.from, block: null });
    const from = Math.max(at, block.from);
    at = Math.min(block.to, stretch.to);
    pieces.push({ from, to: at, block });
  }
  if (at < stretch.to) pieces.push({ from: at, to: stretch.to, block: null });
  return pieces;
}

/** Working time that counts: by the calendar, less leave and pauses. */
export function countedTime(day: WorkDay): readonly Stretch[] {
  if (day.blocks.length === 0) return day.worked;
  return day.worked.flatMap((stretch) => cut(stretch, day.blocks).filter((piece) => piece.block === null));
}
