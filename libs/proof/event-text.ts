/** What of an event is covered by its hash, and the text that is hashed and stored. */
import { NotCanonicalizable, canonicalJson } from './canonical.js';

/** `prev` of the first event of every stream. */
export const GENESIS = '0'.repeat(64);

export interface EventFields {
  /** Hash of the stream's previous event, 64 lower-case hex digits; GENESIS for the first. */
  readonly prev: string;
  readonly stream: string;
  /** 1 for the first event of a stream, without gaps. */
  readonly seq: number;
  readonly type: string;
  /** Version of the event type's shape. */
  readonly version: number;
  /** UTC instant with exactly three decimals: finer ones would be lost by the store (P30). */
  readonly at: string;
  readonly actor: unknown;
  readonly onBehalf: unknown;
  readonly institution: string | null;
  readonly purpose: string | null;
  readonly commandId: string | null;
  readonly data: unknown;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const HASH = /^[0-9a-f]{64}$/;

/**
 * The canonical text of exactly the twelve fields that the hash covers; other members of `fields` are left out. Store
 * this text and hash what is stored, never a text made anew from columns. Throws NotCanonicalizable.
 */
export function canonicalText(fields: EventFields): string {
  const { prev, stream, seq, type, version, at, actor, onBehalf, institution, purpose, commandId, data } = fields;
  if (!HASH.test(prev)) throw new NotCanonicalizable('prev', 'is not 64 lower-case hex digits');
  if (!Number.isSafeInteger(seq) || seq < 1) throw new NotCanonicalizable('seq', 'is not a whole number from 1');
  if (!Number.isSafeInteger(version)) throw new NotCanonicalizable('version', 'is not a whole number');
  if (!INSTANT.test(at)) throw new NotCanonicalizable('at', 'is not a UTC instant with milliseconds');
  return canonicalJson({
    prev, stream, seq, type, version, at, actor, onBehalf, institution, purpose, commandId, data,
  });
}
