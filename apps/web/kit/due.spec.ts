import { describe, expect, it } from '@jest/globals';
import { spokenLeft } from './due.js';

const hour = 3_600_000;
const workingDay = 8 * hour;

describe('what is left', () => {
  it.each([
    [6.9 * hour, { late: false, hours: 6 }],
    [1.5 * hour, { late: false, minutes: 90 }],
    [0, { late: false, minutes: 0 }],
    [-3 * hour, { late: true, hours: 3 }],
    [15.9 * hour, { late: false, hours: 15 }],
    [16 * hour, { late: false, days: 2 }],
    [22 * hour, { late: false, days: 2, hours: 6 }],
    [-22 * hour, { late: true, days: 2, hours: 6 }],
    [30 * hour, { late: false, days: 3 }],
    [1609 * hour, { late: false, days: 201 }],
  ] as const)('%d ms of working time is said as %j', (ms, said) => expect(spokenLeft(ms, workingDay)).toEqual(said));

  it('is in days of 24 hours where the clock counts', () => {
    expect(spokenLeft(47 * hour)).toEqual({ late: false, hours: 47 });
    expect(spokenLeft(53 * hour)).toEqual({ late: false, days: 2, hours: 5 });
  });
});
