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
];

const browser = await chromium.launch({ executablePath: process.env.CONSILIUM_CHROMIUM ?? '/usr/bin/chromium', args: flags });
mkdirSync(folder, { recursive: true });
for (const { name, who, path, opens } of pictures) {
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
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/pictures/${name}.png`);
}
await browser.close();
