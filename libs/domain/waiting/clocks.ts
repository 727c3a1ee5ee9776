import { dateAt } from '../core/date-in-zone.js';
import type { DateOnly, Instant, Zone } from '../core/instant.js';
import type { BoardDefinition } from '../boards/definition.js';
import { defaultWaitingTimes } from '../boards/waiting-times.js';
import type { CaseState } from '../cases/state.js';
import type { WaitingClockCode, WaitingClockDefinition, WaitingPauseReason } from './definition.js';
import { decisionOf, diagnosisOf, endOf, treatmentAfter, treatmentOf, type Reached } from './facts.js';

/** `onTime` below 75 %, `amber`, `red`, `breached` from the day after the last; a clock that stopped keeps what it showed then. */
export type WaitingLight = 'onTime' | 'amber' | 'red' | 'breached';

/** A clock as the case's events make it, the same whenever one looks: what it shows on a day is `showing`. */
export interface WaitingClock {
  readonly code: WaitingClockCode;
  readonly days: number;
  /** `ended`: the case was over, or the patient declined, before it could stop. */
  readonly status: 'notStarted' | 'running' | 'paused' | 'stopped' | 'ended';
  readonly startedOn: DateOnly | null;
  /** The day on which it stopped or ended; null while it runs. */
  readonly stoppedOn: DateOnly | null;
  /** The day of the stop is only an upper bound: somebody said that treatment had begun, nobody when. */
  readonly atTheLatest: boolean;
  readonly pausedDays: number;
  readonly pause: { readonly reason: WaitingPauseReason; readonly since: DateOnly } | null;
  /** First day of each light; null before the start, and while it stands still where the light is not reached. */
  readonly amberOn: DateOnly | null;
  readonly redOn: DateOnly | null;
  readonly breachOn: DateOnly | null;
}

const dayOf = (date: DateOnly): number => Date.parse(`${date}T00:00:00.000Z`) / 86_400_000;
const dateOf = (day: number): DateOnly => new Date(day * 86_400_000).toISOString().slice(0, 10);
const daysBetween = (from: DateOnly, to: DateOnly): number => dayOf(to) - dayOf(from);

/** The waiting-time clocks of a board; versions from before boards had any count by the defaults. */
export const waitingTimesOf = (board: Pick<BoardDefinition, 'waitingTimes'>): readonly WaitingClockDefinition[] => board.waitingTimes ?? defaultWaitingTimes;
/** Waiting times are counted by the dates of the board's own zone. */
export const waitingZone = (board: Pick<BoardDefinition, 'series'>): Zone => board.series.zone;

/**
 * The case's waiting-time clocks: 28 days from referral to diagnosis, 31 from decision to treatment, 62 from referral to treatment [NHS England].
 * A hold stops none of them; only a pause by a coded reason that the board's definition names does.
 */
export const waitingClocksOf = (state: CaseState, board: BoardDefinition): readonly WaitingClock[] =>
  waitingTimesOf(board).map((definition) => clockOf(state, board, definition));

const clockOf = (state: CaseState, board: BoardDefinition, definition: WaitingClockDefinition): WaitingClock => {
  const { code, days } = definition;
  const zone = waitingZone(board);
  const start = definition.from === 'referral' ? state.submittedAt : decisionOf(state);
  if (start === null) return { code, days, status: 'notStarted', startedOn: null, stoppedOn: null, atTheLatest: false, pausedDays: 0, pause: null, amberOn: null, redOn: null, breachOn: null };
  const startedOn = dateAt(start, zone);
  const stop = stopOf(state, board, definition, startedOn);
  const end = stop === null ? endOf(state) : null;
  const stoppedOn = stop?.on ?? (end === null ? null : dateAt(end, zone));
  const pauses = pausesOf(state, code, zone, startedOn, stoppedOn);
  const open = stoppedOn === null ? pauses.find(({ to }) => to === null) : undefined;
  const pausedDays = pauses.reduce((sum, { from, to }) => sum + (to === null ? 0 : daysBetween(from, to)), 0);
  const pause = open === undefined ? null : { reason: open.reason, since: open.from };
  const reached = (share: number, more = 0): DateOnly | null => {
    const on = dateOf(dayOf(startedOn) + Math.ceil(days * share) + more + pausedDays);
    return pause !== null && on > pause.since ? null : on;
  };
  return {
    code, days, startedOn, stoppedOn, pausedDays, pause, atTheLatest: stop?.atTheLatest ?? false,
    status: stop !== null ? 'stopped' : end !== null ? 'ended' : pause !== null ? 'paused' : 'running',
    amberOn: reached(definition.amber), redOn: reached(definition.red), breachOn: reached(1, 1),
  };
};

const stopOf = (state: CaseState, board: BoardDefinition, { from, to }: WaitingClockDefinition, startedOn: DateOnly): Reached | null => {
  const zone = waitingZone(board);
  if (to === 'diagnosis') {
    const at = diagnosisOf(state, board);
    return at === null ? null : { on: dateAt(at, zone), atTheLatest: false };
  }
  return from === 'referral' ? treatmentOf(state, zone) : treatmentAfter(state, zone, startedOn);
};

interface PausedDays { readonly reason: WaitingPauseReason; readonly from: DateOnly; readonly to: DateOnly | null }

/** Whole days from the date of the pause to the date of going on, inside the clock's own time. */
const pausesOf = (state: CaseState, code: WaitingClockCode, zone: Zone, startedOn: DateOnly, stoppedOn: DateOnly | null): readonly PausedDays[] =>
  (state.waiting?.pauses ?? []).filter(({ clocks }) => clocks.includes(code)).flatMap(({ reason, from, to }) => {
    const [first, last] = [dateAt(from, zone), to === null ? stoppedOn : dateAt(to, zone)];
    const within = { reason, from: first < startedOn ? startedOn : first, to: last !== null && stoppedOn !== null && last > stoppedOn ? stoppedOn : last };
    return within.to !== null && within.to <= within.from ? [] : [within];
  });

export interface ShownClock { readonly usedDays: number; readonly leftDays: number; readonly light: WaitingLight }

/** What a clock shows on a date of the board's zone: days used and left (negative after the last), and its light. Null before it starts. */
export const showing = (clock: WaitingClock, today: DateOnly): ShownClock | null => {
  if (clock.startedOn === null) return null;
  const until = clock.stoppedOn ?? clock.pause?.since ?? today;
  const usedDays = Math.max(0, daysBetween(clock.startedOn, until) - clock.pausedDays);
  const isReached = (on: DateOnly | null): boolean => on !== null && on <= until;
  return { usedDays, leftDays: clock.days - usedDays, light: isReached(clock.breachOn) ? 'breached' : isReached(clock.redOn) ? 'red' : isReached(clock.amberOn) ? 'amber' : 'onTime' };
};

/** The first instants of amber, red and breach among the clocks that run or stand still: what a board is filtered by. `startOf` gives a date's first instant. */
export const waitingMarks = (clocks: readonly WaitingClock[], startOf: (date: DateOnly) => Instant): { readonly amberAt: Instant | null; readonly redAt: Instant | null; readonly breachAt: Instant | null } => {
  const live = clocks.filter(({ status }) => status === 'running' || status === 'paused');
  const first = (on: (clock: WaitingClock) => DateOnly | null): Instant | null => { const [date] = live.flatMap((clock) => on(clock) ?? []).sort(); return date === undefined ? null : startOf(date); };
  return { amberAt: first((clock) => clock.amberOn), redAt: first((clock) => clock.redOn), breachAt: first((clock) => clock.breachOn) };
};
