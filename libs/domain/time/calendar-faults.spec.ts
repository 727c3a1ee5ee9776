import { ALMATY } from '../calendars/shipped-calendars.js';
import type { Calendar, DayRule } from './calendar.js';
import { calendarFaults } from './calendar-faults.js';

const about = { reason: 'test', source: 'test', status: 'law' } as const;
const withDay = (date: string, rule: DayRule): Calendar => ({ ...ALMATY, days: { [date]: rule } });
const withMonday = (...intervals: { from: string; to: string }[]): Calendar => ({ ...ALMATY, week: { ...ALMATY.week, 1: intervals } });

test.each<[string, Calendar, string, string]>([
  ['unknown zone', { ...ALMATY, zone: 'Asia/Nowhere' }, 'TIME.ZONE_UNKNOWN', 'zone'],
  ['25 o\'clock', withMonday({ from: '09:00', to: '25:00' }), 'TIME.INTERVAL_INVALID', 'week.1'],
  ['backwards', withMonday({ from: '18:00', to: '09:00' }), 'TIME.INTERVAL_INVALID', 'week.1'],
  ['overlap', withMonday({ from: '09:00', to: '13:00' }, { from: '12:59', to: '18:00' }), 'TIME.INTERVALS_OVERLAP', 'week.1'],
  ['30 February', withDay('2026-02-30', { ...about, kind: 'off' }), 'TIME.DATE_INVALID', 'days.2026-02-30'],
  ['a year not reviewed', withDay('2025-02-03', { ...about, kind: 'off' }), 'TIME.DAY_OUTSIDE_REVIEWED_YEARS', 'days.2025-02-03'],
  ['swapped for no date', withDay('2026-02-03', { ...about, kind: 'swapped', paysFor: 'Friday' }), 'TIME.DATE_INVALID', 'days.2026-02-03'],
  ['no minutes', withDay('2026-02-03', { ...about, kind: 'shortened', minutes: 0 }), 'TIME.MINUTES_INVALID', 'days.2026-02-03'],
])('%s', (_name, calendar, code, at) => {
  expect(calendarFaults(calendar)).toEqual([{ code, at }]);
});

test('intervals that touch, up to 24:00, are well', () => {
  expect(calendarFaults(withMonday({ from: '20:00', to: '24:00' }, { from: '00:00', to: '20:00' }))).toEqual([]);
});
