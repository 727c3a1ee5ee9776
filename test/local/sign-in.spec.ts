import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signInPaths } from '#config';
import * as client from 'openid-client';
import { freePort } from '../factories/free-port.js';
import { newHome, removeHome, Running } from './installation.js';

const people = [
  { subject: 'referrer', name: 'Айгүл <Серікқызы>', email: 'a@one.example', title: 'Oncologist', institution: 'Astana', role: 'referrer' },
  { subject: 'chair', name: '李伟', email: 'l@two.example', title: 'Surgeon', institution: 'Shanghai', role: 'chair' },
];

/** What a browser keeps between two pages. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, method = 'GET', headers: Record<string, string> = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { method, redirect: 'manual', headers: { ...headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    return answer;
  }
}

const home = newHome();
const secret = 'a-secret-of-the-test-client';
let issuer: string;
let publicUrl: string;
let env: Record<string, string>;
let provider: Running;

async function startProvider(): Promise<void> {
  provider = new Running(process.execPath, ['dist/apps/local/sign-in.js'], env);
  for (let up = false; !up; up = await fetch(`${issuer}/.well-known/openid-configuration`).then(() => true, () => false)) {
    if (provider.output !== '' && /Error/.test(provider.output)) throw new Error(provider.output);
  }
}

beforeAll(async () => {
  const port = await freePort();
  [issuer, publicUrl] = [`http://localhost:${port}`, 'http://localhost:3999'];
  env = {
    CONSILIUM_HOME: home, CONSILIUM_PUBLIC_URL: publicUrl, CONSILIUM_OIDC_ISSUER: issuer, CONSILIUM_OIDC_CLIENT_ID: 'consilium',
    CONSILIUM_OIDC_CLIENT_SECRET: secret, CONSILIUM_SIGN_IN_PORT: String(port),
  };
  writeFileSync(join(home, 'people.json'), JSON.stringify(people));
  await startProvider();
}, 60_000);
afterAll(async () => {
  await provider.stop();
  removeHome(home);
});

async function discovered(): Promise<client.Configuration> {
  return client.discovery(new URL(issuer), 'consilium', undefined, client.ClientSecretPost(secret), { execute: [client.allowInsecureRequests] });
}

/** Asks for a sign-in as the product does; answers with the page of people. */
async function ask(browser: Browser, more: Record<string, string> = {}) {
  const config = await discovered();
  const verifier = client.randomPKCECodeVerifier();
  const state = client.randomState();
  const asked = client.buildAuthorizationUrl(config, {
    redirect_uri: publicUrl + signInPaths.callback, scope: 'openid profile email', state, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...more,
  });
  const first = await browser.go(asked.href);
  return { config, verifier, state, first, page: new URL(first.headers.get('location') ?? '', issuer).href };
}

async function signIn(browser: Browser, subject: string, more: Record<string, string> = {}) {
  const { config, verifier, state, page } = await ask(browser, more);
  const posted = await browser.go(`${page}?subject=${subject}`, 'POST');
  const back = await browser.go(new URL(posted.headers.get('location') ?? '', issuer).href);
  const tokens = await client.authorizationCodeGrant(config, new URL(back.headers.get('location') ?? ''), { pkceCodeVerifier: verifier, expectedState: state, ...('max_age' in more ? { maxAge: Number(more['max_age']) } : {}) });
  return { tokens, config };
}

describe('the sign-in of one machine', () => {
  it('signs a person in by one click and tells the product who, and when', async () => {
    const { tokens, config } = await signIn(new Browser(), 'chair');
    const claims = tokens.claims();
    expect(claims?.sub).toBe('chair');
    expect(Math.abs(Date.now() / 1000 - Number(claims?.auth_time))).toBeLessThan(60);
    expect(await client.fetchUserInfo(config, tokens.access_token, 'chair')).toMatchObject({ name: '李伟', email: 'l@two.example' });
  }, 30_000);

  it('lists people by hospital, says that it is for trying only, and escapes names', async () => {
    const browser = new Browser();
    const { page } = await ask(browser);
    const shown = await (await browser.go(page)).text();
    expect(shown).toContain('lang="en" dir="ltr"');
    expect(shown).toMatch(/Astana[\s\S]*Айгүл &lt;Серікқызы&gt;[\s\S]*Shanghai[\s\S]*李伟/);
    expect(shown).toContain('never part of a hospital');
  });

  it('speaks Hebrew from right to left', async () => {
    const browser = new Browser();
    const { page } = await ask(browser);
    expect(await (await browser.go(page, 'GET', { 'accept-language': 'he-IL,he;q=0.9,en;q=0.8' })).text()).toContain('lang="he" dir="rtl"');
  });

  it('asks again when a fresh sign-in is wished, and says why', async () => {
    const browser = new Browser();
    await signIn(browser, 'referrer');
    const { page } = await ask(browser, { max_age: '0' });
    expect(page).toContain('/sign-in/');
    expect(await (await browser.go(page)).text()).toMatch(/fresh sign-in/);
    const { tokens } = await signIn(browser, 'referrer', { max_age: '600', prompt: 'login' });
    expect(tokens.claims()?.sub).toBe('referrer');
  }, 30_000);

  it('refuses a request without proof key, and a way back that is not the product', async () => {
    const base = { client_id: 'consilium', response_type: 'code', scope: 'openid' };
    const without = await fetch(`${issuer}/auth?${new URLSearchParams({ ...base, redirect_uri: publicUrl + signInPaths.callback }).toString()}`, { redirect: 'manual' });
    expect(without.headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await fetch(`${issuer}/auth?${new URLSearchParams({ ...base, redirect_uri: 'http://localhost:1/x' }).toString()}`, { redirect: 'manual' });
    expect(elsewhere.status).toBe(400);
  });

  it('answers an unknown person and a sign-in that has run out in words', async () => {
    const browser = new Browser();
    const { page } = await ask(browser);
    expect((await browser.go(`${page}?subject=nobody`, 'POST')).status).toBe(400);
    expect(await (await new Browser().go(`${issuer}/sign-in/long-ago`)).text()).toContain('has run out');
  });

  it('keeps its keys and running sign-ins when it is started again', async () => {
    const browser = new Browser();
    const { config, verifier, state, page } = await ask(browser);
    const keys = await (await fetch(`${issuer}/jwks`)).text();
    await provider.stop();
    await startProvider();
    expect(await (await fetch(`${issuer}/jwks`)).text()).toBe(keys);
    const posted = await browser.go(`${page}?subject=chair`, 'POST');
    const back = await browser.go(new URL(posted.headers.get('location') ?? '', issuer).href);
    const tokens = await client.authorizationCodeGrant(config, new URL(back.headers.get('location') ?? ''), { pkceCodeVerifier: verifier, expectedState: state });
    expect(tokens.claims()?.sub).toBe('chair');
  }, 60_000);
});
