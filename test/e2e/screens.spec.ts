import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startInstallation, type Installation } from './installation.js';
import { Person } from './person.js';
import { Quiet } from './quiet.js';
import { routes, unreachable } from './routes.js';
import { screens, type Viewer } from './screens.js';
import { faultsOf } from './soundness.js';

jest.setTimeout(4 * 60_000);

type Language = 'en' | 'he';
const languages: readonly Language[] = ['en', 'he'];
const widths = [1440, 390] as const;
// Screens for nobody signed in (the kit shows what never ends loading) are looked at by hand.
const viewers = ['Wu Na', 'Dr Nurlan Omarov', 'Dr Chen Yu', 'Ma Li'] as const satisfies readonly Viewer[];

let product: Installation;
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
    const { page } = await as(viewer);
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
