import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What is wrong with the screen as it stands: what axe finds, what is wider than the window, a page that reads the wrong way. */
export async function faultsOf(page: Page, language: 'en' | 'he'): Promise<readonly string[]> {
  return [...await axeFaults(page), ...await page.evaluate<string[]>(`(${layoutFaults})('${language}')`)];
}

/** One line for each element that axe objects to, after WCAG 2.2 AA with the size of targets. */
async function axeFaults(page: Page): Promise<readonly string[]> {
  // Legacy mode looks in this page itself; the other opens a page for each answer. There are no frames to look into.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(rules).options({ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n').slice(1, 3).join(' ').trim() ?? ''}`));
}

/** Runs in the page, so it is a text: this side knows no document. */
const layoutFaults = `(language) => {
  const root = document.documentElement;
  const faults = [];
  const direction = getComputedStyle(root).direction;
  if (root.lang !== language) faults.push('lang is ' + root.lang);
  if (direction !== (language === 'he' ? 'rtl' : 'ltr') || root.dir !== direction) faults.push('dir is ' + root.dir + ', reads ' + direction);
  if (root.scrollWidth > root.clientWidth) {
    const out = (element) => { const { left, right } = element.getBoundingClientRect(); return right > root.clientWidth + 1 || left < -1; };
    const wide = [...document.querySelectorAll('body *')].filter(out).map((element) => element.tagName + '.' + element.className);
    faults.push('scrolls sideways: ' + root.scrollWidth + ' of ' + root.clientWidth + ' px: ' + wide.slice(0, 4).join(', '));
  }
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) faults.push(headings + ' h1');
  return faults;
}`;
