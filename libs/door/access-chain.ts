import { event, type Actor, type AccessEvent, type PersonActor } from '#domain';
import type { DataSource } from 'typeorm';
import { append } from './append.js';
import type { AccessEntry } from './contract.js';
import { derivedId } from './derived-id.js';
import { lockHead } from './head.js';
import { plain } from './plain.js';
import { insert } from './projections/upsert.js';
import { situationOf, type Clock } from './situation.js';
import { inTransaction, type Tx } from './transaction.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** A screen that refreshes itself shows the same again: one record in ten minutes says so. */
const sameForMs = 10 * 60_000;
const mostRemembered = 20_000;

/** One chain a person and month: reads and refusals, durable before the answer leaves. */
export class AccessChain {
  private readonly recent = new Map<string, number>();

  constructor(private readonly door: DataSource, private readonly clock: Clock | null, private readonly elapsed: () => number = () => performance.now()) {}

  async record(entry: AccessEntry, actor: Actor): Promise<void> {
    if (actor.kind !== 'person') return;
    const key = entry.kind === 'read' ? JSON.stringify([actor.personId, actor.from, entry]) : null;
    if (key !== null && this.isRepetition(key)) return;
    const commandId = crypto.randomUUID();
    await inTransaction(this.door, (tx) => this.append(tx, plain(entry), actor, commandId));
    if (key !== null) this.remember(key);
  }

  private async append(tx: Tx, entry: AccessEntry, actor: PersonActor, commandId: string): Promise<void> {
    const { now } = await situationOf(tx, this.clock, actor, commandId, null);
    const streamId = derivedId('access', actor.personId, now.slice(0, 7));
    const before = await lockHead(tx, streamId);
    const at = before !== null && before.lastAt > now ? before.lastAt : now;
    const caseIds = entry.caseIds.filter((id) => uuid.test(id));
    const seq = await append(tx, {
      streamId, kind: 'access', before, events: [accessEvent(entry, caseIds)], at, actor, commandId,
      state: { personId: actor.personId, month: now.slice(0, 7) }, process: { stages: [], ready: [], nextDue: null, closed: false }, tell: 'no', answer: null,
    });
    await insert(tx, 'access_case', [...new Set(caseIds)].map((id) => ({ stream: streamId, seq, case_id: id, person_id: actor.personId, kind: entry.kind, at })));
  }

  private isRepetition(key: string): boolean {
    const at = this.recent.get(key);
    return at !== undefined && this.elapsed() - at < sameForMs;
  }

  /** The oldest is forgotten first: at worst something is recorded twice. */
  private remember(key: string): void {
    this.recent.delete(key);
    this.recent.set(key, this.elapsed());
    const oldest = this.recent.size > mostRemembered ? this.recent.keys().next().value : undefined;
    if (oldest !== undefined) this.recent.delete(oldest);
  }
}

function accessEvent({ kind, what, fields, code }: AccessEntry, caseIds: readonly string[]): AccessEvent {
  switch (kind) {
    case 'read': return event('Read', { what, caseIds, fields });
    case 'refused': return event('Refused', { what, code: code ?? 'ACCESS.NOT_ALLOWED', caseId: caseIds[0] ?? null });
    case 'signedIn': return event('SignedIn', { fresh: code === 'fresh' });
    case 'signedOut': return event('SignedOut', { because: code ?? 'person' });
  }
}
