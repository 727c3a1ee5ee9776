import { jest } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import pg from 'pg';
import { startInstallation, type Installation } from './installation.js';
import { fillBySummary, Keyboard } from './keyboard.js';
import { Person } from './person.js';
import { Quiet } from './quiet.js';
import { routes, unreachable } from './routes.js';
import { screens, taskIn, type Viewer } from './screens.js';
import { faultsOf } from './soundness.js';

// Patience with a machine that does other things too: nothing passes by it.
jest.setTimeout(12 * 60_000);

type Language = 'en' | 'he';
const languages: readonly Language[] = ['en', 'he'];
const widths = [1440, 390] as const;
const viewers: readonly Viewer[] = ['Wu Na', 'Ma Li', 'Dr Chen Yu', 'Dr Nurlan Omarov', null];

let product: Installation;
let stranger: BrowserContext | undefined;
const people = new Map<string, Person>();
const quiet = new WeakMap<Page, Quiet>();

beforeAll(async () => { product = await startInstallation(); });
afterAll(async () => { await product?.stop(); });

/** Everybody signs in when first needed, once. */
async function as(name: string): Promise<Person> {
  const there = people.get(name) ?? await Person.signIn(product.browser, product.url, name);
  people.set(name, there);
  quiet.set(there.page, quiet.get(there.page) ?? new Quiet(there.page));
  return there;
}

/** A window in which nobody is signed in. */
async function nobody(language: Language): Promise<Page> {
  await stranger?.close();
  stranger = await product.browser.newContext({ baseURL: product.url, locale: language === 'he' ? 'he-IL' : 'en-GB', reducedMotion: 'reduce' });
  const page = await stranger.newPage();
  quiet.set(page, new Quiet(page));
  return page;
}

/** The screen stands, and nothing on it is still on its way. */
async function settled(page: Page, loads = false): Promise<void> {
  await page.locator('h1').first().waitFor();
  await quiet.get(page)?.comes();
  if (!loads) await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await quiet.get(page)?.comes();
}

/** Opens an address in a language, as somebody does who chose it on this device. */
async function open(page: Page, address: string, language: Language, loads = false): Promise<void> {
  if (!page.url().startsWith(product.url)) await page.goto('/kit');
  await page.evaluate(`localStorage.setItem('consilium.language', '${language}')`);
  await page.goto(address);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  await settled(page, loads);
}

/** Makes the window this wide, and as high as the page: what a bar that stays lies on is scrolled out of it, so it is no fault. */
async function widen(page: Page, width: number, loads = false): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await settled(page, loads);
  const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
  await page.setViewportSize({ width, height: Math.max(900, height) });
  await settled(page, loads);
}

/** What is not sound on the screens of one viewer, by address, language and width. */
async function look(viewer: Viewer): Promise<Record<string, readonly string[]>> {
  const page = viewer === null ? await nobody('en') : (await as(viewer)).page;
  const faults: Record<string, readonly string[]> = {};
  const seen = await Promise.all(screens.filter(({ by }) => by === viewer).map(async ({ at, loads }) => ({ address: await at(page), loads })));
  for (const { address, loads } of seen) {
    for (const language of languages) {
      await open(page, address, language, loads);
      for (const width of widths) {
        await widen(page, width, loads);
        const found = await faultsOf(page, language);
        if (found.length > 0) faults[`${address} ${language} ${width}`] = found;
      }
    }
  }
  return faults;
}

let looking: ReadonlyMap<Viewer, Promise<Record<string, readonly string[]>>> | undefined;

/** Two viewers look at a time, one a core; each one's screens are a test of their own. */
function looks(): NonNullable<typeof looking> {
  if (looking === undefined) {
    const ends: Promise<unknown>[] = [Promise.resolve(), Promise.resolve()];
    looking = new Map(viewers.map((viewer, at) => {
      const found = (ends[at % 2] ?? Promise.resolve()).then(() => look(viewer));
      ends[at % 2] = found.catch(() => undefined);
      return [viewer, found];
    }));
  }
  return looking;
}

describe('every screen', () => {
  it('has a line in the table of screens: one that is new needs somebody to look at it', () => {
    expect(unreachable).toEqual([]);
    expect(routes.length).toBeGreaterThan(20);
    expect(screens.map(({ route }) => route).sort()).toEqual([...routes].sort());
  });

  it.each(viewers)('of %s is sound in English and Hebrew, at 1440 and at 390 px', async (viewer) => {
    expect(await looks().get(viewer)).toEqual({});
  });

  it('and the identity provider’s page, where whoever is not signed in or has signed out comes to, is as sound', async () => {
    const faults: Record<string, readonly string[]> = {};
    for (const language of languages) {
      const page = await nobody(language);
      await page.goto('/cases');
      await page.getByRole('button', { name: 'Dr Chen Yu' }).waitFor();
      for (const width of widths) {
        await widen(page, width);
        const found = await faultsOf(page, language);
        if (found.length > 0) faults[`${language} ${width}`] = found;
      }
    }
    expect(faults).toEqual({});
  });
});

async function inDatabase(statement: string, name: string): Promise<void> {
  const door = new pg.Client({ connectionString: product.setting('CONSILIUM_DATABASE_DOOR_URL') });
  await door.connect();
  try {
    const { rowCount } = await door.query(`${statement} and person_id = (select id from person where name = $1)`, [name]);
    expect(rowCount).toBeGreaterThan(0);
  } finally {
    await door.end();
  }
}

/** As if eleven minutes had passed since: signing needs credentials younger than ten. */
const signedInLongAgo = (name: string): Promise<void> => inDatabase(`update session set authenticated_at = authenticated_at - interval '11 minutes' where ended_at is null`, name);
/** As if twelve hours had passed since. */
const sessionIsOver = (name: string): Promise<void> => inDatabase('update session set ends_at = clock_timestamp() where ended_at is null', name);

async function inEnglish({ page }: Person, address: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, address, 'en');
}

/** A mark that a page loaded anew no longer has. */
const plantMark = (page: Page): Promise<unknown> => page.evaluate('window.neverLoadedAgain = true');
const hasMark = (page: Page): Promise<unknown> => page.evaluate('window.neverLoadedAgain === true');

describe('a review by keyboard only', () => {
  it('from signing in to the signature, with a fresh sign-in; another window shows it without being loaded again', async () => {
    const wang = await Person.signIn(product.browser, product.url, 'Dr Wang Min', undefined, 'keyboard');
    people.set('Dr Wang Min', wang);
    quiet.set(wang.page, new Quiet(wang.page));
    const { page } = wang;
    const keyboard = new Keyboard(page);
    const review = await taskIn(page, 'imagingReview', 'ready');
    const wu = await as('Wu Na');
    await inEnglish(wu, '/cases');
    const card = wu.page.getByRole('article').filter({ has: wu.page.getByText(review.caseNumber, { exact: true }) });
    await card.first().waitFor();
    await plantMark(wu.page);

    await keyboard.until('Tab', ({ text }) => text === 'Inbox');
    await keyboard.press('Enter');
    const current = page.locator('button[id^="task-"][aria-current="true"]');
    await current.waitFor();
    const first = await current.getAttribute('id');
    await keyboard.until('j', ({ id }) => id === `task-${review.id}`);
    await keyboard.press('k');
    await keyboard.until('j', ({ id }) => id === `task-${review.id}`);
    expect(first).not.toBe(`task-${review.id}`);
    const claimed = page.waitForResponse((answer) => answer.url().endsWith('/claim') && answer.ok());
    await keyboard.press('c');
    await claimed;
    await page.locator(`button[id="task-${review.id}"]:focus`).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('region', { name: 'Opinion', exact: true }).waitFor();
    expect(await fillBySummary(page, 'Control+Enter')).toEqual([]);

    const signed = card.getByText('signed', { exact: true });
    expect(await signed.count()).toBe(0);
    await page.getByText(/^Saved /).waitFor();
    await signedInLongAgo('Dr Wang Min');
    await keyboard.press('Control+Enter');
    await page.getByRole('dialog').getByRole('link', { name: 'Sign in in a new window' }).waitFor();
    const [opening, line] = [wang.context.waitForEvent('page'), page.waitForResponse((answer) => answer.url().endsWith('/api/live') && answer.ok())];
    await keyboard.press('Enter');
    const window = await opening;
    const done = page.waitForResponse((answer) => answer.url().endsWith('/sign') && answer.ok());
    await Promise.all([window.waitForEvent('close'), new Keyboard(window).choose('Dr Wang Min')]);
    await done;
    const since = performance.now();
    await signed.waitFor({ state: 'attached' });
    process.stdout.write(`a signature was seen in the other window after ${Math.round(performance.now() - since)} ms\n`);
    expect(await hasMark(wu.page)).toBe(true);
    await page.getByText(`Opinion on ${review.caseNumber} signed.`).waitFor();
    await line;
  });

  it('nothing takes the focus under a bar that stays, nor on a phone', async () => {
    const { page } = await as('Dr Nurlan Omarov');
    await open(page, await screens.find(({ route }) => route === '/cases/:caseId/referral')?.at(page) ?? '', 'en');
    await page.setViewportSize({ width: 390, height: 700 });
    await settled(page);
    const keyboard = new Keyboard(page);
    const covered: string[] = [];
    for (let i = 0; i < 120; i++) {
      await keyboard.press('Tab');
      const focused = await keyboard.focused();
      if (focused.covered) covered.push(`${focused.tag} ${focused.id} ${focused.text.slice(0, 20)}`);
    }
    expect(covered).toEqual([]);
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

  it('survives a session that ends in the middle of the form: signed in again it is saved, and there after a reload', async () => {
    const omarov = await as('Dr Nurlan Omarov');
    const { page } = omarov;
    await inEnglish(omarov, await screens.find(({ route }) => route === '/cases/:caseId/referral')?.at(page) ?? '');
    const field = page.getByRole('textbox', { name: 'Presenting complaint' });
    await field.fill('Typed before the session ended.');
    await page.getByText(/^Saved /).waitFor();
    await plantMark(page);
    await sessionIsOver('Dr Nurlan Omarov');
    await field.fill('Typed after the session ended.');
    await page.getByRole('dialog').getByText('Your session has ended', { exact: false }).waitFor();
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/referral/draft') && answer.ok());
    await omarov.signInAgain();
    await saved;
    expect(await field.inputValue()).toBe('Typed after the session ended.');
    expect(await hasMark(page)).toBe(true);
    await page.reload();
    await settled(page);
    expect(await field.inputValue()).toBe('Typed after the session ended.');
  });

  it('no script failed on any screen and no answer was the server’s fault', () => {
    expect([...people.values()].flatMap(({ name, troubles }) => troubles.map((trouble) => `${name}: ${trouble}`))).toEqual([]);
  });
});
