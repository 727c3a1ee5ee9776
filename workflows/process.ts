import { condition, continueAsNew, defineSignal, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import { isNewer, newerNews, newsSignal, type DoorActivities, type DoorAnswer, type News } from '#messages';
import { millisecondsUntil } from './clock.js';

/** Temporal rejects timers beyond this many days well before a year; a longer sleep is slept in parts. */
const longestSleepMs = 30 * 24 * 3_600_000;
/** How long to leave a refused or unanswered deadline before asking the door again. */
const askAgainMs = 30_000;

/** A worker that dies in an activity is noticed by this limit alone, so it is short; commands are idempotent, and a second try of one still running does nothing twice. */
const door = proxyActivities<DoorActivities>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});
/** Letters are rendered in a child process that may be killed at its limit; the activity itself answers "failed" then. */
const letters = proxyActivities<Pick<DoorActivities, 'makeLetters'>>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

export const news = defineSignal<[News]>(newsSignal);

/**
 * What a workflow knows and may do: the newest news, moves issued at most once at a position, deadlines slept to.
 * It holds no rule: the domain has said which moves are ready and what is due next.
 */
export class StreamProcess {
  private inFlight = 0;
  /** Position at which each move was last issued, so that a refusal waits for news instead of being asked again. */
  private readonly issuedAt: Record<string, string> = {};
  private leaving = false;

  constructor(readonly stream: string, private latest: News) {
    setHandler(news, (heard) => { this.hear(heard); });
  }

  get current(): News { return this.latest; }

  /** True when there is nothing more to do in this run: closed, or history is long and a new run should go on. */
  get over(): boolean { return this.latest.closed || this.leaving; }

  private hear(heard: News): void { this.latest = newerNews(this.latest, heard); }

  private position(): string { return `${this.latest.epoch}/${this.latest.seq}`; }

  private isFresh(move: string): boolean {
    return this.latest.ready.some((ready) => ready.name === move) && this.issuedAt[move] !== this.position();
  }

  /** Issues the move where the domain says that it is ready; answers whether it was issued. */
  async issue(move: string): Promise<boolean> {
    const ready = this.latest.ready.find((candidate) => candidate.name === move);
    if (this.over || !ready || !this.isFresh(move)) return false;
    this.issuedAt[move] = this.position();
    await this.ask(() => move === 'makeLetters'
      ? letters.makeLetters(this.stream, ready.round)
      : door.issueMove(this.stream, move, ready.round));
    return true;
  }

  /** Waits until one of these moves is fresh, or the run is over. */
  async untilReady(moves: readonly string[]): Promise<void> {
    await condition(() => this.over || moves.some((move) => this.isFresh(move)));
  }

  /** A run that was started again after a failure first asks how things stand: its input may be old. */
  async catchUp(): Promise<void> {
    if (workflowInfo().attempt > 1) {
      const newest = await door.newsOf(this.stream);
      if (newest) this.hear(newest);
    }
  }

  /** Sleeps to the nearest deadline, has it run, and so on. Nearer news wakes it. */
  async keepDeadlines(): Promise<void> {
    while (!this.over) {
      const due = this.latest.nextDue;
      if (due === null) { await condition(() => this.over || this.latest.nextDue !== null); continue; }
      const wait = millisecondsUntil(due.at);
      if (wait > 0) {
        const changed = (): boolean => this.over || this.latest.nextDue?.at !== due.at;
        await condition(changed, Math.min(wait, longestSleepMs), { summary: `${due.what} ${due.at}` });
        continue;
      }
      await this.runDue(due.at);
    }
  }

  private async runDue(at: string): Promise<void> {
    const before = this.position();
    const answer = await this.ask(() => door.runDue(this.stream, at, this.latest.epoch, this.latest.seq));
    if (answer.done || this.position() !== before) return;
    // The door's clock is behind ours, or it refused: wait as it says, unless news come first.
    await condition(() => this.over || this.position() !== before, answer.inMs ?? askAgainMs);
  }

  private async ask(question: () => Promise<DoorAnswer>): Promise<DoorAnswer> {
    this.inFlight += 1;
    try {
      const answer = await question();
      if (answer.news && (isNewer(answer.news, this.latest))) this.hear(answer.news);
      return answer;
    } finally {
      this.inFlight -= 1;
    }
  }

  /** Goes on in a new run, carrying the news, once Temporal suggests it and nothing is under way. */
  async leaveWhenLong(): Promise<void> {
    await condition(() => this.latest.closed || (workflowInfo().continueAsNewSuggested && this.inFlight === 0));
    this.leaving = !this.latest.closed;
  }
}

/** Runs a story beside the deadlines until the stream is closed or a new run has to go on. */
export async function run<Input extends { stream: string; news: News }>(input: Input, story: (process: StreamProcess) => Promise<void>): Promise<void> {
  const process = new StreamProcess(input.stream, input.news);
  await process.catchUp();
  await Promise.all([story(process), process.keepDeadlines(), process.leaveWhenLong()]);
  if (!process.current.closed) await continueAsNew<(next: { stream: string; news: News }) => Promise<void>>({ stream: input.stream, news: process.current });
}
