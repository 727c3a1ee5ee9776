import { canonicalText, GENESIS, hashEventSync } from '#proof';
import type { Actor, DomainEvent, Instant, PersonActor, StreamKind } from '#domain';
import type { Head, ProcessPart } from './head.js';
import { plain } from './plain.js';
import { StaleRead, type Tx } from './transaction.js';

/** Who an event says it was: a person's id, or `process:<name>`. */
export const actorKey = (actor: Actor): string => (actor.kind === 'person' ? actor.personId : `process:${actor.name}`);

export interface Appended {
  readonly streamId: string;
  readonly kind: StreamKind;
  readonly before: Head | null;
  readonly events: readonly DomainEvent[];
  readonly at: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  readonly state: unknown;
  readonly process: ProcessPart;
  /** News to be told: `no` where nothing that a process needs has changed, `sent` where the process itself hears it by the answer. */
  readonly tell: 'no' | 'pending' | 'sent';
  /** Kept so that the same command gets the same answer; null for streams that no command names. */
  readonly answer: { readonly bodyHash: string; readonly value: unknown } | null;
}

/** Why an event came about, for the audit: care of a patient, running the installation, or the process itself. */
export const purposeOf = (actor: Actor, kind: StreamKind): string => {
  if (actor.kind === 'process') return 'process';
  return kind === 'case' || kind === 'meeting' || kind === 'access' ? 'care' : 'administration';
};

const statement = `
with head as (
  insert into stream as s (id, kind, seq, hash, last_at, state, stages, ready, ready_since, next_due_at, next_due_what, closed)
  values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8::jsonb, case when $8::jsonb = '[]'::jsonb then null else $5::timestamptz end, $9, $10, $11)
  on conflict (id) do update set seq = excluded.seq, hash = excluded.hash, last_at = excluded.last_at, state = excluded.state, stages = excluded.stages,
    ready = excluded.ready, ready_since = case when excluded.ready = s.ready then s.ready_since else excluded.ready_since end,
    next_due_at = excluded.next_due_at, next_due_what = excluded.next_due_what, closed = excluded.closed
  where s.seq = $12 returning id),
events as (
  insert into event (stream, seq, kind, type, version, at, actor, on_behalf, institution, purpose, command_id, address, canonical, prev, hash, case_id)
  select $1, e.seq, $2, e.type, e.version, $5::timestamptz, $13::text, $14::uuid, $15::uuid, $16::text, $17::uuid, $18::text, e.canonical, e.prev, e.hash, case when $2 = 'case' then $1::uuid end
  from jsonb_to_recordset($19::jsonb) as e (seq bigint, type text, version int, canonical text, prev text, hash text)
  returning stream, seq, case_id),
queued as (
  insert into event_unsequenced (stream, seq, case_id) select stream, seq, case_id from events where $2 <> 'access'),
news as (
  insert into delivery as d (stream, kind, seq, sent_seq, changed_at)
  select $1::uuid, $2::text, $3::bigint, case when $20::text = 'sent' then $3::bigint else 0 end, clock_timestamp() where $20::text <> 'no'
  on conflict (stream) do update set seq = excluded.seq, sent_seq = greatest(d.sent_seq, excluded.sent_seq), changed_at = excluded.changed_at),
answer as (
  insert into command_answer (actor, command_id, body_hash, answer) select $13::text, $17::uuid, $21::text, $22::jsonb where $21::text is not null)
select count(*)::int as heads from head`;

/** Appends events to a stream's chain with its new state, its news and the command's answer, in one statement. Answers the new position. */
export async function append(tx: Tx, appended: Appended): Promise<number> {
  const { streamId, kind, before, actor, at, commandId } = appended;
  const person = actor.kind === 'person' ? actor : null;
  const chain = chained(appended, actorKey(actor), purposeOf(actor, kind));
  const last = chain.at(-1);
  if (last === undefined) throw new Error('A command without events changes nothing');
  const { stages, ready, nextDue, closed } = appended.process;
  const [row] = await tx.query<{ heads: number }[]>(statement, [
    streamId, kind, last.seq, last.hash, at, JSON.stringify(appended.state), JSON.stringify(stages), JSON.stringify(ready), nextDue?.at ?? null, nextDue?.what ?? null, closed,
    before?.seq ?? 0, actorKey(actor), person?.onBehalfOf ?? null, institutionOf(person), purposeOf(actor, kind), commandId, person?.from ?? null,
    JSON.stringify(chain), appended.tell, appended.answer?.bodyHash ?? null, JSON.stringify(appended.answer?.value ?? null),
  ]);
  if (row?.heads !== 1) throw new StaleRead(`Stream ${streamId} moved on`);
  return last.seq;
}

export interface Link { readonly seq: number; readonly type: string; readonly version: number; readonly canonical: string; readonly prev: string; readonly hash: string }

/** Each event's canonical text over the hash of the one before: the very text that is stored is what is hashed. */
export function chained({ before, events, streamId, at, actor, commandId }: Appended, who: string, purpose: string): readonly Link[] {
  const person = actor.kind === 'person' ? actor : null;
  let prev = before?.hash ?? GENESIS;
  return events.map((event, index) => {
    const seq = (before?.seq ?? 0) + index + 1;
    const { type, version, data } = event;
    const canonical = canonicalText({ prev, stream: streamId, seq, type, version, at, actor: who, onBehalf: person?.onBehalfOf ?? null, institution: institutionOf(person), purpose, commandId, data: plain(data) });
    const link = { seq, type, version, canonical, prev, hash: hashEventSync(canonical) };
    prev = link.hash;
    return link;
  });
}

/** Somebody without a post (a sign-in, a sign-out) acts for no hospital. */
export const institutionOf = (person: PersonActor | null): string | null => (person === null || person.institutionId === '' ? null : person.institutionId);
