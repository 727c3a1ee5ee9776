import { ALMATY, ASTANA, SHANGHAI, TEL_AVIV } from '../calendars/shipped-calendars.js';
import { closeOfWorkBefore, isWorkingDay, nextWorkingInstant } from './working-instants.js';
import { workingTimeBetween } from './working-time-between.js';

describe('close of work before', () => {
  test.each([
    ['in working time: itself', SHANGHAI, '2026-02-24T07:00:00.000Z', '2026-02-24T07:00:00.000Z'],
    ['at the very opening: itself', SHANGHAI, '2026-02-24T00:00:00.000Z', '2026-02-24T00:00:00.000Z'],
    ['at the very close: itself', SHANGHAI, '2026-02-24T09:30:00.000Z', '2026-02-24T09:30:00.000Z'],
    ['at lunch: the end of the morning', SHANGHAI, '2026-02-24T05:00:00.000Z', '2026-02-24T04:00:00.000Z'],
    // 48 h before a meeting on Tuesday 24 February 15:00 is in the Spring Festival; the last day worked is Saturday the 14th.
    ['in a holiday week: the Saturday before it', SHANGHAI, '2026-02-22T07:00:00.000Z', '2026-02-14T09:30:00.000Z'],
    ['on a Saturday in Tel Aviv: Thursday', TEL_AVIV, '2026-11-28T10:00:00.000Z', '2026-11-26T14:00:00.000Z'],
    ['on New Year: nothing of 2025 is asked', TEL_AVIV, '2026-01-01T20:00:00.000Z', '2026-01-01T14:00:00.000Z'],
  ])('%s', (_name, calendar, instant, close) => {
    expect(closeOfWorkBefore(instant, { calendar })).toMatchObject({ ok: true, at: close });
  });

  test('leave is no working hour', () => {
    const leave = [{ kind: 'dates', from: '2026-11-26', to: '2026-11-26', label: 'leave' }] as const;
    const result = closeOfWorkBefore('2026-11-28T10:00:00.000Z', { calendar: TEL_AVIV, leave });
    expect(result).toMatchObject({ at: '2026-11-25T14:00:00.000Z' });
  });

  test('the year before is refused where it is needed', () => {
    const result = closeOfWorkBefore('2026-01-01T02:00:00.000Z', { calendar: SHANGHAI });
    expect(result).toMatchObject({ ok: false, refusal: { refused: true, code: 'TIME.YEAR_NOT_REVIEWED', facts: { year: 2025 } } });
  });
});

describe('next working instant', () => {
  test('after the Spring Festival of the story is a Sunday', () => {
    const result = nextWorkingInstant('2024-02-09T09:30:00.000Z', { calendar: SHANGHAI });
    expect(result).toMatchObject({ ok: true, at: '2024-02-18T00:00:00.000Z', provisional: false });
  });

  test('is now in working time', () => {
    const result = nextWorkingInstant('2026-11-25T05:00:00.001Z', { calendar: ALMATY });
    expect(result).toMatchObject({ ok: true, at: '2026-11-25T05:00:00.001Z' });
  });
});

describe('working day', () => {
  test('Sunday 4 February 2024 was one in Shanghai and not in Astana', () => {
    expect(isWorkingDay('2024-02-04', SHANGHAI)).toMatchObject({
      ok: true,
      working: true,
      rule: { kind: 'swapped', paysFor: '2024-02-15', status: 'official' },
    });
    expect(isWorkingDay('2024-02-04', ASTANA)).toMatchObject({ ok: true, working: false, rule: null });
  });

  test('2025 is not known', () => {
    const refusal = { refused: true, code: 'TIME.YEAR_NOT_REVIEWED', facts: { year: 2025, calendar: 'astana' } };
    expect(isWorkingDay('2025-06-02', ASTANA)).toEqual({ ok: false, refusal });
  });

  test('30 February is a defect of the caller', () => {
    expect(() => isWorkingDay('2026-02-30', ASTANA)).toThrow(RangeError);
  });
});

describe('working time between', () => {
  const context = { calendar: ALMATY };

  test('counts less lunch, nights and weekend; backwards is negative', () => {
    const [friday, monday] = ['2026-11-27T07:00:00.000Z', '2026-11-30T05:00:00.000Z'];
    expect(workingTimeBetween(friday, monday, context)).toMatchObject({ ok: true, milliseconds: 6 * 3_600_000 });
    expect(workingTimeBetween(monday, friday, context)).toMatchObject({ ok: true, milliseconds: -6 * 3_600_000 });
  });

  test('stands still in an open pause', () => {
    const pauses = [{ from: '2026-11-27T08:00:00.000Z', to: null }];
    const result = workingTimeBetween('2026-11-27T07:00:00.000Z', '2029-11-30T05:00:00.000Z', { ...context, pauses });
    expect(result).toMatchObject({ ok: true, milliseconds: 3_600_000 });
  });

  test('refuses and, if told so, counts a year that nobody reviewed', () => {
    const [a, b] = ['2025-06-02T04:00:00.000Z', '2025-06-02T05:00:00.000Z'];
    const refusal = { refused: true, code: 'TIME.YEAR_NOT_REVIEWED', facts: { year: 2025, calendar: 'almaty' } };
    expect(workingTimeBetween(a, b, context)).toEqual({ ok: false, refusal });
    expect(workingTimeBetween(a, b, { ...context, unreviewedYears: 'plain-week' })).toMatchObject({
      milliseconds: 3_600_000,
      provisional: true,
    });
  });

  test('takes instants in UTC only', () => {
    expect(() => workingTimeBetween('2026-11-27T12:00:00.000+05:00', '2026-11-30T05:00:00.000Z', context)).toThrow(RangeError);
  });
});
