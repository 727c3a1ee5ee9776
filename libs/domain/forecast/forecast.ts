import type { Urgency } from '../boards/definition.js';
import type { Instant } from '../core/instant.js';
import type { Allowance } from '../tasks/allowances.js';
import type { Forecast, ForecastCase, ForecastClock, ForecastStep, ForecastVerdict, Usual } from './definition.js';
import { stepsOf, type PlannedStep } from './steps.js';

/** From so many done tasks on their median says more than the board's allowance (ours). */
export const enoughSamples = 5;
/** Who has had a task for longer than usual needs this part of the usual time more (ours; a task never takes no time). */
const restOfUsual = 0.25;
const hour = 3_600_000;
const workingDayHours = 8;

/**
 * "Will it make Thursday?": for each thing still to be done the time that such tasks usually take, less what was used up, laid out on
 * the calendar of whoever does it, one after the other where they wait for one another; held against the meeting's cut (24 h before:
 * then an incomplete file leaves the agenda). Pure: the same facts give the same forecast, with its reasoning as data.
 */
export function forecast(of: ForecastCase, cutAt: Instant, now: Instant, clock: ForecastClock, usual: Usual): Forecast {
  const steps: ForecastStep[] = [];
  for (const planned of stepsOf(of)) steps.push(stepAt(planned, of.urgency, cutAt, now, steps, clock, usual));
  const [usualAt, slowAt] = [latest(steps.map((step) => step.usualAt), now), latest(steps.map((step) => step.slowAt), now)];
  return { verdict: verdictOf(steps.length, usualAt, slowAt, cutAt, of), cutAt, usualAt, slowAt, steps, blocker: blockerOf(steps) };
}

function stepAt({ kind, task, offer, after }: PlannedStep, urgency: Urgency, cutAt: Instant, now: Instant, before: readonly ForecastStep[], clock: ForecastClock, usual: Usual): ForecastStep {
  const owner = { institutionId: offer.institutionId, personId: task?.ownerId ?? null };
  const byClock = urgency === 'emergency';
  const { basis, samples, medianMs, slowMs } = timeOf(kind, urgency, usual);
  const elapsedMs = task?.elapsedMs ?? 0;
  const [needed, slow] = [rest(medianMs, elapsedMs), Math.max(rest(slowMs, elapsedMs), rest(medianMs, elapsedMs))];
  // A paused clock with nothing under way that would start it again has no end.
  const stands = task?.paused === true && after.length === 0;
  const end = (work: number, at: 'usualAt' | 'slowAt'): Instant | null => {
    const start = latest(after.map((place) => before[place]?.[at] ?? null), now);
    return stands || start === null ? null : clock.finish(start, work, owner, byClock);
  };
  return {
    kind, taskId: task?.id ?? null, ownerId: owner.personId, offer, after, basis, samples, elapsedMs, usualMs: needed, slowMs: slow,
    leftMs: now < cutAt ? clock.between(now, cutAt, owner, byClock) : 0, usualAt: end(needed, 'usualAt'), slowAt: end(slow, 'slowAt'),
  };
}

const rest = (whole: number, elapsed: number): number => Math.round(Math.max(whole - elapsed, whole * restOfUsual));

function timeOf(kind: PlannedStep['kind'], urgency: Urgency, usual: Usual): Pick<ForecastStep, 'basis' | 'samples'> & { readonly medianMs: number; readonly slowMs: number } {
  const measured = usual.of(kind, urgency);
  if (measured !== null && measured.samples >= enoughSamples) return { basis: 'measured', ...measured };
  const whole = millisecondsOf(usual.allowance(kind, urgency));
  return { basis: 'allowance', samples: measured?.samples ?? 0, medianMs: whole / 2, slowMs: whole };
}

/** A working day is taken as eight hours, a clock day as twenty-four. */
function millisecondsOf(allowance: Allowance | null): number {
  if (allowance === null) return workingDayHours * hour;
  switch (allowance.unit) {
    case 'workingHours': case 'clockHours': return allowance.amount * hour;
    case 'workingDays': return allowance.amount * workingDayHours * hour;
    case 'clockDays': return allowance.amount * 24 * hour;
  }
}

function verdictOf(open: number, usualAt: Instant | null, slowAt: Instant | null, cutAt: Instant, of: ForecastCase): ForecastVerdict {
  if (open === 0) return of.column === 'discussion' || of.accepted ? 'ready' : 'onTrack';
  if (usualAt === null || usualAt > cutAt) return 'notInTime';
  return slowAt === null || slowAt > cutAt ? 'atRisk' : 'onTrack';
}

/** Null as soon as one of them has no date. */
function latest(instants: readonly (Instant | null)[], from: Instant): Instant | null {
  return instants.reduce<Instant | null>((last, at) => (last === null || at === null ? null : at > last ? at : last), from);
}

/** From the step that ends last back along what it waits for: where somebody can act today. */
function blockerOf(steps: readonly ForecastStep[]): number | null {
  const later = (a: number, b: number): number => (endOf(steps[b]) > endOf(steps[a]) ? b : a);
  if (steps.length === 0) return null;
  let place = steps.map((_, index) => index).reduce(later);
  for (let step = steps[place]; step !== undefined && step.after.length > 0; step = steps[place]) place = step.after.reduce(later);
  return place;
}

const endOf = (step: ForecastStep | undefined): string => step?.slowAt ?? step?.usualAt ?? '9999';
