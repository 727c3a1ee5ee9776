import { ALMATY, BISHKEK, SHANGHAI, TEL_AVIV } from '../calendars/shipped-calendars.js';
import type { Calendar, Leave, Pause } from './calendar.js';
import { explain, type ExplainedSpan } from './explain-deadline.js';
import { markInstants } from './mark-instants.js';

/* Small inputs with their right answers, worked out by hand from a wall calendar; each is explained day by day. */
const sixteen = { amount: 16, unit: 'working-hours' } as const;
const hour = 3_600_000;

interface Told { readonly due: string; readonly days: readonly string[] }

/** What counted on which day, and what was skipped for another cause than that it was evening or lunch. */
function told(start: string, calendar: Calendar, leave: readonly Leave[] = [], pauses: readonly Pause[] = []): Told {
  const result = explain(start, sixteen, { calendar, leave, pauses });
  if (!result.ok) throw new Error(result.refusal.code);
  const days = new Map<string, number>();
  for (const span of result.spans) for (const [line, hours] of lineOf(span)) days.set(line, (days.get(line) ?? 0) + hours);
  return { due: result.due, days: [...days].map(([line, hours]) => (hours === 0 ? line : `${line}: ${hours}`)) };
}

function lineOf(span: ExplainedSpan): [string, number][] {
  if (span.kind === 'counted') return [[`${span.fromDate}${span.rule?.kind === 'swapped' ? ` for ${span.rule.paysFor}` : ''}`, span.milliseconds / hour]];
  const { reason, fromDate, toDate } = span;
  if (reason.kind === 'outside-hours') return [];
  return [[`${fromDate}..${toDate} ${'label' in reason && reason.label !== null ? reason.label : reason.kind}`, 0]];
}

const festival = ['2026-02-14 for 2026-02-20: 8', '2026-02-15..2026-02-23 Spring Festival'];

describe('16 working hours before the Spring Festival', () => {
  it.each<[string, Calendar, string, Told]>([
    ['in Shanghai from 17:00: the Saturday is worked with the Friday\'s hours, nine days are off', SHANGHAI, '2026-02-13T09:00:00.000Z',
      { due: '2026-02-24T09:00:00.000Z', days: ['2026-02-13: 0.5', ...festival, '2026-02-24: 7.5'] }],
    ['in Almaty at the same instant, 14:00 there', ALMATY, '2026-02-13T09:00:00.000Z',
      { due: '2026-02-17T08:00:00.000Z', days: ['2026-02-13: 4', '2026-02-14..2026-02-15 weekend', '2026-02-16: 8', '2026-02-17: 4'] }],
    ['in Bishkek at the same instant, 15:00 there', BISHKEK, '2026-02-13T09:00:00.000Z',
      { due: '2026-02-17T09:00:00.000Z', days: ['2026-02-13: 3', '2026-02-14..2026-02-15 weekend', '2026-02-16: 8', '2026-02-17: 5'] }],
    ['in Tel Aviv at the same instant, on its Friday', TEL_AVIV, '2026-02-13T09:00:00.000Z',
      { due: '2026-02-16T14:00:00.000Z', days: ['2026-02-13..2026-02-14 weekend', '2026-02-15: 8', '2026-02-16: 8'] }],
    ['in Almaty from 17:00 by its own clocks', ALMATY, '2026-02-13T12:00:00.000Z',
      { due: '2026-02-17T12:00:00.000Z', days: ['2026-02-13: 1', '2026-02-14..2026-02-15 weekend', '2026-02-16: 8', '2026-02-17: 7'] }],
    ['in Bishkek from 17:00 by its own clocks, an hour before Almaty', BISHKEK, '2026-02-13T11:00:00.000Z',
      { due: '2026-02-17T11:00:00.000Z', days: ['2026-02-13: 1', '2026-02-14..2026-02-15 weekend', '2026-02-16: 8', '2026-02-17: 7'] }],
    ['in Tel Aviv from 17:00 by its own clocks', TEL_AVIV, '2026-02-13T15:00:00.000Z',
      { due: '2026-02-16T14:00:00.000Z', days: ['2026-02-13..2026-02-14 weekend', '2026-02-15: 8', '2026-02-16: 8'] }],
  ])('%s', (_where, calendar, start, right) => {
    expect(told(start, calendar)).toEqual(right);
  });
});

describe('Kazakhstan\'s change to UTC+5 on 1 March 2024', () => {
  // Thursday 29 February, 15:00 in Almaty, was 09:00 UTC: on the next day 15:00 was 10:00 UTC.
  it('gives a task begun the day before the same hours of the wall clock', () => {
    expect(told('2024-02-29T09:00:00.000Z', ALMATY)).toEqual({ due: '2024-03-04T10:00:00.000Z', days: ['2024-02-29: 3', '2024-03-01: 8', '2024-03-02..2024-03-03 weekend', '2024-03-04: 5'] });
  });

  it('puts the half of it on the Friday, by the new offset', () => {
    expect(markInstants('2024-02-29T09:00:00.000Z', sixteen, { calendar: ALMATY }, [{ name: 'half', fraction: 0.5 }])).toMatchObject({ marks: [{ at: '2024-03-01T10:00:00.000Z' }] });
  });
});

describe('an owner in Almaty', () => {
  const start = '2026-11-30T04:00:00.000Z';
  const fromNoon: Leave = { kind: 'instants', from: '2026-12-01T07:00:00.000Z', to: '2026-12-03T04:00:00.000Z', label: 'leave' };
  const hold: Pause = { from: '2026-12-03T05:00:00.000Z', to: '2026-12-04T05:00:00.000Z', label: 'hold' };

  it('on leave from noon gives the morning, and the rest when back', () => {
    expect(told(start, ALMATY, [fromNoon])).toEqual({
      due: '2026-12-03T10:00:00.000Z', days: ['2026-11-30: 8', '2026-12-01: 3', '2026-12-01..2026-12-01 leave', '2026-12-02..2026-12-02 leave', '2026-12-03: 5'],
    });
  });

  it('on leave from noon whose case is then held for a day', () => {
    expect(told(start, ALMATY, [fromNoon], [hold])).toEqual({
      due: '2026-12-04T10:00:00.000Z',
      days: ['2026-11-30: 8', '2026-12-01: 3', '2026-12-01..2026-12-01 leave', '2026-12-02..2026-12-02 leave', '2026-12-03: 1', '2026-12-03..2026-12-03 hold', '2026-12-04..2026-12-04 hold', '2026-12-04: 4'],
    });
  });
});
