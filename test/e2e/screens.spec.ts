import { jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { startInstallation, type Installation } from './installation.js';
import { fillBySummary, Keyboard } from './keyboard.js';
import { Person } from './person.js';
import { Quiet } from './quiet.js';
import { routes, unreachable } from './routes.js';
import { screens, type Viewer } from './screens.js';
import { faultsOf } from './soundness.js';

jest.setTimeout(4 * 60_000);

type Language = 'en' | 'he';
const languages: readonly Language[] = ['en', 'he'];
const widths = [1440, 390] as const;
const viewers: readonly Viewer[] = [null, 'Wu Na', 'Dr Nurlan Omarov', 'Dr Chen Yu', 'Ma Li'];

let product: Installation;
const people = new Map<string, Person>();
const quiet = new WeakMap<Page, Quiet>();
let strangers: BrowserContext | undefined;

beforeAll(async () => { product = await startInstallation(); });
afterAll(async () => { await product?.stop(); });

/** Everybody signs in when first needed, once. */
async function as(name: string): Promise<Person> {
  const there = people.get(name) ?? await Person.signIn(product.browser, product.url, name);
  people.set(name, there);
  quiet.set(there.page, quiet.get(there.page) ?? new Quiet(there.page));
  return there;
}

async function windowOf(viewer: Viewer): Promise<Page> {
  if (viewer !== null) return (await as(viewer)).page;
  strangers ??= await product.browser.newContext({ baseURL: product.url, locale: 'en-GB', reducedMotion: 'reduce', colorScheme: 'light' });
  const page = await strangers.newPage();
  quiet.set(page, new Quiet(page));
  return page;
}

/** The screen stands, and nothing on it is still on its way. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await quiet.get(page)?.comes();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await quiet.get(page)?.comes();
}

/** Opens an address in a language, as somebody does who chose it on this device. */
async function open(page: Page, address: string, language: Language): Promise<void> {
  if (!page.url().startsWith(product.url)) await page.goto('/kit');
  await page.evaluate(`localStorage.setItem('consilium.language', '${language}')`);
  await page.goto(address);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await settled(page);
}

/** Makes the window this wide, and as high as the page: what a bar that stays lies on is scrolled out of it, so it is no fault. */
async function widen(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await settled(page);
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width, height: Math.max(900, height) });
  await settled(page);
}

describe('every screen', () => {
  it('has a line in the table of screens: one that is new needs somebody to look at it', () => {
    expect(unreachable).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
    expect(screens.map(({ route }) => route).sort()).toEqual([...routes].sort());
  });

  it.each(viewers)('of %s is sound in English and Hebrew, at 1440 and at 390 px', async (viewer) => {
    const page = await windowOf(viewer);
    const faults: Record<string, readonly string[]> = {};
    const seen = screens.filter(({ by }) => by === viewer);
    const addresses = await Promise.all(seen.map(({ at }) => at(page)));
    for (const address of addresses) {
      for (const language of languages) {
        await open(page, address, language);
        for (const width of widths) {
          await widen(page, width);
          const found = await faultsOf(page, language);
          if (found.length > 0) faults[`${address} ${language} ${width}`] = found;
        }
      }
    }
    expect(faults).toEqual({});
  });
});

/** Time passes: signing needs credentials younger than ten minutes. */
async function makeSignInsOld(): Promise<void> {
  const door = new pg.Client({ connectionString: product.setting('CONSILIUM_DATABASE_DOOR_URL') });
  await door.connect();
  try {
    await door.query(`update session set authenticated_at = authenticated_at - interval '20 minutes'`);
  } finally {
    await door.end();
  }
}

async function inEnglish({ page }: Person, address: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, address, 'en');
}

describe('a review by keyboard only', () => {
  it('from the inbox to the signature, with a fresh sign-in; another window shows it without being loaded again', async () => {
    const [chen, wu] = [await as('Dr Chen Yu'), await as('Wu Na')];
    await inEnglish(chen, '/inbox');
    await inEnglish(wu, '/cases');
    const { page } = chen;
    const keyboard = new Keyboard(page);
    const row = page.locator('button[id^="task-"][aria-current="true"]');
    const number = /C-\d+/.exec(await row.textContent() ?? '')?.[0] ?? '';
    await keyboard.press('j');
    await row.filter({ hasNotText: number }).waitFor();
    await keyboard.press('k');
    await row.filter({ hasText: number }).waitFor();
    await page.locator(':focus').filter({ hasText: number }).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('region', { name: 'Opinion', exact: true }).waitFor();
    expect(await fillBySummary(page, 'Control+Enter')).toEqual([]);

    await wu.page.evaluate('window.neverLoadedAgain = true');
    const signed = wu.page.getByRole('article').filter({ hasText: number }).getByText('signed', { exact: true });
    expect(await signed.count()).toBe(0);
    await makeSignInsOld();
    await keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('link', { name: 'Sign in in a new window' }).waitFor();
    const opening = chen.context.waitForEvent('page');
    await keyboard.press('Enter');
    const window = await opening;
    const done = page.waitForResponse((answer) => answer.url().endsWith('/sign') && answer.ok());
    await window.getByRole('button', { name: 'Dr Chen Yu' }).focus();
    await Promise.all([window.waitForEvent('close'), window.keyboard.press('Enter')]);
    await done;
    const since = performance.now();
    await signed.waitFor({ state: 'attached' });
    process.stdout.write(`a signature was seen in the other window after ${Math.round(performance.now() - since)} ms\n`);
    expect(await wu.page.evaluate('window.neverLoadedAgain')).toBe(true);
    await page.getByText(`Opinion on ${number} signed.`).waitFor();
  });
});

describe('what is typed', () => {
  it('is there after Back and Forward', async () => {
    const omarov = await as('Dr Nurlan Omarov');
    const { page } = omarov;
    await inEnglish(omarov, '/cases');
    await page.getByRole('link', { name: 'New referral' }).click();
    await page.getByLabel('Question to the board').fill('Is it to be kept?');
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await page.goForward();
    await settled(page);
    expect(await page.getByLabel('Question to the board').inputValue()).toBe('Is it to be kept?');
  });

  it('survives a session that ends in the middle of the form, and a reload after', async () => {
    const omarov = await as('Dr Nurlan Omarov');
    const { page, context } = omarov;
    await inEnglish(omarov, await screens.find(({ route }) => route === '/cases/:caseId/referral')?.at(page) ?? '');
    const field = page.getByRole('textbox', { name: 'Presenting complaint' });
    await field.fill('Typed before the session ended.');
    await page.getByText(/^Saved /).waitFor();
    const other = await context.newPage();
    await other.goto('/inbox');
    await other.getByRole('button', { name: /^Dr Nurlan Omarov/ }).click();
    await Promise.all([other.waitForResponse((answer) => answer.url().endsWith('/sign-out')), other.getByRole('menuitem', { name: 'Sign out' }).click()]);
    await other.close();
    await field.fill('Typed after the session ended.');
    await omarov.signInAgain();
    await page.getByText(/^Saved /).waitFor();
    await page.reload();
    await settled(page);
    expect(await field.inputValue()).toBe('Typed after the session ended.');
  });

  it('no script failed on any screen and no answer was the server’s fault', () => {
    expect([...people.values()].flatMap(({ name, troubles }) => troubles.map((trouble) => `${name}: ${trouble}`))).toEqual([]);
  });
});
