import { instantIn } from './wall-time.js';

describe('a wall time typed in', () => {
  it('is the instant of the zone\'s own clocks, over a change of summer time, and east and west of Greenwich', () => {
    expect(instantIn('2027-03-25', '14:00', 'Asia/Jerusalem')).toBe('2027-03-25T12:00:00.000Z');
    expect(instantIn('2027-04-01', '14:00', 'Asia/Jerusalem')).toBe('2027-04-01T11:00:00.000Z');
    expect(instantIn('2026-11-26', '00:30', 'Asia/Shanghai')).toBe('2026-11-25T16:30:00.000Z');
    expect(instantIn('2026-11-25', '23:30', 'America/New_York')).toBe('2026-11-26T04:30:00.000Z');
  });
  it('is nothing where nothing was typed', () => {
    expect(instantIn('', '14:00', 'Asia/Shanghai')).toBeNull();
    expect(instantIn('2026-11-26', '', 'Asia/Shanghai')).toBeNull();
  });
});
