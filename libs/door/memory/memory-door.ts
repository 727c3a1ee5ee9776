import { freshlySignedIn, hardnessOf, isRefusal, later, missingForMeeting, refuse, type Actor, type AgendaCase, type BoardDefinition, type CaseState, type Command, type DomainEvent, type FormAnswers, type FormVersion, type Instant, type MeetingState, type MeetingSummary, type Refusal } from '#domain';
import type { DataSource } from 'typeorm';
import { actorKey, chained, institutionOf, purposeOf, type Link } from '../append.js';
import { calendarsOver } from '../context/calendars.js';
import { contextOf, textId } from '../context/context.js';
import { DirectoryCache, peopleAt, type Directory } from '../context/directory.js';
import { meetingIdOf, member } from '../context/load.js';
import type { ProcessPart } from '../head.js';
import { hashOf, plain } from '../plain.js';
import type { Change } from '../projections/change.js';
import { definitionFor, type StreamType, type StreamTypes } from '../streams.js';
import { inTransaction } from '../transaction.js';

/** An event as it will be stored. */
export interface KeptEvent extends Link { readonly at: Instant; readonly actor: string; readonly onBehalf: string | null; readonly institution: string | null; readonly purpose: string; readonly commandId: string; readonly address: string | null }
export interface KeptDraft { readonly version: FormVersion; readonly caseId: string; readonly taskId: string | null }
/** A stream in memory: its state, its chain, and what its projections are built from. */
export interface KeptStream {
  readonly id: string; readonly type: StreamType; readonly begunBy: Command; readonly begunAs: Actor; readonly begunAt: Instant;
  state: unknown; process: ProcessPart; lastAt: Instant;
  readonly events: KeptEvent[]; readonly steps: Change<unknown>['steps'][number][]; readonly texts: Record<string, unknown>[]; readonly drafts: KeptDraft[];
}

/** One thing that was put, so that the very same can be put through the real door. */
export type Put = { readonly command: Command; readonly actor: Actor; readonly at: Instant } | { readonly draft: KeptDraft; readonly actor: Actor; readonly at: Instant };

const nothing: ProcessPart = { stages: [], ready: [], nextDue: null, closed: false };

/**
 * The door without its database, for a past that is made up: the same definitions decide, the same context is built, the same chain is written; only
 * locks, idempotency and answers are left out, because nobody else is there. `writeOut` stores what it holds.
 */
export class MemoryDoor {
  readonly streams = new Map<string, KeptStream>();
  private readonly sittings = new Map<string, KeptStream[]>();
  private readonly agendas = new Map<string, Set<string>>();

  constructor(private readonly types: StreamTypes, readonly directory: Directory, readonly boards: ReadonlyMap<string, BoardDefinition>, private readonly journal?: (put: Put) => void) {}

  /** Over the people, hospitals, calendars and boards of a database. */
  static over(door: DataSource, types: StreamTypes, journal?: (put: Put) => void): Promise<MemoryDoor> {
    return inTransaction(door, async (tx) => {
      const cache = new DirectoryCache();
      const directory = await cache.at(tx, 0);
      const boards = new Map<string, BoardDefinition>();
      for (const [id, version] of directory.boardVersions) boards.set(id, await cache.board(tx, id, version));
      return new MemoryDoor(types, directory, boards, journal);
    });
  }

  stateOf<T>(id: string): T | null { return (this.streams.get(id)?.state ?? null) as T | null; }
  newsOf(id: string): ProcessPart { return this.streams.get(id)?.process ?? nothing; }
  agendaOf(meetingId: string): readonly string[] { return [...(this.agendas.get(meetingId) ?? [])]; }
  draft(draft: KeptDraft, actor: Actor): void {
    this.journal?.({ draft, actor, at: draft.version.at });
    this.streams.get(draft.caseId)?.drafts.push(draft);
  }
  makeDraft(caseId: string, taskId: string | null, draftId: string, formId: string, answers: FormAnswers, authorId: string, at: Instant): KeptDraft {
    const version = (this.newestDraft(caseId, draftId)?.version ?? 0) + 1;
    return { caseId, taskId, version: { draftId, version, formId, answers, hash: hashOf(answers), authorId, at } };
  }
  /** What was written out needs no memory any more. */
  forget(id: string): void { this.streams.delete(id); }

  /** Null where it is done. */
  put(given: Command, actor: Actor, clock: Instant): Refusal | null {
    const command = plain(given);
    const stream = this.streams.get(command.streamId);
    const now = stream === undefined ? clock : later(clock, stream.lastAt);
    const known = definitionFor(this.types, command.type, stream?.type.kind ?? null);
    if (known === null) return refuse('COMMAND.UNKNOWN', {});
    const { context } = contextOf(command, actor, now, this.read(command, stream, now));
    const state = stream?.state ?? null;
    const mayNot = known.definition.mayDo(actor, state, command.data, context);
    if (mayNot !== null) return mayNot;
    if (known.definition.needsFreshSignIn === true && !freshlySignedIn(actor, now)) return refuse('ACCESS.FRESH_SIGN_IN_NEEDED', {});
    const events = known.definition.decide(state, command.data, context, command.seenVersion);
    if (isRefusal(events)) return events;
    this.journal?.({ command, actor, at: clock });
    this.keep(stream ?? this.begin(command, known.type, actor, now), command, actor, now, events.map((event) => plain(event)));
    return null;
  }

  private read(command: Command, stream: KeptStream | undefined, now: Instant): Parameters<typeof contextOf>[3] {
    const boardId = member(stream?.state, 'boardId') ?? member(command.data, 'boardId');
    const draftId = member(command.data, 'draftId') ?? member(stream?.state, 'referralDraftId');
    const meetingId = meetingIdOf(command, stream?.state);
    return {
      board: boardId === null ? null : (this.boards.get(boardId) ?? null), policy: null, toBoard: null, calendars: calendarsOver(this.directory), people: peopleAt(this.directory, now),
      meeting: meetingId === null ? null : this.stateOf<MeetingState>(meetingId), meetings: boardId === null ? [] : this.coming(boardId, now),
      agenda: stream?.type.kind === 'meeting' ? this.agendaCases(stream.id) : [], letterReaders: [], draft: draftId === null ? null : this.newestDraft(command.streamId, draftId),
    };
  }

  private begin(command: Command, type: StreamType, actor: Actor, at: Instant): KeptStream {
    const stream: KeptStream = { id: command.streamId, type, begunBy: command, begunAs: actor, begunAt: at, state: null, process: nothing, lastAt: at, events: [], steps: [], texts: [], drafts: [] };
    this.streams.set(stream.id, stream);
    return stream;
  }

  private keep(stream: KeptStream, command: Command, actor: Actor, at: Instant, events: readonly DomainEvent[]): void {
    const { type, id } = stream;
    const purpose = purposeOf(actor, type.kind);
    const person = actor.kind === 'person' ? actor : null;
    const before = stream.events.at(-1);
    const head = before === undefined ? null : { id, kind: type.kind, seq: before.seq, hash: before.hash, lastAt: stream.lastAt, state: null, process: nothing };
    const links = chained({ streamId: id, kind: type.kind, before: head, events, at, actor, commandId: command.commandId, state: null, process: nothing, tell: 'no', answer: null }, actorKey(actor), purpose);
    for (const [place, event] of events.entries()) {
      const was = stream.state;
      stream.state = type.evolve(was, event, at, person?.personId ?? actorKey(actor).replace('process:', ''), id);
      stream.steps.push({ event, before: was, after: stream.state });
      const link = links[place];
      if (link !== undefined) stream.events.push({ ...link, at, actor: actorKey(actor), onBehalf: person?.onBehalfOf ?? null, institution: institutionOf(person), purpose, commandId: command.commandId, address: person?.from ?? null });
      this.noteAgenda(id, was, stream.state);
    }
    stream.state = asRead(stream.state);
    stream.lastAt = at;
    stream.process = type.process === null ? nothing : type.process(stream.state);
    for (const [field, body] of Object.entries(command.texts ?? {})) stream.texts.push({ id: textId(command.commandId, field), case_id: type.kind === 'case' ? id : null, stream: id, field, body, author: actorKey(actor), at });
    if (type.kind === 'meeting' && stream.steps.length === events.length) this.noteSitting(stream);
  }

  private noteSitting(stream: KeptStream): void {
    const boardId = member(stream.state, 'boardId') ?? '';
    const sittings = [...(this.sittings.get(boardId) ?? []), stream];
    this.sittings.set(boardId, sittings.sort((a, b) => (a.state as MeetingState).startsAt.localeCompare((b.state as MeetingState).startsAt)));
  }

  private noteAgenda(caseId: string, before: unknown, after: unknown): void {
    const [left, entered] = [before, after].map((state) => (state as Partial<CaseState> | null)?.listed?.meetingId ?? null);
    if (left === entered) return;
    if (left !== null && left !== undefined) this.agendas.get(left)?.delete(caseId);
    if (entered !== null && entered !== undefined) this.agendas.set(entered, (this.agendas.get(entered) ?? new Set<string>()).add(caseId));
  }

  private coming(boardId: string, now: Instant): readonly MeetingSummary[] {
    return (this.sittings.get(boardId) ?? []).map(({ state }) => state as MeetingState).filter(({ startsAt, status }) => startsAt > now && (status === 'planned' || status === 'frozen'))
      .map(({ id, startsAt, status, freezeAt }) => ({ id, startsAt, status, freezeAt }));
  }

  private agendaCases(meetingId: string): readonly AgendaCase[] {
    return this.agendaOf(meetingId).flatMap((id) => {
      const state = this.stateOf<CaseState>(id);
      return state === null ? [] : [{ caseId: id, hardness: hardnessOf(state, this.treatmentsOf(state)).points, missing: missingForMeeting(state), conflicts: state.conflicts, sides: [state.originInstitutionId, state.hostInstitutionId] }];
    });
  }

  /** Rows of earlier treatment in the referral. */
  private treatmentsOf({ id, referralDraftId }: CaseState): number {
    const answer = this.newestDraft(id, referralDraftId)?.answers['priorTreatments'];
    return answer?.state === 'given' && Array.isArray(answer.value) ? answer.value.length : 0;
  }

  private newestDraft(caseId: string, draftId: string): FormVersion | null {
    return this.streams.get(caseId)?.drafts.findLast((draft) => draft.version.draftId === draftId)?.version ?? null;
  }
}

/** Members in the order in which PostgreSQL gives them back (`jsonb`: shorter names first), since decisions that walk a case's tasks walk them so. */
function asRead(state: unknown): unknown {
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([name, value]: [string, unknown]) => [name, typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value) : value]));
}
const sorted = (value: object): object => Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)));
