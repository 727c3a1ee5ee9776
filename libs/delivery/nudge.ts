import type { Teller } from './teller.js';

/** After a failure Temporal is left alone for this long: the relay tells what was missed. */
const restMs = 5_000;

/**
 * Tells Temporal right after a commit, so that the next task appears at once. Best effort: whatever it misses, the relay
 * sweeps. At most one telling a stream is in flight; a later commit meanwhile makes one more after it.
 */
export class Nudge {
  private readonly inFlight = new Map<string, { again: boolean }>();
  private restUntil = 0;

  constructor(private readonly teller: Pick<Teller, 'tell'>, private readonly onError: (error: unknown) => void, private readonly clock: () => number = Date.now) {}

  /** Never awaited by the command's answer. */
  committed(stream: string): void {
    if (this.clock() < this.restUntil) return;
    const running = this.inFlight.get(stream);
    if (running) { running.again = true; return; }
    const turn = { again: false };
    this.inFlight.set(stream, turn);
    void this.tell(stream, turn);
  }

  /** Resolves when nothing is in flight: for a graceful stop. */
  async idle(): Promise<void> {
    while (this.inFlight.size > 0) await new Promise((resolve) => { setTimeout(resolve, 10); });
  }

  private async tell(stream: string, turn: { again: boolean }): Promise<void> {
    try {
      do { turn.again = false; await this.teller.tell(stream); } while (turn.again);
    } catch (error) {
      this.restUntil = this.clock() + restMs;
      this.onError(error);
    } finally {
      this.inFlight.delete(stream);
    }
  }
}
