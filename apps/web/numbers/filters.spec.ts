import { describe, expect, it } from '@jest/globals';
import { addressOf, monthsBetween, periodsBetween } from './filters.js';

describe('periods that can be asked for', () => {
  it('go from the last month back to the first, over the turn of a year', () => {
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
    expect(periodsBetween('2025-11', '2026-02')).toMatchObject({ years: ['2026', '2025'], quarters: ['2026-Q1', '2025-Q4'] });
  });
});

it('asks only for what is set', () => {
  expect(addressOf({ boardId: 'b', period: '', urgency: undefined })).toBe('?boardId=b');
  expect(addressOf({})).toBe('');
});
