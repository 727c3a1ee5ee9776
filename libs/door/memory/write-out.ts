import type { DataSource } from 'typeorm';
import type { FormVersion } from '#domain';
import { calendarsOver } from '../context/calendars.js';
import { textId } from '../context/context.js';
import { peopleAt } from '../context/directory.js';
import { plain } from '../plain.js';
import { insert } from '../projections/upsert.js';
import { inTransaction, together, type Tx } from '../transaction.js';
import type { KeptStream, MemoryDoor } from './memory-door.js';

/** As the sequencer: nobody else gives positions meanwhile. */
const sequencerLock = 7_203_441;

/**
 * Stores whole streams: heads, chains and what they carry in a few statements, then the very projections of the door, each stream as one change. Nobody
 * is told of what is made up: notifications are left out, and open streams are told to their process afterwards (`sent_seq` 0).
 */
export function writeOut(door: DataSource, memory: MemoryDoor, streams: readonly KeptStream[]): Promise<void> {
  return inTransaction(door, async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
    await together(
      insert(tx, 'stream', streams.map(headOf)), insert(tx, 'event', streams.flatMap(eventsOf)), tx.query(positions, [JSON.stringify(streams.flatMap(placesOf).map((row, index) => ({ ...row, place: index + 1 })))]),
      insert(tx, 'text_row', streams.flatMap(({ texts }) => texts)), insert(tx, 'form_version', streams.flatMap(draftsOf)),
      insert(tx, 'delivery', streams.map(({ id, type, process, events }) => ({ stream: id, kind: type.kind, seq: events.length, sent_seq: process.closed ? events.length : 0, changed_at: new Date().toISOString(), attempts: 0, told_again: 0 }))),
    );
    const quiet = silent(tx);
    for (const stream of streams) await project(quiet, memory, stream);
  });
}

const positions = `
  with last as (select coalesce(max(position), 0) as position from event_position)
  insert into event_position (position, stream, seq, case_id)
  select last.position + e.place, e.stream, e.seq, e.case_id from last, jsonb_to_recordset($1::jsonb) as e (stream uuid, seq bigint, case_id uuid, place bigint)`;

const headOf = ({ id, type, state, process, events, lastAt }: KeptStream): Record<string, unknown> => ({
  id, kind: type.kind, seq: events.length, hash: events.at(-1)?.hash, last_at: lastAt, state, stages: process.stages, ready: process.ready, ready_since: process.ready.length === 0 ? null : lastAt,
  next_due_at: process.nextDue?.at ?? null, next_due_what: process.nextDue?.what ?? null, closed: process.closed,
});
const caseIdOf = ({ id, type }: KeptStream): string | null => (type.kind === 'case' ? id : null);
const placesOf = (stream: KeptStream): readonly Record<string, unknown>[] => stream.events.map(({ seq }) => ({ stream: stream.id, seq, case_id: caseIdOf(stream) }));
const eventsOf = (stream: KeptStream): readonly Record<string, unknown>[] => stream.events.map(({ seq, type, version, at, actor, onBehalf, institution, purpose, commandId, address, canonical, prev, hash }) => ({
  stream: stream.id, seq, kind: stream.type.kind, type, version, at, actor, on_behalf: onBehalf, institution, purpose, command_id: commandId, address, canonical, prev, hash, case_id: caseIdOf(stream),
}));
const draftsOf = ({ drafts }: KeptStream): readonly Record<string, unknown>[] => drafts.map(({ version, caseId, taskId }) => ({ ...rowOf(version), case_id: caseId, task_id: taskId }));
const rowOf = ({ draftId, version, formId, answers, hash, authorId, at }: FormVersion): Record<string, unknown> => ({ draft_id: draftId, version, form_id: formId, form_version: 1, answers, hash, author: authorId, at });

/** A stream from nothing to where it stands, as one change: begun by its first command, whose rows (the patient) come along. */
function project(tx: Tx, { directory, boards }: MemoryDoor, stream: KeptStream): Promise<void> {
  const { id, type, steps, events, state, lastAt, begunBy, begunAs } = stream;
  const boardId: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'boardId') : null;
  const board = typeof boardId === 'string' ? boards.get(boardId) : undefined;
  return type.project(tx, {
    streamId: id, before: null, after: plain(state), events: steps.map(({ event }) => event), seq: events.length, at: lastAt, actor: begunAs, command: begunBy, steps,
    movedFrom: null, board: () => { if (board === undefined) throw new Error(`Stream ${id} has no board`); return board; },
    people: peopleAt(directory, lastAt), calendars: calendarsOver(directory), text: (field) => textId(begunBy.commandId, field),
  });
}

/** The projections' connection, on which nobody is told anything. */
const silent = (tx: Tx): Tx => ({ query: <T>(sql: string, parameters?: unknown[]): Promise<T> => (/^(insert into|update) notification\b/.test(sql) ? Promise.resolve([] as T) : tx.query<T>(sql, parameters)) });
