import type { Page, Request } from 'playwright-core';

/** Knows when a window has asked for everything it wants and has got it; the line that stays open for news is not waited for. */
export class Quiet {
  private readonly asked = new Set<Request>();
  private readonly waiting = new Set<() => void>();

  constructor(private readonly page: Page) {
    page.on('request', (request) => { if (request.resourceType() !== 'eventsource') this.asked.add(request); });
    page.on('requestfinished', (request) => { this.got(request); });
    page.on('requestfailed', (request) => { this.got(request); });
  }

  private got(request: Request): void {
    this.asked.delete(request);
    if (this.asked.size === 0) for (const go of [...this.waiting]) go();
  }

  /** Nothing is on its way, still so after what arrived was drawn: drawing may ask for more. */
  async comes(): Promise<void> {
    do {
      if (this.asked.size > 0) await new Promise<void>((resolve) => { const go = (): void => { this.waiting.delete(go); resolve(); }; this.waiting.add(go); });
      await this.page.evaluate('new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(resolve); }); })');
    } while (this.asked.size > 0);
  }
}
