import type { ExecutionContext } from '@nestjs/common';
import { RateLimit } from './throttle.js';

const headers: Record<string, string> = {};
const from = (ip: string) => ({ switchToHttp: () => ({ getRequest: () => ({ ip, headers: {} }), getResponse: () => ({ setHeader: (name: string, value: string) => { headers[name] = value; } }) }) }) as unknown as ExecutionContext;

describe('rate limit', () => {
  it('lets so many through a minute, by address, says when to come back, and forgets', () => {
    let now = 1_000_000;
    const limit = new RateLimit(() => now, 3);
    const asks = (ip: string) => { try { return limit.canActivate(from(ip)); } catch { return false; } };
    expect([asks('a'), asks('a'), asks('a'), asks('a'), asks('b')]).toEqual([true, true, true, false, true]);
    expect(headers['Retry-After']).toBe('60');
    now += 60_000;
    expect(asks('a')).toBe(true);
  });
});
