import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Sessions } from '#access';
import { refuse, type PersonActor } from '#domain';
import type { DoorPort } from '#door';
import { DOOR, SESSIONS } from '../door/tokens.js';
import { RefusalError } from '../door/refusal-error.js';
import { accessKey, type RouteAccess } from './access.js';
import { actorOf, askerOf, changerOf } from './asker.js';
import { sessionToken } from './cookies.js';
import { requestOf, type AskedRequest } from './request.js';

/** Stands before every route: who asks, whether the role may come this far, and what a change must bring along. Denied by default. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector, @Inject(SESSIONS) private readonly sessions: Sessions, @Inject(DOOR) private readonly door: DoorPort) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<RouteAccess | undefined>(accessKey, context.getHandler());
    if (!access) throw new Error(`${context.getClass().name}.${context.getHandler().name} is not classified`);
    if (access.who === 'anyone') return true;
    const request = requestOf(context);
    request.asker = await this.askerOf(request);
    await this.mayComeThisFar(access, context, request.asker.actor);
    if (access.does === 'change') request.changer = changerOf(request, request.asker);
    return true;
  }

  private async askerOf(request: AskedRequest) {
    const token = sessionToken(request);
    const found = token === null ? null : await this.sessions.find(token);
    if (found && 'session' in found) return askerOf(request, found.session);
    if (found?.firstNoticed) await this.door.recordAccess({ kind: 'signedOut', what: 'signOut', caseIds: [], fields: 'list', code: found.ended }, actorOf(found.personId, found.posts, request.ip ?? null));
    throw new RefusalError(refuse('ACCESS.SIGNED_OUT', { because: found?.ended ?? 'noSession' }));
  }

  private async mayComeThisFar(access: Exclude<RouteAccess, { who: 'anyone' }>, context: ExecutionContext, actor: PersonActor): Promise<void> {
    const { roles } = access;
    if (roles === 'any' || actor.posts.some((post) => roles.includes(post.role))) return;
    const what = context.getHandler().name;
    await this.door.recordAccess({ kind: 'refused', what, caseIds: caseIdsOf(requestOf(context)), fields: 'list', code: 'ACCESS.ROLE_NEEDED' }, actor);
    throw new RefusalError(refuse('ACCESS.ROLE_NEEDED', { roles: [...roles] }));
  }
}

function caseIdsOf(request: AskedRequest): string[] {
  const { caseId } = request.params;
  return typeof caseId === 'string' ? [caseId] : [];
}
