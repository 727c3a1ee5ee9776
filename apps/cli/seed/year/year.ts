import { readyMoves, type Actor, type CaseState, type Discipline, type Instant, type MeetingState, type PersonActor, type Role, type Task, isOpen } from '#domain';
import { derivedId, type MemoryDoor } from '#door';
import { acts } from './acts.js';
import { Chance } from './chance.js';
import { Clockwork, inWorkingHours } from './clockwork.js';

interface More { readonly texts?: Readonly<Record<string, string>>; readonly patient?: Parameters<MemoryDoor['put']>[0]['rows'] }
const hour = 3_600_000;

/**
 * A made-up stretch of time in memory: people do their tasks after a while, processes their moves at once and what falls due at its instant, all by
 * the product's own commands. A command that is refused is counted by its code and the story goes on.
 */
export class Year {
  readonly chance: Chance;
  readonly clock: Clockwork;
  readonly refused = new Map<string, number>();
  private readonly planned = new Set<string>();
  private puts = 0;

  constructor(readonly memory: MemoryDoor, readonly seed: number, from: Instant, readonly until: Instant, private readonly onClosed: (caseId: string) => void = () => undefined) {
    this.chance = new Chance(seed);
    this.clock = new Clockwork(from);
  }

  get now(): Instant { return this.clock.now; }
  id(...parts: readonly (string | number)[]): string { return derivedId('year', this.seed, ...parts); }
  /** In so many hours, when people are at work. */
  inHours(hours: number, go: () => void): void { this.clock.at(inWorkingHours(this.now, hours * hour, this.chance.next()), go); }
  caseState(id: string): CaseState | null { return this.memory.stateOf<CaseState>(id); }
  meetingState(id: string): MeetingState | null { return this.memory.stateOf<MeetingState>(id); }

  /** A person, signed in just now. */
  as(personId: string): PersonActor {
    const posts = this.memory.directory.people.get(personId)?.posts ?? [];
    return { kind: 'person', personId, posts, authenticatedAt: this.now, institutionId: posts[0]?.institutionId ?? '', onBehalfOf: null, from: '192.0.2.10' };
  }

  holding(role: Role, institutionId: string, discipline: Discipline | null = null): readonly string[] {
    return [...this.memory.directory.people.values()].filter(({ active, posts }) => active && posts.some((post) => post.role === role && post.institutionId === institutionId && (discipline === null || post.discipline === discipline))).map(({ id }) => id);
  }

  put(streamId: string, by: string | Actor | null, type: string, data: object, more: More = {}): boolean {
    if (by === null) return false;
    this.puts += 1;
    const command = { type, streamId, commandId: this.id(streamId, type, this.puts), data, ...(more.texts === undefined ? {} : { texts: more.texts }), ...(more.patient === undefined ? {} : { rows: more.patient }) };
    const refusal = this.memory.put(command, typeof by === 'string' ? this.as(by) : by, this.now);
    if (refusal !== null) {
      const key = `${type}: ${refusal.code}`;
      this.refused.set(key, (this.refused.get(key) ?? 0) + 1);
      return false;
    }
    this.settle(streamId);
    return true;
  }

  /** What a stream's process does of itself, now and when it falls due; and who gets to work on what is newly there. */
  private settle(streamId: string): void {
    const kind = this.memory.streams.get(streamId)?.type.kind;
    if (kind === 'case') this.settleCase(streamId);
    if (kind === 'meeting') this.settleMeeting(streamId);
    const due = this.memory.newsOf(streamId).nextDue;
    if (due !== null && kind !== undefined && this.first(`due/${streamId}/${due.at}`)) this.clock.at(due.at, () => this.runDue(streamId, kind, due.at));
  }

  private runDue(streamId: string, kind: string, dueAt: Instant): void {
    if (this.memory.newsOf(streamId).nextDue?.at === dueAt) this.put(streamId, { kind: 'process', name: kind === 'case' ? 'case-workflow' : 'meeting-workflow' }, 'runDue', { dueAt });
  }

  private settleCase(id: string): void {
    const state = this.caseState(id);
    if (state === null) return;
    for (const { name, round } of readyMoves(state)) {
      if (!this.first(`move/${id}/${name}/${round}`)) continue;
      if (name === 'makeLetters') this.letters(id);
      else this.put(id, { kind: 'process', name: 'case-workflow' }, name, { round });
    }
    const now = this.caseState(id);
    for (const task of Object.values(now?.tasks ?? {})) if (isOpen(task)) this.toDo(id, task);
    if (now?.status === 'closed' || now?.status === 'withdrawn' || now?.status === 'rejected') this.onClosed(id);
  }

  /** Each task once: after as long as its kind takes, if it is still open then. */
  private toDo(id: string, task: Task): void {
    const act = acts[task.kind];
    if (act === undefined || !this.first(`task/${task.id}`)) return;
    const hours = act.after(this, task);
    if (hours !== null) this.inHours(hours, () => this.doNow(id, task.id));
  }

  doNow(id: string, taskId: string): void {
    const state = this.caseState(id);
    const task = state?.tasks[taskId];
    if (state !== null && task !== undefined && isOpen(task)) acts[task.kind]?.go(this, state, task);
  }

  /** Letters are made when everybody has signed; their bytes are not. */
  private letters(id: string): void {
    const state = this.caseState(id);
    const outcome = state?.currentOutcomeId == null ? undefined : state.outcomes[state.currentOutcomeId];
    if (outcome?.signaturesComplete !== true) return;
    for (const language of ['en', 'ru']) this.put(id, { kind: 'process', name: 'case-workflow' }, 'attachLetter', { outcomeId: outcome.id, language, fileId: this.id('letter', outcome.id, language), sha256: '0'.repeat(64), signed: true });
  }

  private settleMeeting(id: string): void {
    for (const { name, round } of this.memory.newsOf(id).ready) {
      if (!this.first(`move/${id}/${name}/${round}`)) continue;
      for (const caseId of this.memory.agendaOf(id)) this.put(caseId, { kind: 'process', name: 'meeting-workflow' }, ...this.owed(id, name));
      this.put(id, { kind: 'process', name: 'meeting-workflow' }, 'settleAgenda', { move: name });
    }
  }

  private owed(meetingId: string, move: string): readonly [string, object] {
    if (move === 'tellMissing') return ['warnOfFreeze', { meetingId }];
    if (move === 'delistIncomplete') return ['delistFromMeeting', { meetingId, cause: 'fileIncomplete' }];
    return this.meetingState(meetingId)?.status === 'cancelled' ? ['delistFromMeeting', { meetingId, cause: 'meetingCancelled' }] : ['deferCase', { meetingId, cause: 'timeRanOut' }];
  }

  private first(key: string): boolean {
    if (this.planned.has(key)) return false;
    this.planned.add(key);
    return true;
  }
}
