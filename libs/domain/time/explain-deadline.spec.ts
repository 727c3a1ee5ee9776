import { BISHKEK, SHANGHAI } from '../calendars/shipped-calendars.js';
import type { WorkContext } from './calendar.js';
import { explain, type ExplainedSpan } from './explain-deadline.js';
import type { Allowance } from './mark-instants.js';

function spans(start: string, allowance: Allowance, context: WorkContext): readonly ExplainedSpan[] {
  const result = explain(start, allowance, context);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.spans;
}

function inWords(span: ExplainedSpan): string {
  if (span.kind === 'counted') return `${span.fromDate} counted ${span.milliseconds / 3_600_000}${span.rule ? ` (${span.rule.reason})` : ''}`;
  const { reason } = span;
  const label = 'label' in reason ? ` ${reason.label}` : '';
  return `${span.fromDate}..${span.toDate} ${reason.kind}${label}`;
}

describe('how is this due?', () => {
  test('sixteen working hours over the Spring Festival', () => {
    const words = spans('2026-02-13T09:00:00.000Z', { amount: 16, unit: 'working-hours' }, { calendar: SHANGHAI }).map(inWords);
    expect(words).toEqual([
      '2026-02-13 counted 0.5',
      '2026-02-13..2026-02-14 outside-hours',
      '2026-02-14 counted 4 (Worked instead of 2026-02-20)',
      '2026-02-14..2026-02-14 outside-hours',
      '2026-02-14 counted 4 (Worked instead of 2026-02-20)',
      '2026-02-14..2026-02-14 outside-hours',
      '2026-02-15..2026-02-23 day-off Spring Festival',
      '2026-02-24..2026-02-24 outside-hours',
      '2026-02-24 counted 4',
      '2026-02-24..2026-02-24 outside-hours',
      '2026-02-24 counted 3.5',
    ]);
  });

  test('a shortened day, a weekend, leave and a pause each say so', () => {
    const context: WorkContext = {
      calendar: BISHKEK,
      leave: [{ kind: 'instants', from: '2026-03-23T03:00:00.000Z', to: '2026-03-23T05:00:00.000Z', label: 'dentist' }],
      pauses: [{ from: '2026-03-23T06:00:00.000Z', to: '2026-03-23T07:00:00.000Z', label: 'material asked for' }],
    };
    const words = spans('2026-03-19T10:00:00.000Z', { amount: 3, unit: 'working-hours' }, context).map(inWords);
    expect(words).toEqual([
      '2026-03-19 counted 1 (Eve of a holiday)',
      '2026-03-19..2026-03-19 short-day Eve of a holiday',
      '2026-03-19..2026-03-19 outside-hours',
      '2026-03-20..2026-03-20 day-off Orozo Ait',
      '2026-03-21..2026-03-21 day-off Nooruz',
      '2026-03-22..2026-03-22 weekend',
      '2026-03-23..2026-03-23 outside-hours',
      '2026-03-23..2026-03-23 leave dentist',
      '2026-03-23 counted 1',
      '2026-03-23..2026-03-23 pause material asked for',
      '2026-03-23..2026-03-23 outside-hours',
      '2026-03-23 counted 1',
    ]);
  });

  test('working days are numbered, the day it began is not one', () => {
    const found = spans('2026-03-18T10:00:00.000Z', { amount: 2, unit: 'working-days' }, { calendar: BISHKEK });
    const days = found.flatMap((span) => (span.kind === 'counted' ? [`${span.fromDate} ${span.workingDay}`] : []));
    expect(days).toEqual(['2026-03-19 1', '2026-03-19 1', '2026-03-23 2', '2026-03-23 2']);
    expect(found[0]).toMatchObject({ kind: 'skipped', reason: { kind: 'day-it-began' } });
  });

  test('clock time is interrupted by pauses only', () => {
    const pauses = [{ from: '2026-03-21T10:00:00.000Z', to: '2026-03-21T11:00:00.000Z', label: 'on hold' }];
    const words = spans('2026-03-21T09:00:00.000Z', { amount: 2, unit: 'clock-hours' }, { calendar: BISHKEK, pauses }).map(inWords);
    expect(words).toEqual(['2026-03-21 counted 1', '2026-03-21..2026-03-21 pause on hold', '2026-03-21 counted 1']);
  });

  test('stretches follow on one another from start to due', () => {
    const result = explain('2026-02-13T09:00:00.000Z', { amount: 40, unit: 'working-hours' }, { calendar: SHANGHAI });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.calendar).toEqual({ id: 'shanghai', version: 1, zone: 'Asia/Shanghai' });
    expect([result.spans[0]?.from, result.spans.at(-1)?.to]).toEqual([result.start, result.due]);
    result.spans.slice(1).forEach((span, index) => expect(span.from).toBe(result.spans[index]?.to));
    const counted = result.spans.reduce((sum, span) => sum + (span.kind === 'counted' ? span.milliseconds : 0), 0);
    expect(counted).toBe(40 * 3_600_000);
  });

  test('is refused as the marks are', () => {
    const result = explain('2024-12-31T08:00:00.000Z', { amount: 16, unit: 'working-hours' }, { calendar: SHANGHAI });
    expect(result).toMatchObject({ ok: false, refusal: { code: 'TIME.YEAR_NOT_REVIEWED' } });
  });
});
