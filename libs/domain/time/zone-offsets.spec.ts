import { offsetPeriodAt } from './zone-offsets.js';

const HOUR = 3_600_000;

test.each([
  ['Asia/Almaty', '2024-02-29T18:00:00.000Z', 6, 5],
  ['Asia/Jerusalem', '2026-03-27T00:00:00.000Z', 2, 3],
  ['Asia/Jerusalem', '2026-10-24T23:00:00.000Z', 3, 2],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00.000Z', 11, 10.5],
])('%s changes at %s, to the millisecond', (zone, change, before, after) => {
  const at = Date.parse(change);
  expect(offsetPeriodAt(zone, at - 1)).toMatchObject({ until: at, offset: before * HOUR });
  expect(offsetPeriodAt(zone, at)).toMatchObject({ from: at, offset: after * HOUR });
});

test('a year without a change is one period, however the year turns', () => {
  const [from, until] = [Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)];
  expect(offsetPeriodAt('Asia/Shanghai', from)).toEqual({ from, until, offset: 8 * HOUR });
  expect(offsetPeriodAt('Asia/Shanghai', until - 1)).toEqual({ from, until, offset: 8 * HOUR });
});

test('a zone that is none is a defect of the caller', () => {
  expect(() => offsetPeriodAt('Asia/Nowhere', 0)).toThrow(RangeError);
});
