import type { Instant } from '../core/instant.js';
import type { Urgency } from '../boards/definition.js';
import type { PersonSummary } from '../people/people.js';
import type { ForecastClock, ForecastStep } from './definition.js';

export interface Candidate { readonly personId: string; readonly openTasks: number; /** Working time from now until the cut. */ readonly leftMs: number; readonly doneAt: Instant | null; readonly inTime: boolean }

/**
 * Who of a discipline could take over what is in the way, soonest done first, then who has least to do: by the usual time from the
 * start, on each one's own calendar. Nobody who is away, disabled or in conflict of interest, nor who has it now.
 */
export function whoCould(step: ForecastStep, people: readonly PersonSummary[], conflicts: readonly string[], load: (personId: string) => number, cutAt: Instant, now: Instant, urgency: Urgency, clock: ForecastClock): readonly Candidate[] {
  const byClock = urgency === 'emergency';
  return people
    .filter((person) => person.active && person.away !== true && person.id !== step.ownerId && !conflicts.includes(person.id))
    .map((person): Candidate => {
      const owner = { institutionId: step.offer.institutionId, personId: person.id };
      const doneAt = clock.finish(now, step.usualMs + step.elapsedMs, owner, byClock);
      return { personId: person.id, openTasks: load(person.id), leftMs: now < cutAt ? clock.between(now, cutAt, owner, byClock) : 0, doneAt, inTime: doneAt !== null && doneAt <= cutAt };
    })
    .sort((a, b) => Number(b.inTime) - Number(a.inTime) || a.openTasks - b.openTasks || (a.doneAt ?? '9999').localeCompare(b.doneAt ?? '9999') || a.personId.localeCompare(b.personId));
}
