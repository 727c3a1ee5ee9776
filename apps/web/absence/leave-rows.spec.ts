import { givenOf, isComplete, isPast, noLeave, rowOf } from './leave-rows.js';

describe('leave as it is typed', () => {
  it('is whole days, and comes back as it was kept', () => {
    const row = rowOf({ from: '2026-12-01', to: '2026-12-05' }, 'Asia/Almaty');
    expect(row).toEqual({ fromDay: '2026-12-01', fromTime: '', toDay: '2026-12-05', toTime: '' });
    expect(givenOf(row)).toEqual({ from: '2026-12-01', to: '2026-12-05' });
  });

  it('from noon on stands on the clock of its person, not of who looks', () => {
    // Noon in Almaty (UTC+5) until the end of that day there.
    const row = rowOf({ from: '2026-12-01T07:00:00.000Z', to: '2026-12-01T18:59:59.999Z' }, 'Asia/Almaty');
    expect(row).toEqual({ fromDay: '2026-12-01', fromTime: '12:00', toDay: '2026-12-01', toTime: '' });
    expect(givenOf(row)).toEqual({ from: '2026-12-01T12:00', to: '2026-12-01' });
  });

  it('is past once its last day, or its last hour, is over on its person\'s clock', () => {
    const day = { from: '2026-12-01', to: '2026-12-01' };
    // The second of December begins in Almaty at 19:00 UTC of the first, in Jerusalem three hours later.
    expect([isPast(day, 'Asia/Almaty', '2026-12-01T18:59:00.000Z'), isPast(day, 'Asia/Almaty', '2026-12-01T19:00:00.000Z'), isPast(day, 'Asia/Jerusalem', '2026-12-01T19:00:00.000Z')]).toEqual([false, true, false]);
    const morning = { from: '2026-12-01T04:00:00.000Z', to: '2026-12-01T07:00:00.000Z' };
    expect([isPast(morning, 'Asia/Almaty', '2026-12-01T06:59:00.000Z'), isPast(morning, 'Asia/Almaty', '2026-12-01T07:00:01.000Z')]).toEqual([false, true]);
  });

  it('is complete with its two days', () => {
    expect([isComplete(noLeave), isComplete({ ...noLeave, fromDay: '2026-12-01', toDay: '2026-12-01' })]).toEqual([false, true]);
  });
});
