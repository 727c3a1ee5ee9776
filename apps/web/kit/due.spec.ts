import { describe, expect, it } from '@jest/globals';
import { spokenLeft } from './due.js';

const hour = 3_600_000;

describe('what is left', () => {
  it.each([
    [6.9 * hour, { late: false, unit: 'h', count: 6 }],
    [1.5 * hour, { late: false, unit: 'min', count: 90 }],
    [0, { late: false, unit: 'min', count: 0 }],
    [-3 * hour, { late: true, unit: 'h', count: 3 }],
  ] as const)('%d ms is said as %j', (ms, said) => expect(spokenLeft(ms)).toEqual(said));
});
