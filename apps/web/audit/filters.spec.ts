import { describe, expect, it } from '@jest/globals';
import { queryOf, startOfDay } from './filters.js';

const none = { kind: 'all', personId: null, action: null, from: null, to: null, caseNumber: '', caseId: null } as const;

describe('the filters of the audit', () => {
  it.each([
    ['2026-11-25', 'Asia/Shanghai', '2026-11-24T16:00:00.000Z'],
    ['2026-11-25', 'Asia/Almaty', '2026-11-24T19:00:00.000Z'],
    // the night on which Jerusalem's clock goes back: the day begins before it
    ['2026-10-25', 'Asia/Jerusalem', '2026-10-24T21:00:00.000Z'],
    ['2026-10-26', 'Asia/Jerusalem', '2026-10-25T22:00:00.000Z'],
  ])('begin %s in %s at %s', (date, zone, instant) => expect(startOfDay(date, zone)).toBe(instant));

  it('hold whole days, the last one too', () => {
    expect(queryOf({ ...none, from: '2026-11-25', to: '2026-11-25' }, 'Asia/Almaty')).toEqual({ from: '2026-11-24T19:00:00.000Z', to: '2026-11-25T19:00:00.000Z' });
  });
  it('send nothing that was not asked', () => expect(queryOf(none, 'UTC')).toEqual({}));
  it('take a case by its id before its number', () => expect(queryOf({ ...none, caseNumber: 'c-1001', caseId: 'x' }, 'UTC')).toEqual({ caseId: 'x' }));
  it('take a number in any case of letters', () => expect(queryOf({ ...none, caseNumber: ' c-1001 ' }, 'UTC')).toEqual({ caseNumber: 'C-1001' }));
});
