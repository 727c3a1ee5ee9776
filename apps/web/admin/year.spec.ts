import { describe, expect, it } from '@jest/globals';
import { monthsOf } from './year.js';

const day = (date: string, kind: 'off' | 'swapped' | 'half' | 'plain') => ({ date, kind, name: '', reason: '', source: '', status: 'law' as const, paysFor: null, until: null, minutes: null, hours: [], code: null, reviewedBy: null, reviewedOn: null });
const mondayToFriday = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, hours: weekday < 6 ? ['09:00-18:00'] : [] }));
const of = (days: ReturnType<typeof day>[], date: string, firstDay = 1) => monthsOf({ week: mondayToFriday, days }, 2026, firstDay).flatMap((month) => month.days).find((each) => each.date === date);

describe('a year', () => {
  it('has every day, also 29 February', () => {
    expect(monthsOf({ week: mondayToFriday, days: [] }, 2024, 1).map((month) => month.days.length)).toEqual([31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });
  it('begins its weeks on the day that is asked for', () => {
    // 1 February 2026 is a Sunday
    expect([1, 7].map((firstDay) => monthsOf({ week: mondayToFriday, days: [] }, 2026, firstDay)[1]?.before)).toEqual([6, 0]);
  });
  it.each([
    ['a plain Wednesday is worked', [], '2026-11-25', true],
    ['a plain Sunday is not', [], '2026-11-29', false],
    ['a holiday is not', [day('2026-11-25', 'off')], '2026-11-25', false],
    ['a Saturday that pays for another day is', [day('2026-11-28', 'swapped')], '2026-11-28', true],
    ['a half day is', [day('2026-11-25', 'half')], '2026-11-25', true],
    ['an uncertain Sunday stays a Sunday', [day('2026-11-29', 'plain')], '2026-11-29', false],
  ])('%s', (_what, days, date, works) => expect(of(days, date)?.works).toBe(works));
});
