import { SHANGHAI, TEL_AVIV } from '../calendars/shipped-calendars.js';
import type { Calendar } from './calendar.js';
import { usualDayMs } from './day-hours.js';

const hour = 3_600_000;
const week = (hours: readonly (readonly [from: string, to: string] | null)[]): Calendar => {
  const day = (i: number) => { const span = hours[i]; return span ? [{ from: span[0], to: span[1] }] : []; };
  return { ...SHANGHAI, week: { 1: day(0), 2: day(1), 3: day(2), 4: day(3), 5: day(4), 6: day(5), 7: day(6) } };
};

describe('a usual working day', () => {
  it('is as long as most days of the week: lunch is not in it, a short Friday does not make it shorter', () => {
    expect(usualDayMs(SHANGHAI)).toBe(8 * hour);
    expect(usualDayMs(TEL_AVIV)).toBe(8 * hour);
    expect(usualDayMs(week([['08:00', '17:00'], ['08:00', '17:00'], ['08:00', '17:00'], ['08:00', '17:00'], ['08:00', '12:00'], null, null]))).toBe(9 * hour);
  });

  it('is the longer one where two lengths are as frequent, and a whole day where nobody works', () => {
    expect(usualDayMs(week([['08:00', '12:00'], ['08:00', '16:00'], null, null, null, null, null]))).toBe(8 * hour);
    expect(usualDayMs(week([null, null, null, null, null, null, null]))).toBe(24 * hour);
  });
});
