import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Keyboard } from './keyboard.js';

/** How a window looks at the product. */
export interface Look { readonly width: number; readonly height: number; readonly language: 'en' | 'he' }

/** Patience with a machine that does other things too; nothing here passes by waiting. */
export const patience = 90_000;

/** Somebody at a browser of their own, signed in through the real page of the identity provider. */
export class Person {
  private constructor(readonly name: string, readonly context: BrowserContext, readonly page: Page, private readonly faults: string[], private readonly asked: Set<string>) {}

  static async signIn(browser: Browser, url: string, name: string, { width, height, language }: Look = { width: 1440, height: 900, language: 'en' }, by: 'mouse' | 'keyboard' = 'mouse'): Promise<Person> {
    const context = await browser.newContext({ viewport: { width, height }, locale: language === 'he' ? 'he-IL' : 'en-GB', reducedMotion: 'reduce', baseURL: url, acceptDownloads: true });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const faults: string[] = [];
    const asked = new Set<string>();
    context.on('request', (request) => asked.add(request.url()));
    watch(page, faults);
    const person = new Person(name, context, page, faults, asked);
    await page.goto('/');
    await (by === 'keyboard' ? new Keyboard(page).choose(name) : chooseAtProvider(page, name));
    await page.getByRole('navigation').first().waitFor();
    return person;
  }

  /** Opens one of the main areas by its word in the rail. */
  async goTo(area: 'Cases' | 'Inbox' | 'Meetings' | 'Transfers' | 'Audit' | 'Admin'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main areas' }).getByRole('link', { name: area, exact: true }).click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Signs in again in the window that the layer over the form opens. */
  async signInAgain(): Promise<void> {
    const opening = this.context.waitForEvent('page');
    await this.page.getByRole('dialog').getByRole('link', { name: 'Sign in in a new window' }).click();
    const window = await opening;
    const closed = window.waitForEvent('close');
    await chooseAtProvider(window, this.name);
    await closed;
  }

  /** Scripts that failed and answers that were the server's fault, of all this person's windows. */
  get troubles(): readonly string[] {
    return this.faults;
  }

  /** Every address that this person's windows asked for. */
  get addresses(): readonly string[] {
    return [...this.asked];
  }
}

async function chooseAtProvider(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('response', (response) => { if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`); });
}
