import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import request from 'supertest';
import type { TestDatabase } from '../factories/database.js';
import { testDatabase } from '../factories/database.js';
import { freePort } from '../factories/free-port.js';
import { newHome, removeHome, Running } from '../local/installation.js';
import { testApi, type TestApi } from './api.fixture.js';
import { hospital, post, somebody } from './people.fixture.js';

const secret = 'a-secret-of-the-test-client';
const home = newHome();
let database: TestDatabase;
let api: TestApi;
let provider: Running;
let publicUrl: string;
let issuer: string;

/** Keeps the cookies of both sides, as a browser does; follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, method = 'GET', headers: Record<string, string> = {}, body?: string): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { method, redirect: 'manual', headers: { ...headers, cookie }, ...(body === undefined ? {} : { body }) });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name); else this.cookies.set(name, value);
    }
    return answer;
  }
  get session(): string | undefined {
    return this.cookies.get('consilium');
  }
  plant(name: string, value: string): void {
    this.cookies.set(name, value);
  }
}

/** Through the real identity provider, page by page, as somebody who clicks a name. */
async function signIn(browser: Browser, subject: string, query = ''): Promise<Response> {
  let answer = await browser.go(`${publicUrl}/api/sign-in${query}`);
  for (let step = 0; step < 12; step += 1) {
    const to = answer.headers.get('location');
    if (answer.status < 300 || answer.status >= 400 || to === null) {
      const page = /action="(\/sign-in\/[^"?]+)/.exec(await answer.clone().text())?.[1];
      if (page === undefined) return answer;
      answer = await browser.go(`${issuer}${page}?subject=${subject}`, 'POST');
      continue;
    }
    const address = new URL(to, answer.url);
    if (address.origin === publicUrl && !address.pathname.startsWith('/api/')) return answer;
    answer = await browser.go(address.href);
  }
  throw new Error('the sign-in goes round in circles');
}
const who = async (browser: Browser) => { const answer = await browser.go(`${publicUrl}/api/session`); return { status: answer.status, body: await answer.json() as { person?: { name: string }; csrf: string; authenticatedAt: string; code?: string; facts?: { because?: string } } }; };
const ends = () => database.door.query<{ because: string }[]>(`select data ->> 'because' as because from event where type = 'SignedOut' order by at, seq`);

beforeAll(async () => {
  database = await testDatabase();
  const [apiPort, port] = [await freePort(), await freePort()];
  [publicUrl, issuer] = [`http://localhost:${apiPort}`, `http://localhost:${port}`];
  writeFileSync(join(home, 'people.json'), JSON.stringify(['nurse', 'stranger', 'first'].map((subject) => ({ subject, name: subject, email: `${subject}@test.example`, title: 'x', institution: 'x', role: 'x' }))));
  provider = new Running(process.execPath, ['dist/apps/local/sign-in.js'], { CONSILIUM_HOME: home, CONSILIUM_PUBLIC_URL: publicUrl, CONSILIUM_OIDC_ISSUER: issuer, CONSILIUM_OIDC_CLIENT_ID: 'consilium', CONSILIUM_OIDC_CLIENT_SECRET: secret, CONSILIUM_SIGN_IN_PORT: String(port) });
  for (let up = false; !up;) up = await fetch(`${issuer}/.well-known/openid-configuration`).then(() => true, () => false);
  api = await testApi(database, { publicUrl, provider: { issuer, clientSecret: secret } });
  await new Promise<void>((resolve) => { api.server.listen(apiPort, 'localhost', resolve); });
}, 120_000);
afterAll(async () => {
  await api?.end();
  await provider?.stop();
  await database?.end();
  removeHome(home);
});

describe('an empty installation', () => {
  it('lets whoever signs in first set up the first hospital, once', async () => {
    const browser = new Browser();
    expect((await signIn(browser, 'first')).headers.get('location')).toBe('/setup');
    expect(await (await browser.go(`${publicUrl}/api/setup`)).json()).toMatchObject({ needed: true, signedIn: true, suggestedName: 'first' });
    const body = JSON.stringify({ institutionCode: 'first-hospital', institutionName: { en: 'First' }, zone: 'Asia/Almaty', country: 'KZ', calendarId: 'astana', name: 'First Admin', email: 'first@test.example', language: 'en' });
    const done = await browser.go(`${publicUrl}/api/setup`, 'POST', { 'content-type': 'application/json' }, body);
    expect(done.status).toBe(200);
    await signIn(browser, 'first');
    expect((await who(browser)).body).toMatchObject({ person: { name: 'First Admin' }, may: expect.arrayContaining(['admin', 'audit']) as unknown });
    expect((await browser.go(`${publicUrl}/api/setup`, 'POST', { 'content-type': 'application/json' }, body)).status).toBe(409);
    expect((await new Browser().go(`${publicUrl}/api/setup`, 'POST', { 'content-type': 'application/json' }, body)).status).toBe(401);
  });
});

describe('signing in', () => {
  beforeAll(async () => { await somebody(database, 'nurse', [post(await hospital(database, 'second'), 'caseManager')]); });

  it('brings the person back to where they were, under a new session id whatever was planted', async () => {
    const browser = new Browser();
    browser.plant('consilium', 'planted-by-somebody');
    const back = await signIn(browser, 'nurse', '?return=/inbox');
    expect(back.headers.get('location')).toBe('/inbox');
    expect(browser.session).not.toBe('planted-by-somebody');
    expect(await who(browser)).toMatchObject({ status: 200, body: { person: { name: 'Name of nurse' } } });
    const [row] = await database.door.query<{ n: number }[]>('select count(*) as n from session where id = $1', [browser.session]);
    expect(row?.n).toBe(0);
  });

  it('goes back to our own pages only', async () => {
    for (const wish of ['https://evil.example/', '//evil.example', '/\\evil.example', '/api/session']) {
      expect((await signIn(new Browser(), 'nurse', `?return=${encodeURIComponent(wish)}`)).headers.get('location')).toBe('/');
    }
  });

  it('afresh asks for credentials again', async () => {
    const browser = new Browser();
    await signIn(browser, 'nurse');
    const before = (await who(browser)).body.authenticatedAt;
    await new Promise((resolve) => { setTimeout(resolve, 1_100); });
    await signIn(browser, 'nurse', '?fresh=1');
    expect((await who(browser)).body.authenticatedAt > before).toBe(true);
  });

  it('tells somebody without an account so, and keeps nothing', async () => {
    const browser = new Browser();
    const answer = await signIn(browser, 'stranger');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
    expect(browser.session).toBeUndefined();
  });

  it('is good in the browser that began it, and once', async () => {
    const [began, other] = [new Browser(), new Browser()];
    const away = await began.go(`${publicUrl}/api/sign-in`);
    const state = new URL(away.headers.get('location') ?? '').searchParams.get('state') ?? '';
    expect((await other.go(`${publicUrl}/api/sign-in/callback?state=${state}&code=x`)).status).toBe(400);
    expect((await began.go(`${publicUrl}/api/sign-in/callback?state=${state}&code=x`)).status).toBe(403);
    expect((await began.go(`${publicUrl}/api/sign-in/callback?state=${state}&code=x`)).status).toBe(400);
  });
});

describe('a session ends (P38)', () => {
  it('when the person signs out, is disabled, or the session is too old; each with its cause on record', async () => {
    const out = await api.as('nurse');
    expect((await out.change('/api/session/sign-out')).status).toBe(200);
    expect((await out.get('/api/session')).status).toBe(401);
    const [one, two] = [await api.as('nurse'), await api.as('nurse')];
    await database.door.query(`update person set active = false where subject = 'nurse'`);
    for (const browser of [one, two]) expect((await browser.get('/api/session')).body).toMatchObject({ code: 'ACCESS.SIGNED_OUT', facts: { because: 'disabled' } });
    await database.door.query(`update person set active = true where subject = 'nurse'`);
    expect((await one.get('/api/session')).status).toBe(401);
    const idle = await api.as('nurse');
    await database.door.query(`update session set seen_at = clock_timestamp() - interval '31 minutes' where ended_at is null`);
    expect((await idle.get('/api/session')).body).toMatchObject({ facts: { because: 'idle' } });
    const old = await api.as('nurse');
    await database.door.query(`update session set ends_at = clock_timestamp() - interval '1 second' where ended_at is null`);
    expect((await old.get('/api/session')).body).toMatchObject({ facts: { because: 'tooOld' } });
    expect((await ends()).map(({ because }) => because)).toEqual(expect.arrayContaining(['signedOut', 'disabled', 'disabled', 'idle', 'tooOld']));
  });
});

describe('the provider says that a session is over (P38 b)', () => {
  let keys: { privateKey: CryptoKey };
  let stranger: { privateKey: CryptoKey };
  let told: TestApi;
  let close: () => void;
  const audience = 'consilium';
  let at: string;
  const token = (claims: Record<string, unknown>, key: CryptoKey = keys.privateKey) => new SignJWT({ events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, jti: crypto.randomUUID(), ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'logout+jwt' }).setIssuedAt().setIssuer(at).setAudience(audience).sign(key);
  const tell = (logoutToken: string) => request(told.server).post('/api/sign-out/back-channel').type('form').send({ logout_token: logoutToken });

  beforeAll(async () => {
    const [pair, other] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256')];
    keys = pair;
    stranger = other;
    const jwk = { ...await exportJWK(pair.publicKey), kid: 'one', alg: 'RS256', use: 'sig' };
    const server = createServer((incoming, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(incoming.url === '/jwks' ? { keys: [jwk] } : { issuer: at, jwks_uri: `${at}/jwks`, authorization_endpoint: `${at}/a`, token_endpoint: `${at}/t`, response_types_supported: ['code'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'] }));
    });
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
    at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => server.close();
    told = await testApi(database, { provider: { issuer: at, clientSecret: secret } });
  });
  afterAll(async () => { await told?.end(); close(); });

  it('sub ends all of the person, sid one; a nonce, another key, nobody named, and the same twice end nothing', async () => {
    const [one, two] = [await told.as('nurse'), await told.as('nurse')];
    for (const bad of [await token({ sub: 'nurse', nonce: 'n' }), await token({ sub: 'nurse' }, stranger.privateKey), await token({})]) expect((await tell(bad)).status).toBe(400);
    expect((await one.get('/api/session')).status).toBe(200);
    const all = await token({ sub: 'nurse' });
    expect((await tell(all)).status).toBe(200);
    for (const browser of [one, two]) expect((await browser.get('/api/session')).body).toMatchObject({ facts: { because: 'provider' } });
    const again = await told.as('nurse');
    expect((await tell(all)).status).toBe(400);
    expect((await again.get('/api/session')).status).toBe(200);
    expect((await tell(await token({ sid: 'sid-nurse' }))).status).toBe(200);
    expect((await again.get('/api/session')).status).toBe(401);
    expect((await ends()).map(({ because }) => because)).toContain('provider');
  });
});
