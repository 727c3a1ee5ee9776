import { givenOf, isComplete, noLeave, rowOf } from './leave-rows.js';

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

  it('is complete with its two days', () => {
    expect([isComplete(noLeave), isComplete({ ...noLeave, fromDay: '2026-12-01', toDay: '2026-12-01' })]).toEqual([false, true]);
  });
});
