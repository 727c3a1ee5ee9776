import { markInstantsOrProvisional, SHIPPED_CALENDARS, workingTimeBetween, type MarkSpec } from '#domain';

export interface Computed { readonly what: string; readonly times: number; readonly perSecond: number }

const marks: readonly MarkSpec[] = [{ name: 'half', fraction: 0.5 }, { name: 'most', fraction: 0.8 }, { name: 'due', fraction: 1 }, { name: 'later', fraction: 1, plus: { amount: 24, unit: 'working-hours' } }];
const start = Date.parse('2026-01-05T01:00:00Z');
const instant = (index: number): string => new Date(start + index * 7_919_000).toISOString();

/** Computations a second in this one process, over every shipped calendar and starts all through 2026. */
export function workingTime(times: number): readonly Computed[] {
  const calendars = SHIPPED_CALENDARS.filter(({ reviewedYears }) => reviewedYears.some(({ year }) => year === 2026));
  const over = (what: string, one: (index: number, calendar: (typeof calendars)[number]) => { readonly ok: boolean }): Computed => {
    const run = (from: number, to: number): void => {
      for (let index = from; index < to; index += 1) {
        const calendar = calendars[index % calendars.length];
        if (calendar === undefined || !one(index % 3_000, calendar).ok) throw new Error(`${what}: refused at ${String(index)}`);
      }
    };
    run(0, Math.min(times, 2_000));
    const begun = performance.now();
    run(0, times);
    return { what, times, perSecond: Math.round(times / ((performance.now() - begun) / 1000)) };
  };
  const context = (calendar: (typeof calendars)[number]) => ({ calendar, unreviewedYears: 'plain-week' as const });
  return [
    over('four marks of 16 working hours', (index, calendar) => markInstantsOrProvisional(instant(index), { amount: 16, unit: 'working-hours' }, context(calendar), marks)),
    over('10 working days', (index, calendar) => markInstantsOrProvisional(instant(index), { amount: 10, unit: 'working-days' }, context(calendar), [{ name: 'due', fraction: 1 }])),
    over('working time between two instants 60 days apart', (index, calendar) => workingTimeBetween(instant(index), new Date(Date.parse(instant(index)) + 60 * 86_400_000).toISOString(), context(calendar))),
  ];
}
