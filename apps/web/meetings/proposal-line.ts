import { mayPass, problemOf, type Problem } from '../api/problem.js';
import type { ProposalDraftDto, ProposalVersionDto, SavedDto } from '../generated/types.gen.js';
import type { Answers } from '../kit/form/definition.js';
import { mergedProposal } from './merge-proposal.js';
import { answersOf, proposalOf } from './proposal-answers.js';
import { emptyProposal, type Proposal, type ProposalField } from './proposal.js';
import type { Unsent } from './unsent.js';

export interface LineState {
  mine: Proposal;
  /** Since when something waits to be sent; null: all of it is on the server. */
  unsentSince: string | null;
  savedAt: string | null;
  /** The line is down: what waits is kept here. */
  down: boolean;
  problem: Problem | null;
  /** Fields in which somebody else typed in the same place, and who. */
  both: readonly ProposalField[];
  other: string | null;
}
/** What the line asks of the server; a spec gives another. */
export interface Server {
  read: () => Promise<ProposalDraftDto>;
  version: () => Promise<ProposalVersionDto>;
  save: (draftId: string, seenVersion: number, answers: Answers) => Promise<SavedDto>;
}

/** Where this browser keeps what has not been sent. */
export interface Keeper { kept: () => Unsent | null; keep: (unsent: Unsent | null) => void }

/** One person's end of what several type together: sends, brings in, merges; one exchange at a time. */
export class ProposalLine {
  private base: Proposal;
  private version = 0;
  private draftId: string | null = null;
  private ended = false;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private followers = new Set<(state: LineState, before: Proposal) => void>();
  state: LineState;

  constructor(private readonly laterality: string | null, private readonly server: Server, private readonly keeper: Keeper, private readonly pause = 800) {
    const kept = keeper.kept();
    this.base = kept?.base ?? emptyProposal(laterality);
    this.version = kept?.version ?? 0;
    this.state = { mine: kept?.mine ?? this.base, unsentSince: kept?.since ?? null, savedAt: null, down: false, problem: null, both: [], other: null };
  }

  /** Tells each new state; leaving sends what waits. */
  follow(told: (state: LineState, before: Proposal) => void): () => void {
    this.followers.add(told);
    return () => { this.followers.delete(told); void this.flush(); };
  }

  change(part: Partial<Proposal>): void {
    const mine = { ...this.state.mine, ...part };
    this.put({ mine, unsentSince: this.state.unsentSince ?? new Date().toISOString() });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), this.pause);
  }

  /** Sends what waits and brings in what others typed; a second call while one is under way waits for that one. */
  look(): Promise<void> {
    this.running ??= this.exchange().finally(() => { this.running = null; });
    return this.running;
  }

  /** True: everything that was typed here is on the server. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.look();
    if (this.state.unsentSince !== null && !this.state.down) await this.look();
    return this.state.unsentSince === null;
  }

  /** The person has looked at what both typed. */
  settled(): void { this.put({ both: [], other: null }); }

  /** It was recorded: nothing of it is kept here any more. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
    this.keeper.keep(null);
  }

  private async exchange(): Promise<void> {
    if (this.ended) return;
    try {
      if (this.draftId === null || (await this.server.version()).version > this.version) await this.bringIn();
      while (this.state.unsentSince !== null && !this.ended) await this.send();
      if (this.state.down || this.state.problem !== null) this.put({ down: false, problem: null });
    } catch (error) {
      const problem = problemOf(error);
      // Decided, or off this agenda: nothing is typed for it here any more, and nothing of it is kept.
      if (problem.status === 404) return this.end();
      this.put(mayPass(problem) ? { down: true } : { problem });
    }
  }

  private async send(): Promise<void> {
    const sent = this.state.mine;
    try {
      const saved = await this.server.save(this.draftId ?? '', this.version, answersOf(sent));
      this.version = saved.version;
      this.base = sent;
      const whole = this.state.mine === sent;
      this.put({ savedAt: saved.savedAt, unsentSince: whole ? null : this.state.unsentSince, down: false, problem: null });
    } catch (error) {
      if (problemOf(error).status !== 409) throw error;
      await this.bringIn();
    }
  }

  /** What is on the server, with what was typed here since. */
  private async bringIn(): Promise<void> {
    const latest = await this.server.read();
    const theirs = proposalOf(latest.answers as Answers, this.laterality);
    const { proposal, both } = mergedProposal(this.base, this.state.mine, theirs);
    this.draftId = latest.draftId;
    this.version = latest.version;
    this.base = theirs;
    const equal = JSON.stringify(answersOf(proposal)) === JSON.stringify(answersOf(theirs));
    this.put({ mine: proposal, unsentSince: equal ? null : this.state.unsentSince ?? new Date().toISOString(), ...(both.length > 0 ? { both: [...new Set([...this.state.both, ...both])], other: latest.by?.name ?? null } : {}) });
  }

  private put(part: Partial<LineState>): void {
    const before = this.state.mine;
    this.state = { ...this.state, ...part };
    const { mine, unsentSince } = this.state;
    if (!this.ended) this.keeper.keep(unsentSince === null ? null : { base: this.base, mine, version: this.version, since: unsentSince });
    for (const told of this.followers) told(this.state, before);
  }
}
