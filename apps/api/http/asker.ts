import { createHash, timingSafeEqual } from 'node:crypto';
import type { Session } from '#access';
import { refuse, type PersonActor, type Post } from '#domain';
import { resolveLanguage } from '#locales';
import { RefusalError } from '../door/refusal-error.js';
import { looksLikeId } from './fields.js';
import type { AskedRequest, Asker, Changer } from './request.js';

/** The signed-in person of a request, acting in the post that the body names, else in the first. */
export function askerOf(request: AskedRequest, session: Session): Asker {
  const { posts, person, authenticatedAt } = session;
  const named = bodyText(request, 'inPostAt');
  const institutionId = posts.find((post) => post.institutionId === named)?.institutionId ?? posts[0]?.institutionId ?? '';
  const actor: PersonActor = { kind: 'person', personId: person.id, posts, authenticatedAt, institutionId, onBehalfOf: bodyText(request, 'onBehalfOf'), from: request.ip ?? null };
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  return { actor, sessionId: session.id, csrf: session.csrf, endsAt: session.endsAt, language: resolveLanguage([...wanted, person.language]), zone: person.zone };
}

/** Somebody whose session has ended: enough to write down that it did. */
export const actorOf = (personId: string, posts: readonly Post[], from: string | null): PersonActor =>
  ({ kind: 'person', personId, posts, authenticatedAt: '1970-01-01T00:00:00.000Z', institutionId: posts[0]?.institutionId ?? '', onBehalfOf: null, from });

/** What a change must bring: the session's token against forged requests, its own id, and the person whose form it is. */
export function changerOf(request: AskedRequest, asker: Asker): Changer {
  if (!same(request.headers['x-csrf-token'], asker.csrf)) throw new RefusalError(refuse('ACCESS.CSRF', {}));
  const openedBy = request.headers['x-opened-by'] ?? bodyText(request, 'openedBy');
  if (typeof openedBy === 'string' && openedBy !== asker.actor.personId) throw new RefusalError(refuse('ACCESS.OTHER_PERSON', { openedBy, signedIn: asker.actor.personId }));
  const commandId = request.headers['idempotency-key'];
  if (typeof commandId !== 'string' || !looksLikeId(commandId)) throw new RefusalError(refuse('INPUT.KEY_MISSING', {}, 'Idempotency-Key'));
  return { ...asker, commandId: commandId.toLowerCase(), seenVersion: seenVersionOf(request) };
}

function seenVersionOf(request: AskedRequest): number | undefined {
  const match = /^"?(\d{1,9})"?$/.exec(request.headers['if-match'] ?? '');
  return match ? Number(match[1]) : undefined;
}

function bodyText(request: AskedRequest, field: string): string | null {
  const body: unknown = request.body;
  const value: unknown = typeof body === 'object' && body !== null && Object.hasOwn(body, field) ? Reflect.get(body, field) : null;
  return typeof value === 'string' && looksLikeId(value) ? value : null;
}

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (given: string | string[] | undefined, known: string): boolean => typeof given === 'string' && timingSafeEqual(digest(given), digest(known));
