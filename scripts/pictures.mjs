#!/usr/bin/env node
/**
 * Takes the pictures of README from a running demo:  node scripts/pictures.mjs http://localhost:3000
 * Needs Chromium (CONSILIUM_CHROMIUM, or /usr/bin/chromium).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const base = process.argv[2] ?? 'http://localhost:3000';
const folder = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Who looks at what. A place is found by its link, since ids differ in each installation. */
const pictures = [
  { name: 'board', who: 'Wu Na', path: '/cases' },
  { name: 'case', who: 'Wu Na', path: '/cases', opens: 'a[href^="/cases/"]:has-text("TESTBAYEV")' },
  { name: 'meeting', who: 'Dr Li Wei', path: '/meetings', opens: 'main tbody tr' },
  // Her own language is Hebrew: the page is in it without a switch.
  { name: 'hebrew', who: 'Dr Noa Levi', path: '/cases' },
  // Of docs/time.md: a year, and the simulator's answer to the sentence that stands there.
  { name: 'calendar', who: 'Ma Li', path: '/admin/calendars' },
  { name: 'times', who: 'Ma Li', path: '/admin/times', asks: askOfBishkek, whole: true },
];

const browser = await chromium.launch({ executablePath: process.env.CONSILIUM_CHROMIUM ?? '/usr/bin/chromium', args: flags });
mkdirSync(folder, { recursive: true });
for (const { name, who, path, opens, asks, whole } of pictures) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en' });
  const page = await context.newPage();
  await page.goto(base + path);
  await page.getByRole('button', { name: new RegExp(who) }).click();
  await page.waitForURL(`${base}/**`);
  await page.waitForLoadState('networkidle');
  if (opens) {
    await page.locator(opens).first().click();
    await page.waitForURL(/[0-9a-f]{8}-[0-9a-f-]{27}/);
  }
  await page.waitForLoadState('networkidle');
  // What still comes is drawn as a skeleton of itself: two seconds are plenty for a picture.
  await page.waitForTimeout(2_000);
  await asks?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: whole === true });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}
await browser.close();

/** "An urgent imaging review offered in Bishkek on Friday 19 March 2027, 16:40." */
async function askOfBishkek(page) {
  await page.getByLabel('Board').first().click();
  await page.getByRole('option', { name: /General/ }).click();
  await page.getByLabel('Whose working time').first().click();
  await page.getByRole('option', { name: /Bishkek/ }).click();
  await page.locator('input[type="datetime-local"]').fill('2027-03-19T16:40');
  await page.getByRole('button', { name: 'Show the marks' }).click();
  await page.waitForTimeout(2_000);
}
