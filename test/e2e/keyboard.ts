import type { Page } from 'playwright-core';

interface Focused {
  readonly tag: string;
  readonly type: string;
  readonly popup: string;
  readonly year: boolean;
  readonly id: string;
  readonly text: string;
  /** Whether something lies over all of it; over its middle or a corner. */
  readonly hidden: boolean;
  readonly covered: boolean;
}

/** Somebody who has no mouse: keys only, and what has the focus. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What has the focus, and whether it can be seen. */
  async focused(): Promise<Focused> {
    return this.page.evaluate<Focused>(`(() => {
      const element = document.activeElement;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const seen = [[(left + right) / 2, (top + bottom) / 2], [left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]]
        .map(([x, y]) => { const there = document.elementFromPoint(x, y); return there !== null && (element.contains(there) || there.contains(element) || there.closest('label')?.control === element); });
      return { tag: element.tagName, type: element.getAttribute('type') ?? '', popup: element.getAttribute('aria-haspopup') ?? '', year: element.getAttribute('maxlength') === '4', id: element.id, text: (element.textContent ?? '').trim(), hidden: !seen.includes(true), covered: seen.includes(false) };
    })()`);
  }

  /** What was pressed has been drawn. */
  async drawn(): Promise<void> {
    await this.page.evaluate('new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); })');
  }

  /** Presses a key until what has the focus is the wanted thing. */
  async until(key: string, wanted: (focused: Focused) => boolean, most = 60): Promise<void> {
    for (let i = 0; i < most; i++) {
      await this.press(key);
      await this.drawn();
      if (wanted(await this.focused())) return;
    }
    throw new Error(`pressed ${key} ${most} times; the focus is on ${JSON.stringify(await this.focused())}`);
  }

  /** Signs in on the identity provider's page: goes to the person's button, and presses it. */
  async choose(name: string): Promise<void> {
    await this.page.getByRole('button', { name }).waitFor();
    await this.until('Tab', ({ tag, text }) => tag === 'BUTTON' && text.startsWith(name));
    await this.press('Enter');
  }

  /** Gives the field that has the focus some answer that it takes: the first of a list, a word, a number. */
  async answer(): Promise<void> {
    const { tag, type, popup, year } = await this.focused();
    if (type === 'radio' || type === 'checkbox') await this.press('Space');
    else if (popup === 'listbox') await this.press('ArrowDown', 'ArrowDown', 'Enter');
    else if (tag === 'BUTTON') await this.press('Enter');
    else await this.page.keyboard.type(year ? '2026' : await this.page.locator(':focus').getAttribute('inputmode') === null ? 'Made up for a test' : '5');
  }
}

/**
 * Fills a form that its own summary of errors leads through: tries to sign, follows the first link to the field, answers, tries again.
 * Answers where the focus was lost out of sight on the way. Ends when the summary has nothing more to say.
 */
export async function fillBySummary(page: Page, sign: string): Promise<readonly string[]> {
  const keyboard = new Keyboard(page);
  const lost: string[] = [];
  const links = page.getByRole('alert').locator('a[href^="#"]');
  await keyboard.press(sign);
  await links.first().waitFor();
  for (let tries = 0; await links.count() > 0; tries++) {
    if (tries > 60) throw new Error(`still wanted: ${(await links.allTextContents()).join(' | ')}`);
    await keyboard.until('Tab', ({ tag }) => tag === 'A', 3);
    await keyboard.press('Enter');
    const { id, hidden } = await keyboard.focused();
    if (hidden) lost.push(id);
    await keyboard.answer();
    await keyboard.press('Tab');
    await keyboard.drawn();
    if (await links.count() > 0) await keyboard.press(sign);
  }
  return lost;
}
