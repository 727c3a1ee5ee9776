import { markInstantsOrProvisional, workingTimeBetween, type ForecastClock, type WorkContext } from '#domain';
import type { Directory } from '../reading/directory.js';
import { workContext } from '../reading/due.js';

const hour = 3_600_000;

/** Working time over the calendars and the leave in force; clock time where a hospital has no calendar. */
export function clockOver(directory: Directory): ForecastClock {
  const contexts = new Map<string, WorkContext | null>();
  const contextOf = (institutionId: string, ownerId: string | null): WorkContext | null => {
    const key = `${institutionId}/${ownerId ?? ''}`;
    const known = contexts.get(key);
    if (known !== undefined) return known;
    const context = workContext(directory, { institutionId, ownerId, pauses: [] });
    contexts.set(key, context);
    return context;
  };
  return {
    finish: (start, workMs, { institutionId, personId }, byClock) => {
      const context = contextOf(institutionId, personId);
      if (context === null) return new Date(Date.parse(start) + workMs).toISOString();
      const found = markInstantsOrProvisional(start, { amount: workMs / hour, unit: byClock ? 'clock-hours' : 'working-hours' }, context, [{ name: 'done', fraction: 1 }]);
      return found.ok ? (found.marks[0]?.at ?? null) : null;
    },
    between: (from, to, { institutionId, personId }, byClock) => {
      const context = contextOf(institutionId, personId);
      const found = byClock || context === null ? null : workingTimeBetween(from, to, context);
      return found?.ok === true ? found.milliseconds : Date.parse(to) - Date.parse(from);
    },
  };
}
