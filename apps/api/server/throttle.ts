import { Injectable } from '@nestjs/common';
import { seconds, ThrottlerGuard, type ThrottlerModuleOptions } from '@nestjs/throttler';
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { sessionToken } from '../http/cookies.js';

/** A person's quickest screen asks about ten times a second; a machine that tries passwords or ids asks more. */
export const throttling: ThrottlerModuleOptions = { throttlers: [{ name: 'each', ttl: seconds(60), limit: 6_000 }] };

/** Counted by session where there is one, else by address. */
@Injectable()
export class RateLimit extends ThrottlerGuard {
  protected override getTracker(request: Request): Promise<string> {
    const token = sessionToken(request);
    return Promise.resolve(token === null ? `address:${request.ip ?? ''}` : createHash('sha256').update(token).digest('hex'));
  }
}
