import { ALMATY, ASTANA, BISHKEK, SHANGHAI, TEL_AVIV } from '../calendars/shipped-calendars.js';
import type { Calendar, Interval, WorkContext } from './calendar.js';
import { type Allowance, markInstants, markInstantsOrProvisional, type MarkSpec } from './mark-instants.js';

const FOUR_MARKS: readonly MarkSpec[] = [
  { name: 'half', fraction: 0.5 },
  { name: 'most', fraction: 0.8 },
  { name: 'all', fraction: 1 },
  { name: 'head', fraction: 1, plus: { amount: 24, unit: 'working-hours' } },
];
const ALL: readonly MarkSpec[] = [{ name: 'all', fraction: 1 }];
const SIXTEEN: Allowance = { amount: 16, unit: 'working-hours' };
const hours = (amount: number): Allowance => ({ amount, unit: 'working-hours' });

function marks(start: string, allowance: Allowance, context: WorkContext, specs: readonly MarkSpec[] = ALL): string[] {
  const result = markInstants(start, allowance, context, specs);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.marks.map((mark) => mark.at);
}

function everyDay(zone: string, ...intervals: Interval[]): Calendar {
  const week = { 1: intervals, 2: intervals, 3: intervals, 4: intervals, 5: intervals, 6: intervals, 7: intervals };
  return { id: 'every-day', version: 1, zone, week, days: {}, reviewedYears: [{ year: 2026, status: 'law', source: 'test' }] };
}

describe('sixteen working hours', () => {
  test.each([
    // Saturday the 14th is worked with the Friday's hours, the 15th to 23rd are off.
    ['Shanghai', SHANGHAI, '2026-02-13T09:00:00.000Z', '2026-02-24T09:00:00.000Z'],
    ['Almaty, same instant', ALMATY, '2026-02-13T09:00:00.000Z', '2026-02-17T08:00:00.000Z'],
    ['Bishkek, same instant', BISHKEK, '2026-02-13T09:00:00.000Z', '2026-02-17T09:00:00.000Z'],
    ['Tel Aviv, same instant', TEL_AVIV, '2026-02-13T09:00:00.000Z', '2026-02-16T14:00:00.000Z'],
    ['Almaty, Friday 17:00 there', ALMATY, '2026-02-13T12:00:00.000Z', '2026-02-17T12:00:00.000Z'],
    ['Bishkek, Friday 17:00 there', BISHKEK, '2026-02-13T11:00:00.000Z', '2026-02-17T11:00:00.000Z'],
    ['Tel Aviv, Friday 17:00 there', TEL_AVIV, '2026-02-13T15:00:00.000Z', '2026-02-16T14:00:00.000Z'],
    // Kazakhstan went from UTC+6 to UTC+5 on 1 March 2024: 7 h, then 8 h, then one hour of Monday.
    ['Almaty, 29 February 2024', ALMATY, '2024-02-29T04:00:00.000Z', '2024-03-04T05:00:00.000Z'],
    // The story's Sunday: Shanghai was at work, Astana was not.
    ['Shanghai, Sunday 4 February 2024', SHANGHAI, '2024-02-04T07:00:00.000Z', '2024-02-06T07:00:00.000Z'],
    ['Astana, Sunday 4 February 2024', ASTANA, '2024-02-04T07:00:00.000Z', '2024-02-06T12:00:00.000Z'],
  ])('%s', (_name, calendar, start, due) => {
    expect(marks(start, SIXTEEN, { calendar })).toEqual([due]);
  });

  test('the four marks of a review in Almaty (cases/process.md, P2)', () => {
    expect(marks('2026-11-30T04:00:00.000Z', SIXTEEN, { calendar: ALMATY }, FOUR_MARKS)).toEqual([
      '2026-11-30T13:00:00.000Z',
      '2026-12-01T09:48:00.000Z',
      '2026-12-01T13:00:00.000Z',
      '2026-12-04T13:00:00.000Z',
    ]);
  });

  test('the hour before and after Almaty changed its offset', () => {
    const context = { calendar: ALMATY };
    expect(marks('2024-02-29T04:00:00.000Z', hours(7), context)).toEqual(['2024-02-29T12:00:00.000Z']);
    expect(marks('2024-02-29T04:00:00.000Z', hours(15), context)).toEqual(['2024-03-01T13:00:00.000Z']);
  });

  test('is exact to the millisecond', () => {
    expect(marks('2026-11-30T12:59:59.999Z', hours(1 / 3600), { calendar: ALMATY })).toEqual(['2026-12-01T04:00:00.999Z']);
  });

  test('nothing is used up at once', () => {
    expect(marks('2026-11-29T01:02:03.004Z', hours(0), { calendar: ALMATY })).toEqual(['2026-11-29T01:02:03.004Z']);
  });
});

describe('absence and pauses', () => {
  const start = '2026-11-30T04:00:00.000Z';

  test('leave from noon, then a whole day by date', () => {
    const leave = [
      { kind: 'instants', from: '2026-11-30T07:00:00.000Z', to: '2026-11-30T19:00:00.000Z', label: 'afternoon' },
      { kind: 'dates', from: '2026-12-01', to: '2026-12-01', label: 'leave' },
    ] as const;
    expect(marks(start, SIXTEEN, { calendar: ALMATY, leave })).toEqual(['2026-12-03T10:00:00.000Z']);
  });

  test('a pause in working time moves the date by its working time, one at lunch by nothing', () => {
    const pause = (from: string, to: string) => ({ calendar: ALMATY, pauses: [{ from, to }] });
    const moved = marks(start, SIXTEEN, pause('2026-11-30T06:00:00.000Z', '2026-11-30T07:00:00.000Z'));
    expect(moved).toEqual(['2026-12-02T05:00:00.000Z']);
    const same = marks(start, SIXTEEN, pause('2026-11-30T08:00:00.000Z', '2026-11-30T09:00:00.000Z'));
    expect(same).toEqual(['2026-12-01T13:00:00.000Z']);
  });

  test('overlapping leave and pauses are taken off once', () => {
    const context: WorkContext = {
      calendar: ALMATY,
      leave: [{ kind: 'instants', from: '2026-11-30T05:00:00.000Z', to: '2026-11-30T07:00:00.000Z', label: 'leave' }],
      pauses: [
        { from: '2026-11-30T06:00:00.000Z', to: '2026-11-30T07:30:00.000Z' },
        { from: '2026-11-30T06:30:00.000Z', to: '2026-11-30T06:45:00.000Z' },
      ],
    };
    expect(marks(start, hours(2), context)).toEqual(['2026-11-30T09:30:00.000Z']);
  });

  test('an open pause refuses what comes after it, and only that', () => {
    const context: WorkContext = { calendar: ALMATY, pauses: [{ from: '2026-11-30T09:00:00.000Z', to: null }] };
    expect(marks(start, hours(4), context)).toEqual(['2026-11-30T08:00:00.000Z']);
    const refusal = { refused: true, code: 'TIME.PAUSED', facts: { since: '2026-11-30T09:00:00.000Z', calendar: 'almaty' } };
    expect(markInstants(start, hours(5), context, ALL)).toEqual({ ok: false, refusal });
    expect(markInstants(start, { amount: 6, unit: 'clock-hours' }, context, ALL)).toEqual({ ok: false, refusal });
  });
});

describe('units', () => {
  test('clock hours run through the night, and stop in a pause', () => {
    const four: Allowance = { amount: 4, unit: 'clock-hours' };
    const late = '2026-11-29T20:00:00.000Z';
    const after: MarkSpec[] = [1, 2].map((amount) => ({ name: `${amount} h`, after: { amount, unit: 'clock-hours' } }));
    expect(marks(late, four, { calendar: ALMATY }, [...after, ...ALL])).toEqual([
      '2026-11-29T21:00:00.000Z',
      '2026-11-29T22:00:00.000Z',
      '2026-11-30T00:00:00.000Z',
    ]);
    const pauses = [{ from: '2026-11-29T21:00:00.000Z', to: '2026-11-29T21:10:00.001Z' }];
    expect(marks(late, four, { calendar: ALMATY, pauses })).toEqual(['2026-11-30T00:10:00.001Z']);
  });

  test('five working days end at the close of the fifth working day after the day it began', () => {
    const five: Allowance = { amount: 5, unit: 'working-days' };
    // Thursday 19 and Friday 20 March, Nauryz, Thursday 26, Friday 27, Monday 30.
    expect(marks('2026-03-18T05:00:00.000Z', five, { calendar: ALMATY })).toEqual(['2026-03-30T13:00:00.000Z']);
    expect(marks('2026-11-29T20:00:00.000Z', five, { calendar: ALMATY })).toEqual(['2026-12-07T13:00:00.000Z']);
    const leave = [{ kind: 'dates', from: '2026-12-01', to: '2026-12-02', label: 'leave' }] as const;
    expect(marks('2026-11-30T05:00:00.000Z', five, { calendar: ALMATY, leave })).toEqual(['2026-12-09T13:00:00.000Z']);
  });

  test('a working day closes early on a short day', () => {
    const one: Allowance = { amount: 1, unit: 'working-days' };
    expect(marks('2026-03-18T05:00:00.000Z', one, { calendar: BISHKEK })).toEqual(['2026-03-19T11:00:00.000Z']);
    expect(marks('2026-03-31T05:00:00.000Z', one, { calendar: TEL_AVIV })).toEqual(['2026-04-01T09:00:00.000Z']);
  });

  test('half of working days is half of the working time in them', () => {
    const two: Allowance = { amount: 2, unit: 'working-days' };
    // 8 h of Monday, 8 of Tuesday, 8 of Wednesday: half is Tuesday 13:00.
    expect(marks('2026-11-30T04:00:00.000Z', two, { calendar: ALMATY }, [{ name: 'half', fraction: 0.5 }])).toEqual([
      '2026-12-01T08:00:00.000Z',
    ]);
  });

  test.each([
    [{ amount: -1, unit: 'working-hours' }],
    [{ amount: Number.NaN, unit: 'clock-days' }],
    [{ amount: 1.5, unit: 'working-days' }],
  ] as const)('%j is a defect of the caller', (allowance) => {
    expect(() => markInstants('2026-11-30T04:00:00.000Z', allowance, { calendar: ALMATY }, ALL)).toThrow(RangeError);
  });
});

describe('clocks', () => {
  test('24:00 joins the night on both sides of midnight', () => {
    const night = everyDay('Asia/Almaty', { from: '22:00', to: '24:00' }, { from: '00:00', to: '02:00' });
    expect(marks('2026-11-30T17:00:00.000Z', hours(2), { calendar: night })).toEqual(['2026-11-30T19:00:00.000Z']);
    expect(marks('2026-11-30T17:00:00.000Z', hours(4), { calendar: night })).toEqual(['2026-11-30T21:00:00.000Z']);
    expect(marks('2026-11-30T17:00:00.000Z', hours(5), { calendar: night })).toEqual(['2026-12-01T18:00:00.000Z']);
  });

  test('an hour that the clock skips is not worked, one that it repeats is worked twice', () => {
    const early = everyDay('Asia/Jerusalem', { from: '00:00', to: '08:00' });
    // 27 March 2026, 02:00 becomes 03:00; 25 October 2026, 02:00 becomes 01:00.
    expect(marks('2026-03-26T22:00:00.000Z', hours(7), { calendar: early })).toEqual(['2026-03-27T05:00:00.000Z']);
    expect(marks('2026-10-24T21:00:00.000Z', hours(9), { calendar: early })).toEqual(['2026-10-25T06:00:00.000Z']);
    const skipped = everyDay('Asia/Jerusalem', { from: '02:15', to: '02:45' });
    expect(marks('2026-03-26T22:00:00.000Z', hours(0.5), { calendar: skipped })).toEqual(['2026-03-27T23:45:00.000Z']);
    const repeated = everyDay('Asia/Jerusalem', { from: '01:00', to: '01:30' });
    expect(marks('2026-10-24T21:00:00.000Z', hours(1), { calendar: repeated })).toEqual(['2026-10-24T23:30:00.000Z']);
  });
});

describe('refusals and doubts', () => {
  const empty: Calendar = { ...everyDay('Asia/Almaty'), id: 'empty' };

  test('a week without hours', () => {
    const result = markInstants('2026-11-30T04:00:00.000Z', SIXTEEN, { calendar: empty }, ALL);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'TIME.NO_WORKING_TIME', facts: { calendar: 'empty' } } });
    expect(markInstantsOrProvisional('2026-11-30T04:00:00.000Z', SIXTEEN, { calendar: empty }, ALL)).toEqual(result);
  });

  test('leave without end', () => {
    const leave = [{ kind: 'dates', from: '2026-01-01', to: '9999-12-31', label: 'left' }] as const;
    const result = markInstantsOrProvisional('2026-11-30T04:00:00.000Z', SIXTEEN, { calendar: ALMATY, leave }, ALL);
    expect(result).toMatchObject({ ok: false, refusal: { code: 'TIME.NO_WORKING_TIME' } });
  });

  test('a year that nobody reviewed, and the plain week instead of it', () => {
    const start = '2024-12-31T08:00:00.000Z';
    const refusal = { refused: true, code: 'TIME.YEAR_NOT_REVIEWED', facts: { year: 2025, calendar: 'shanghai' } };
    expect(markInstants(start, SIXTEEN, { calendar: SHANGHAI }, ALL)).toEqual({ ok: false, refusal });
    expect(markInstantsOrProvisional(start, SIXTEEN, { calendar: SHANGHAI }, FOUR_MARKS.slice(0, 3))).toEqual({
      ok: true,
      marks: [
        { name: 'half', at: '2025-01-01T08:00:00.000Z', provisional: true },
        { name: 'most', at: '2025-01-02T03:18:00.000Z', provisional: true },
        { name: 'all', at: '2025-01-02T08:00:00.000Z', provisional: true },
      ],
      provisional: true,
      reasons: [{ kind: 'year-not-reviewed', calendar: 'shanghai', year: 2025 }],
    });
  });

  test('the last close of a reviewed year needs no other year', () => {
    const start = '2024-12-31T08:00:00.000Z';
    expect(marks(start, hours(1.5), { calendar: SHANGHAI })).toEqual(['2024-12-31T09:30:00.000Z']);
    const day: Allowance = { amount: 1, unit: 'working-days' };
    expect(marks('2024-12-30T08:00:00.000Z', day, { calendar: SHANGHAI })).toEqual(['2024-12-31T09:30:00.000Z']);
  });

  test('a mark is provisional from the first uncertain day on', () => {
    // Almaty, Friday 14 May 2027 09:00; Monday the 17th is off if the moon puts Kurban Ait on it.
    const result = markInstants('2027-05-14T04:00:00.000Z', SIXTEEN, { calendar: ALMATY }, FOUR_MARKS.slice(0, 3));
    expect(result).toMatchObject({
      marks: [
        { at: '2027-05-14T13:00:00.000Z', provisional: false },
        { at: '2027-05-17T09:48:00.000Z', provisional: true },
        { at: '2027-05-17T13:00:00.000Z', provisional: true },
      ],
      provisional: true,
      reasons: [{ kind: 'day', date: '2027-05-17', status: 'estimated', code: 'kurban-ait' }],
    });
  });

  test('the whole of 2027 is provisional in Shanghai, nothing is in 2026', () => {
    const in2027 = markInstants('2027-03-01T04:00:00.000Z', SIXTEEN, { calendar: SHANGHAI }, ALL);
    expect(in2027).toMatchObject({ provisional: true, reasons: [{ kind: 'year', year: 2027, calendar: 'shanghai' }] });
    const in2026 = markInstants('2026-02-13T09:00:00.000Z', SIXTEEN, { calendar: SHANGHAI }, ALL);
    expect(in2026).toMatchObject({ provisional: false, reasons: [] });
  });
});
