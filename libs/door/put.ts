import { freshlySignedIn, isRefusal, refuse, type Actor, type Command, type DomainEvent, type Refusal } from '#domain';
import type { News } from '#messages';
import type { DataSource } from 'typeorm';
import { append, actorKey } from './append.js';
import { contextOf, textId } from './context/context.js';
import type { Directory, DirectoryCache } from './context/directory.js';
import { load, meetingIdOf, member } from './context/load.js';
import type { DoorResult } from './contract.js';
import { lockHead, peekHead, sameProcess, shareHead, type Head, type ProcessPart } from './head.js';
import { withNumber } from './numbers.js';
import { hashOf, plain } from './plain.js';
import type { Change } from './projections/change.js';
import { insert } from './projections/upsert.js';
import { readStanding, situationAt, type Clock, type Situation } from './situation.js';
import { definitionFor, mayNeedMeeting, type ErasedCommand, type StreamType, type StreamTypes } from './streams.js';
import { inTransaction, StaleRead, together, type Tx } from './transaction.js';

/** What the transaction says: the answer, and whether a workflow is to be told. */
export interface Committed { readonly result: DoorResult; readonly tell: boolean }
export interface Parts { readonly door: DataSource; readonly types: StreamTypes; readonly cache: DirectoryCache; readonly clock: Clock | null }
interface Stored { readonly seq: number; readonly ids: Readonly<Record<string, string>> }

/** Kinds whose first command finds no state; hospitals and boards judge a second one themselves. */
const beginsOnce: readonly string[] = ['case', 'meeting', 'person'];
const nothing: ProcessPart = { stages: [], ready: [], nextDue: null, closed: false };
const no = (refusal: Refusal): Committed => ({ result: { done: false, refusal }, tell: false });

/** A command, decided and committed in one transaction; tried again where another command was faster. */
export function putOnce(parts: Parts, given: Command, actor: Actor): Promise<Committed> {
  const command = plain(given);
  const bodyHash = hashOf({ ...command, commandId: '' });
  return inTransaction(parts.door, (tx) => decideAndStore(parts, tx, command, actor, bodyHash));
}

async function decideAndStore(parts: Parts, tx: Tx, command: Command, given: Actor, bodyHash: string): Promise<Committed> {
  const { head, meeting, known, standing } = await lockInOrder(parts.types, tx, command, given);
  const situation = await situationAt(standing, parts.clock, head?.lastAt ?? null);
  const before = answeredBefore(command, head, situation, bodyHash);
  if (before !== null) return before;
  if (known === null) return no(refuse(head === null ? 'ACCESS.NOT_FOUND' : 'COMMAND.UNKNOWN', {}));
  const { definition, type } = known;
  if (definition.begins === true && head !== null && beginsOnce.includes(type.kind)) return no(refuse('COMMAND.ALREADY_BEGUN', {}));
  const directory = await parts.cache.at(tx, situation.directory);
  const actor = asTheyStand(given, directory);
  if (actor === null) return no(refuse('ACCESS.NOT_ALLOWED', {}));
  const read = await load(tx, parts.cache, directory, command, head, meeting, definition.needs ?? [], situation);
  const { context, ids } = contextOf(command, actor, situation.now, read);
  const numbered = await withNumber(tx, command);
  const state = head?.state ?? null;
  const events = mayNot(definition, actor, state, numbered, context) ?? definition.decide(state, numbered.data, context, command.seenVersion);
  if (isRefusal(events)) return no(events);
  return store(tx, type, { command: numbered, actor, head, situation, bodyHash, events, ids, change: { board: () => read.toBoard ?? context.board, movedFrom: read.toBoard === null ? null : read.board, people: read.people, calendars: read.calendars, text: context.text } });
}

/** The fixed order: the meeting first (held still), then the stream itself; with what is the same for every command read behind the lock. */
async function lockInOrder(types: StreamTypes, tx: Tx, command: Command, actor: Actor) {
  const wanted = await meetingToHold(types, tx, command);
  const meeting = wanted === null ? null : await shareHead(tx, wanted);
  const [head, standing] = await together(lockHead(tx, command.streamId), readStanding(tx, actor, command.commandId));
  if (wanted !== null && meetingIdOf(command, head?.state) !== wanted) throw new StaleRead('The case was listed elsewhere meanwhile');
  return { head, meeting: meeting?.kind === 'meeting' ? meeting : null, known: definitionFor(types, command.type, head?.kind ?? null), standing };
}

/** Most commands need no meeting, and so no look at the stream before it is locked. */
async function meetingToHold(types: StreamTypes, tx: Tx, command: Command): Promise<string | null> {
  if (!mayNeedMeeting(types, command.type)) return null;
  const peeked = await peekHead(tx, command.streamId);
  const known = definitionFor(types, command.type, peeked?.kind ?? null);
  return known?.definition.needs?.includes('meeting') === true ? meetingIdOf(command, peeked?.state) : null;
}

/** The same id with the same body: the first answer, with the newest news. Another body: COMMAND.ID_REUSED. */
function answeredBefore(command: Command, head: Head | null, { answered, epoch }: Situation, bodyHash: string): Committed | null {
  if (answered === null) return null;
  if (answered.bodyHash !== bodyHash) return no(refuse('COMMAND.ID_REUSED', {}));
  const { seq, ids } = answered.answer as Stored;
  return { result: { done: true, streamId: command.streamId, seq, ids, news: head === null ? null : newsOf(head, epoch) }, tell: false };
}

/** A person acts with the posts held now, not with those at sign-in; who was disabled meanwhile does nothing. */
function asTheyStand(actor: Actor, directory: Directory): Actor | null {
  if (actor.kind === 'process') return actor;
  const person = directory.people.get(actor.personId);
  if (person === undefined) return actor;
  return person.active ? { ...actor, posts: person.posts } : null;
}

function mayNot(definition: ErasedCommand, actor: Actor, state: unknown, command: Command, context: Parameters<ErasedCommand['mayDo']>[3]): Refusal | null {
  const refusal = definition.mayDo(actor, state, command.data, context) ?? wrongPatient(state, command);
  if (refusal !== null) return refusal;
  return definition.needsFreshSignIn === true && !freshlySignedIn(actor, context.now) ? refuse('ACCESS.FRESH_SIGN_IN_NEEDED', {}) : null;
}

/** Identity comes along for the case's own patient and hospital only: PATIENT.NOT_OF_CASE. */
function wrongPatient(state: unknown, { data, rows }: Command): Refusal | null {
  const patient = rows?.patient;
  if (patient === undefined) return null;
  const ofCase = patient.id === (member(state, 'patientId') ?? member(data, 'patientId')) && patient.institutionId === (member(state, 'originInstitutionId') ?? member(data, 'originInstitutionId'));
  return ofCase ? null : refuse('PATIENT.NOT_OF_CASE', {}, 'patient');
}

interface Decided {
  readonly command: Command; readonly actor: Actor; readonly head: Head | null; readonly situation: Situation; readonly bodyHash: string;
  readonly events: readonly DomainEvent[]; readonly ids: Readonly<Record<string, string>>; readonly change: Pick<Change<unknown>, 'board' | 'movedFrom' | 'people' | 'calendars' | 'text'>;
}

async function store(tx: Tx, type: StreamType, decided: Decided): Promise<Committed> {
  const { command, actor, head, situation, ids } = decided;
  const { now: at, epoch } = situation;
  const { streamId } = command;
  const events = decided.events.map((event) => plain(event));
  const steps = fold(type, head, events, at, actor, streamId);
  const after = steps.at(-1)?.after;
  if (after === undefined) throw new Error(`${command.type} decided nothing`);
  const process = type.process === null ? nothing : plain(type.process(after));
  const changed = type.process !== null && (head === null || !sameProcess(head.process, process));
  const tell = !changed ? 'no' : isOwnProcess(actor, type) ? 'sent' : 'pending';
  const seq = (head?.seq ?? 0) + events.length;
  const answer: Stored = { seq, ids };
  await together(storeTexts(tx, type, command, actor, at), append(tx, { streamId, kind: type.kind, before: head, events, at, actor, commandId: command.commandId, state: after, process, tell, answer: { bodyHash: decided.bodyHash, value: answer } }),
  type.project(tx, { ...decided.change, streamId, before: head?.state ?? null, after, events, seq, at, actor, command, steps }));
  return { result: { done: true, streamId, seq, ids, news: { stream: streamId, epoch, seq, ...process } }, tell: tell === 'pending' };
}

function fold(type: StreamType, head: Head | null, events: readonly DomainEvent[], at: string, actor: Actor, streamId: string): Change<unknown>['steps'] {
  let before: unknown = head?.state ?? null;
  return events.map((event) => {
    const after: unknown = plain(type.evolve(before, event, at, actor.kind === 'person' ? actor.personId : actor.name, streamId));
    const step = { event, before, after };
    before = after;
    return step;
  });
}

/** A workflow hears what its own command changed by the answer; telling it again would only cost. */
const isOwnProcess = (actor: Actor, type: StreamType): boolean =>
  actor.kind === 'process' && actor.name === (type.kind === 'case' ? 'case-workflow' : type.kind === 'meeting' ? 'meeting-workflow' : 'keep-time-workflow');

async function storeTexts(tx: Tx, type: StreamType, command: Command, actor: Actor, at: string): Promise<void> {
  const rows = Object.entries(command.texts ?? {}).map(([field, body]) => ({
    id: textId(command.commandId, field), case_id: type.kind === 'case' ? command.streamId : null, stream: command.streamId, field, body, author: actorKey(actor), at,
  }));
  await insert(tx, 'text_row', rows);
}

export const newsOf = (head: Head, epoch: number): News => ({ stream: head.id, epoch, seq: head.seq, ...head.process });
