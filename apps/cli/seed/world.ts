import { Readable } from 'node:stream';
import type { DataSource } from 'typeorm';
import { lettersToMark } from '#domain';
import type { CaseState, Command, Instant, MeetingState, PersonActor, ProcessActor } from '#domain';
import { Door, derivedId, domainStreams, type DoorResult } from '#door';
import type { FileStore } from '#files';
import type { News } from '#messages';
import { hospitalId, member, personId, postsOf, seedId, type Subject } from './cast.js';
import { Timeline } from './timeline.js';

/** Makes the letters of an outcome; answers when they are attached. */
export type MakeLetters = (door: Door, caseId: string, round: number) => Promise<DoorResult>;
export interface WorldParts { readonly source: DataSource; readonly files: FileStore; readonly start: Instant; readonly letters: MakeLetters }

const operator: ProcessActor = { kind: 'process', name: 'operator' };
const processOf = { case: 'case-workflow', meeting: 'meeting-workflow' } as const;

/**
 * The demo's world: real commands through the real door by its people, on a carried clock. What workflows do in a running product
 * is done here by the same rules: moves as soon as they are ready, deadlines at their instants.
 */
export class World {
  readonly timeline: Timeline;
  readonly door: Door;
  private readonly news = new Map<string, { readonly kind: 'case' | 'meeting'; news: News }>();
  private readonly drafts = new Map<string, number>();
  private clock: Instant;

  constructor(private readonly parts: WorldParts) {
    this.clock = parts.start;
    this.door = new Door({ door: parts.source, types: domainStreams, clock: () => this.clock });
    this.timeline = new Timeline(parts.start, (at) => this.until(at));
  }

  get now(): Instant { return this.clock; }

  /** Waits for a moment of the demo's time. */
  at(at: Instant): Promise<void> { return this.timeline.at(at); }

  /** A person, signed in just now. */
  as(subject: Subject, onBehalfOf: Subject | null = null): PersonActor {
    return {
      kind: 'person', personId: personId(subject), posts: postsOf(member(subject)), authenticatedAt: this.clock, institutionId: hospitalId(member(subject).at),
      onBehalfOf: onBehalfOf === null ? null : personId(onBehalfOf), from: '192.0.2.10',
    };
  }

  /** Puts a command by its name; the id comes from stream, type and `key`, so that a seed that was cut off can be run again. */
  async put(by: Subject | PersonActor, command: Omit<Command, 'commandId'>, key = ''): Promise<DoorResult & { done: true }> {
    const actor = by === 'operator' ? operator : typeof by === 'string' ? this.as(by) : by;
    const commandId = seedId('command', command.streamId, command.type, key);
    const result = await this.door.put({ ...command, commandId }, actor);
    if (!result.done) throw new Error(`The demo was refused: ${command.type} by ${typeof by === 'string' ? by : by.personId}: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`);
    await this.heard(command.streamId, result.news);
    return result;
  }

  /** Follows a stream: its moves and deadlines happen from now on. */
  async follow(streamId: string, kind: 'case' | 'meeting'): Promise<void> {
    const news = await this.door.newsOf(streamId);
    if (news === null) return;
    this.news.set(streamId, { kind, news });
    await this.settle(streamId);
  }

  async caseState(id: string): Promise<CaseState> { return this.state<CaseState>(id); }
  async meetingState(id: string): Promise<MeetingState> { return this.state<MeetingState>(id); }

  /** Version of a draft that this seed saved last: counted here, so that a seed that is run again says the same. */
  seenVersion(draftId: string): number { return this.drafts.get(draftId) ?? 0; }
  saw(draftId: string, version: number): void { this.drafts.set(draftId, version); }

  /** Stores a file once: a seed that is run again finds it by name and content. */
  async file(caseId: string | null, by: Subject, name: string, pdf: Buffer, more: { readonly source?: string; readonly translator?: string | null } = {}): Promise<{ readonly fileId: string; readonly sha256: string }> {
    const put = await this.parts.files.put(Readable.from([pdf]), { name, maxBytes: 1_000_000 });
    if (!put.ok) throw new Error(`The store refused ${name}: ${put.refusal.code}`);
    const { file } = put;
    const [known] = await this.parts.source.query<{ id: string }[]>('select id from file_row where name = $1 and sha256 = $2', [name, file.sha256]);
    if (known !== undefined) {
      await this.parts.files.remove(file.fileId);
      return { fileId: known.id, sha256: file.sha256 };
    }
    const recorded = await this.door.recordFile({
      id: file.fileId, caseId, name, mediaType: 'application/pdf', size: file.size, sha256: file.sha256, wrappedKey: file.wrappedKey, keyId: file.wrappedKey.split('.')[1] ?? '',
      pages: 1, translator: more.translator ?? null, showsIdentity: true, source: more.source ?? 'scan', institutionId: hospitalId(member(by).at),
    }, this.as(by));
    if (!recorded.done) throw new Error(`The door refused ${name}: ${recorded.refusal.code}`);
    return { fileId: file.fileId, sha256: file.sha256 };
  }

  private async state<T>(id: string): Promise<T> {
    const [row] = await this.parts.source.query<{ state: T }[]>('select state from stream where id = $1', [id]);
    if (row === undefined) throw new Error(`The demo has no stream ${id}`);
    return row.state;
  }

  private async heard(streamId: string, news: News | null): Promise<void> {
    const followed = this.news.get(streamId);
    if (followed === undefined || news === null) return;
    followed.news = news;
    await this.settle(streamId);
  }

  /** Issues ready moves until none is left, each once at a position of its stream, as the process does. Letters are made once everybody has signed; drafts are the running product's. */
  private async settle(streamId: string): Promise<void> {
    const asked = new Set<string>();
    for (;;) {
      const followed = this.news.get(streamId);
      const move = followed?.news.ready.find(({ name }) => !asked.has(`${name}/${followed.news.seq}`));
      if (followed === undefined || move === undefined) return;
      asked.add(`${move.name}/${followed.news.seq}`);
      await this.issue(streamId, followed.kind, move.name, move.round);
    }
  }

  private async issue(streamId: string, kind: 'case' | 'meeting', name: string, round: number): Promise<void> {
    if (kind === 'meeting') return this.settleAgenda(streamId, name, round);
    if (name === 'makeLetters') {
      const state = await this.caseState(streamId);
      const outcome = state.currentOutcomeId === null ? undefined : state.outcomes[state.currentOutcomeId];
      if (outcome?.signaturesComplete !== true && lettersToMark(state).length === 0) return;
      await this.parts.letters(this.door, streamId, round);
    } else {
      await this.byProcess(streamId, kind, { type: name, commandId: derivedId('move', streamId, name, round), streamId, data: { round } });
    }
    await this.refresh(streamId);
  }

  private async settleAgenda(meetingId: string, move: string, round: number): Promise<void> {
    const { status } = await this.meetingState(meetingId);
    const listed = await this.parts.source.query<{ case_id: string; missing: boolean }[]>(`select a.case_id, jsonb_array_length(c.missing) > 0 as missing from agenda_row a join case_row c on c.id = a.case_id
      where a.meeting_id = $1 and a.result is null and c.meeting_id = $1 order by a.listed_at, a.case_id`, [meetingId]);
    for (const { case_id: caseId } of move === 'releaseAgenda' ? listed : []) {
      const command = status === 'cancelled' ? { type: 'delistFromMeeting', data: { meetingId, cause: 'meetingCancelled' } } : { type: 'deferCase', data: { meetingId, cause: 'timeRanOut' } };
      await this.byProcess(caseId, 'meeting', { ...command, commandId: derivedId(move, meetingId, round, caseId), streamId: caseId });
      await this.refresh(caseId);
      await this.settle(caseId);
    }
    await this.byProcess(meetingId, 'meeting', { type: 'settleAgenda', commandId: derivedId('settle', meetingId, move, round), streamId: meetingId, data: { move } });
    await this.refresh(meetingId);
  }

  private byProcess(_streamId: string, kind: 'case' | 'meeting', command: Command): Promise<DoorResult> {
    return this.door.put(command, { kind: 'process', name: processOf[kind] });
  }

  private async refresh(streamId: string): Promise<void> {
    const followed = this.news.get(streamId);
    const news = await this.door.newsOf(streamId);
    if (followed !== undefined && news !== null) followed.news = news;
  }

  /** Everything that falls due by then happens at its own instant, earliest first. */
  private async until(at: Instant): Promise<void> {
    const refused = new Set<string>();
    for (;;) {
      const due = [...this.news.entries()].flatMap(([id, { kind, news }]) => (news.nextDue === null || news.closed || news.nextDue.at > at || refused.has(`${id}/${news.seq}`) ? [] : [{ id, kind, at: news.nextDue.at, news }]))
        .sort((a, b) => (a.at < b.at ? -1 : 1))[0];
      if (due === undefined) break;
      if (due.at > this.clock) this.clock = due.at;
      const result = await this.byProcess(due.id, due.kind, { type: 'runDue', commandId: derivedId('runDue', due.id, due.at, due.news.epoch, due.news.seq), streamId: due.id, data: { dueAt: due.at } });
      if (!result.done) refused.add(`${due.id}/${due.news.seq}`);
      await this.refresh(due.id);
      await this.settle(due.id);
    }
    if (at > this.clock) this.clock = at;
  }
}
