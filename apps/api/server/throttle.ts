import { createHash } from 'node:crypto';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { refuse } from '#domain';
import { RefusalError } from '../door/refusal-error.js';
import { sessionToken } from '../http/cookies.js';
import { requestOf, type AskedRequest } from '../http/request.js';

/** A person's quickest screen asks about ten times a second; a machine that tries passwords or ids asks more. */
export const mostAMinute = 6_000;
const windowMs = 60_000;
const mostRemembered = 50_000;

/**
 * Requests a minute by session, else by address, in this process. Not @nestjs/throttler: its CommonJS build loads Nest's ES
 * modules in a way that Jest can't, so no test of the api could run beside it.
 */
@Injectable()
export class RateLimit implements CanActivate {
  private readonly counts = new Map<string, number>();
  private window = 0;

  constructor(private readonly clock: () => number = Date.now, private readonly most: number = mostAMinute) {}

  canActivate(context: ExecutionContext): boolean {
    const now = this.clock();
    if (now - this.window >= windowMs || this.counts.size > mostRemembered) {
      this.counts.clear();
      this.window = now;
    }
    const who = whoAsks(requestOf(context));
    const count = (this.counts.get(who) ?? 0) + 1;
    this.counts.set(who, count);
    if (count <= this.most) return true;
    context.switchToHttp().getResponse<Response>().setHeader('Retry-After', String(Math.ceil((this.window + windowMs - now) / 1000)));
    throw new RefusalError(refuse('INPUT.TOO_MANY', {}));
  }
}

function whoAsks(request: AskedRequest): string {
  const token = sessionToken(request);
  return token === null ? `address:${request.ip ?? ''}` : createHash('sha256').update(token).digest('hex');
}
