import type { Instant } from '#domain';

/**
 * Lets many stories run on one clock: each waits for its next moment, and the earliest goes on. Between two moments `until` lets
 * what falls due by itself happen.
 */
export class Timeline {
  private readonly waiting: { readonly at: Instant; readonly go: () => void }[] = [];
  private running = 0;
  private allRest: () => void = () => undefined;
  private failure: { readonly error: unknown } | null = null;
  now: Instant;

  constructor(start: Instant, private readonly until: (at: Instant) => Promise<void>) {
    this.now = start;
  }

  /** Goes on when that moment has come; at once when it has passed. */
  at(at: Instant): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ at: at < this.now ? this.now : at, go: resolve });
      this.rested();
    });
  }

  /** Runs the stories to their ends, then time goes on to `end`. */
  async run(stories: readonly (() => Promise<void>)[], end: Instant): Promise<void> {
    this.running = stories.length;
    for (const story of stories) {
      void story().catch((error: unknown) => { this.failure ??= { error }; }).finally(() => this.rested());
    }
    for (;;) {
      // every story has either ended or waits for a moment before the clock moves
      if (this.running > 0) await new Promise<void>((resolve) => { this.allRest = resolve; });
      if (this.failure !== null) throw this.failure.error;
      const next = this.waiting.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).shift();
      if (next === undefined) break;
      await this.to(next.at);
      this.running += 1;
      next.go();
    }
    await this.to(end);
  }

  private rested(): void {
    this.running -= 1;
    if (this.running === 0) this.allRest();
  }

  private async to(at: Instant): Promise<void> {
    await this.until(at);
    if (at > this.now) this.now = at;
  }
}
