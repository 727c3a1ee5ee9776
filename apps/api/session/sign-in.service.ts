import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { DataSource } from 'typeorm';
import { Attempts, IdentityProvider, nobodyYet, personOfSubject, SignInRefused, Sessions, type SignedIn } from '#access';
import { holds, refuse, type PersonActor } from '#domain';
import type { DoorPort } from '#door';
import { resolveLanguage } from '#locales';
import { RefusalError } from '../door/refusal-error.js';
import { ATTEMPTS, CONFIG, DOOR, DOOR_SOURCE, PROVIDER, SESSIONS } from '../door/tokens.js';
import { actorOf } from '../http/asker.js';
import { clearCookie, cookieOf, sessionCookie, sessionToken, setCookie, setupCookie, signInCookie } from '../http/cookies.js';
import type { Changer } from '../http/request.js';
import { readerOf } from '../problems/problem.filter.js';
import type { EndedSessionsDto } from '../people/people.dto.js';
import { refusedPage } from './refused-page.js';
import type { SignedOutDto } from './session.dto.js';
import type { SignInQueryDto } from './sign-in.dto.js';

interface Manner { readonly publicUrl: string }

/** Sign-in, sign-out, and what the identity provider tells us by itself. */
@Injectable()
export class SignInService {
  constructor(
    @Inject(PROVIDER) private readonly provider: IdentityProvider, @Inject(SESSIONS) private readonly sessions: Sessions, @Inject(ATTEMPTS) private readonly attempts: Attempts,
    @Inject(DOOR) private readonly door: DoorPort, @Inject(DOOR_SOURCE) private readonly source: DataSource, @Inject(CONFIG) private readonly config: Manner,
  ) {}

  async begin(query: SignInQueryDto, request: Request, response: Response): Promise<void> {
    const language = resolveLanguage([request.acceptsLanguages()[0]]);
    const { address, attempt } = await this.provider.leave(ownPath(query.return), query.fresh !== undefined, language);
    await this.attempts.remember(attempt);
    setCookie(response, signInCookie, this.attempts.seal(attempt.state), { secure: this.secure, maxAgeSeconds: 900, path: '/api/sign-in' });
    response.redirect(302, address.href);
  }

  async complete(request: Request, response: Response): Promise<void> {
    const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
    const state = query.get('state');
    clearCookie(response, signInCookie, { secure: this.secure, path: '/api/sign-in' });
    const attempt = state !== null && this.attempts.open(cookieOf(request, signInCookie) ?? undefined) === state ? await this.attempts.take(state) : null;
    if (!attempt) return this.refuse(request, response, 400, 'expired');
    try {
      const signedIn = await this.provider.arrive(query, attempt);
      await this.admit(signedIn, attempt, request, response);
    } catch (error) {
      if (!(error instanceof SignInRefused)) throw error;
      this.refuse(request, response, 403, 'refused');
    }
  }

  private async admit(signedIn: SignedIn, attempt: { readonly returnTo: string; readonly fresh: boolean }, request: Request, response: Response): Promise<void> {
    const person = await personOfSubject(this.source, signedIn.subject);
    if (!person && await nobodyYet(this.source)) return this.toSetup(signedIn, response);
    if (!person?.active) return this.refuse(request, response, 403, person ? 'disabled' : 'unknownPerson');
    const before = sessionToken(request);
    if (before !== null) await this.endToken(before);
    // always a new id: a cookie that was planted before the sign-in is worth nothing after it
    const { token } = await this.sessions.begin({ personId: person.id, subject: signedIn.subject, authenticatedAt: signedIn.authenticatedAt, providerSid: signedIn.sid, address: request.ip ?? null });
    await this.door.recordAccess({ kind: 'signedIn', what: 'signIn', caseIds: [], fields: 'list', code: attempt.fresh ? 'fresh' : null }, actorOf(person.id, person.posts, request.ip ?? null));
    setCookie(response, sessionCookie, token, { secure: this.secure });
    response.redirect(302, attempt.returnTo);
  }

  /** Nobody has been set up yet: who signs in first may set up the first hospital. Kept in a sealed cookie for half an hour. */
  private toSetup({ subject, name, email }: SignedIn, response: Response): void {
    const sealed = this.attempts.seal(Buffer.from(JSON.stringify({ subject, name, email, until: Date.now() + 1_800_000 })).toString('base64url'));
    setCookie(response, setupCookie, sealed, { secure: this.secure, maxAgeSeconds: 1800 });
    response.redirect(302, '/setup');
  }

  async signOut(by: Changer): Promise<SignedOutDto> {
    await this.sessions.end(by.sessionId, 'signedOut');
    await this.door.recordAccess({ kind: 'signedOut', what: 'signOut', caseIds: [], fields: 'list', code: 'signedOut' }, by.actor);
    return { redirectTo: await this.provider.leaveForGood() };
  }

  /** All sessions of a person, by an admin of one of the person's hospitals. */
  async endAll(by: Changer, personId: string): Promise<EndedSessionsDto> {
    const posts = await this.source.query<{ institution_id: string }[]>('select institution_id from post where person_id = $1', [personId]);
    if (!posts.some(({ institution_id }) => holds(by.actor, 'admin', institution_id))) {
      await this.door.recordAccess({ kind: 'refused', what: 'endSessions', caseIds: [], fields: 'list', code: 'ACCESS.NOT_FOUND' }, by.actor);
      throw new RefusalError(refuse('ACCESS.NOT_FOUND', {}));
    }
    const ended = await this.sessions.endOfPerson(personId, 'admin');
    for (const id of ended) await this.recordEnd(id, 'admin');
    return { ended: ended.length };
  }

  async backChannel(token: string): Promise<void> {
    const { subject, sid } = await this.provider.loggedOut(token).catch((error: unknown) => {
      if (error instanceof SignInRefused) throw new RefusalError(refuse('INPUT.NOT_READABLE', {}, 'logout_token'));
      throw error;
    });
    const ended = sid !== null ? await this.sessions.endOfProviderSession(sid, 'provider') : await this.sessions.endOfSubject(subject ?? '', 'provider');
    for (const id of ended) await this.recordEnd(id, 'provider');
  }

  private async endToken(token: string): Promise<void> {
    const found = await this.sessions.find(token);
    if (found && 'session' in found) await this.sessions.end(found.session.id, 'renewed');
  }
  private async recordEnd(personId: string, because: string): Promise<void> {
    const posts = await this.source.query<PersonActor['posts'][number][]>('select institution_id as "institutionId", role, discipline from post where person_id = $1', [personId]);
    const actor = actorOf(personId, posts, null);
    return this.door.recordAccess({ kind: 'signedOut', what: 'signOut', caseIds: [], fields: 'list', code: because }, actor);
  }
  private refuse(request: Request, response: Response, status: number, because: 'expired' | 'refused' | 'disabled' | 'unknownPerson'): void {
    response.status(status).type('html').send(refusedPage(because, readerOf(request).language));
  }
  private get secure(): boolean {
    return this.config.publicUrl.startsWith('https:');
  }
}

/** Back to a page of our own and nowhere else: a path, not an address that only looks like one. */
export function ownPath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wanted) && !wanted.startsWith('/api/') ? wanted : '/';
}
