import { describe, expect, it } from '@jest/globals';
import { gravest, statusOf } from './waiting.js';

const clock = (light: 'onTime' | 'amber' | 'red' | 'breached', leftDays: number, status: 'running' | 'paused' | 'stopped' = 'running') => ({ light, leftDays, status });

describe('waiting-time clocks on screen', () => {
  it('a card names the gravest, and of two alike the one with fewer days', () => {
    expect(gravest([clock('amber', 3), clock('breached', -1), clock('red', 1)])).toEqual(clock('breached', -1));
    expect(gravest([clock('amber', 7), clock('amber', 3)])).toEqual(clock('amber', 3));
    expect(gravest([clock('onTime', 20)])).toBeUndefined();
    expect(gravest([clock('onTime', 20), clock('onTime', 9, 'paused')])).toEqual(clock('onTime', 9, 'paused'));
  });
  it('what stopped in time is done, what stopped too late stays late', () => {
    expect([statusOf(clock('amber', 3, 'stopped')), statusOf(clock('breached', -3, 'stopped')), statusOf(clock('red', 1)), statusOf(clock('onTime', 9, 'paused'))]).toEqual(['done', 'overdue', 'overdue', 'onHold']);
  });
});
