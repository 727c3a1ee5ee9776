import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as client from 'openid-client';
import type { Attempt } from './attempts.js';

export interface ProviderSettings { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly callback: string; readonly signedOut: string }

/** Who came back from the identity provider. */
export interface SignedIn {
  readonly subject: string;
  /** UTC instant at which credentials were asked for. */
  readonly authenticatedAt: string;
  readonly sid: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** The clocks of two machines may differ by so much. */
const skewMs = 30_000;
/** Sent with every sign-in, so that the provider must tell when it last asked for credentials. */
const longestSeconds = 12 * 3600;
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** The identity provider is not there, or answers something else. */
export class ProviderUnreachable extends Error {}
/** What came back is not a sign-in we asked for. */
export class SignInRefused extends Error {}

/** OpenID Connect by authorization code with PKCE, state and nonce. Discovery waits for the first sign-in: the provider may start later than we. */
export class IdentityProvider {
  private found: Promise<client.Configuration> | null = null;
  private readonly usedTokens = new Map<string, number>();

  constructor(private readonly settings: ProviderSettings) {}

  /** The address to send the browser to, and what to remember until it is back. */
  async leave(returnTo: string, fresh: boolean, language: string): Promise<{ readonly address: URL; readonly attempt: Attempt }> {
    const configuration = await this.configuration();
    const attempt = { state: client.randomState(), nonce: client.randomNonce(), verifier: client.randomPKCECodeVerifier(), returnTo, fresh };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.settings.callback, scope: 'openid profile email', response_type: 'code', state: attempt.state, nonce: attempt.nonce, ui_locales: language,
      code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier), code_challenge_method: 'S256',
      ...(fresh ? { prompt: 'login', max_age: '0' } : { max_age: String(longestSeconds) }),
    });
    return { address, attempt };
  }

  /** Checks what came back. A fresh sign-in must have asked for credentials after it began. */
  async arrive(query: URLSearchParams, attempt: Attempt & { readonly startedAt: string }): Promise<SignedIn> {
    const configuration = await this.configuration();
    const address = new URL(`${this.settings.callback}?${query.toString()}`);
    const claims = await client.authorizationCodeGrant(configuration, address, {
      pkceCodeVerifier: attempt.verifier, expectedState: attempt.state, expectedNonce: attempt.nonce, idTokenExpected: true,
    }).then((tokens) => tokens.claims(), (error: unknown) => { throw new SignInRefused('The identity provider did not confirm the sign-in', { cause: error }); });
    if (!claims || typeof claims.auth_time !== 'number') throw new SignInRefused('The identity provider does not say when it asked for credentials (auth_time)');
    const authenticatedAt = claims.auth_time * 1000;
    if (attempt.fresh && authenticatedAt + 1000 + skewMs < Date.parse(attempt.startedAt)) throw new SignInRefused('The identity provider did not ask for credentials again');
    return { subject: claims.sub, authenticatedAt: new Date(authenticatedAt).toISOString(), sid: textOf(claims.sid), name: textOf(claims.name), email: textOf(claims.email) };
  }

  /** Where the browser ends its session at the provider; our own page where the provider has none. */
  async leaveForGood(): Promise<string> {
    try {
      return client.buildEndSessionUrl(await this.configuration(), { post_logout_redirect_uri: this.settings.signedOut, client_id: this.settings.clientId }).href;
    } catch {
      return this.settings.signedOut;
    }
  }

  /** Whom a logout token ends (OpenID Connect Back-Channel Logout 1.0). Refused: a nonce, neither sub nor sid, another key, the same twice. */
  async loggedOut(token: string): Promise<{ readonly subject: string | null; readonly sid: string | null }> {
    const metadata = (await this.configuration()).serverMetadata();
    if (!metadata.jwks_uri) throw new SignInRefused('The identity provider names no keys');
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata.jwks_uri)), { issuer: metadata.issuer, audience: this.settings.clientId, maxTokenAge: '5 minutes', clockTolerance: skewMs / 1000 })
      .catch((error: unknown) => { throw new SignInRefused('The logout token is not valid', { cause: error }); });
    const { sub, sid, nonce, events, jti } = payload;
    const isLogout = typeof events === 'object' && events !== null && logoutEvent in events;
    if (!isLogout || nonce !== undefined || typeof jti !== 'string') throw new SignInRefused('This is no logout token');
    if (sub === undefined && typeof sid !== 'string') throw new SignInRefused('The logout token names nobody');
    this.useOnce(jti);
    return { subject: sub ?? null, sid: textOf(sid) };
  }

  private useOnce(jti: string): void {
    const now = Date.now();
    for (const [used, until] of this.usedTokens) if (until < now) this.usedTokens.delete(used);
    if (this.usedTokens.has(jti)) throw new SignInRefused('This logout token was used before');
    this.usedTokens.set(jti, now + 10 * 60_000);
  }

  private configuration(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    // plain HTTP only where the configured issuer itself is: one machine, or a network that ends TLS before it
    const execute = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    this.found ??= client.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 }).catch((error: unknown) => {
      this.found = null;
      throw new ProviderUnreachable('The identity provider does not answer', { cause: error });
    });
    return this.found;
  }
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
