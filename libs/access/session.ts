import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Instant, Post } from '#domain';
import { postsColumn } from './people.js';

/** A session lives while it is used, at most `idleMs` apart, and never longer than `absoluteMs` after sign-in. */
export interface SessionLimits { readonly idleMs: number; readonly absoluteMs: number }

/** A signed-in person by the time of asking. */
export interface Session {
  readonly id: string;
  readonly csrf: string;
  readonly authenticatedAt: Instant;
  readonly endsAt: Instant;
  readonly person: { readonly id: string; readonly name: string; readonly nameOriginal: string | null; readonly language: string; readonly zone: string };
  readonly posts: readonly Post[];
}
export type EndedBecause = 'signedOut' | 'idle' | 'tooOld' | 'disabled' | 'provider' | 'admin' | 'renewed';
export type Found = { readonly session: Session } | { readonly ended: EndedBecause; readonly personId: string; readonly posts: readonly Post[]; readonly firstNoticed: boolean } | null;

export interface Beginning {
  readonly personId: string;
  readonly subject: string;
  readonly authenticatedAt: Instant;
  readonly providerSid: string | null;
  readonly address: string | null;
}

interface Row {
  id: string; csrf: string; authenticated_at: Instant; ends_at: Instant; ended_because: EndedBecause | null; idle: boolean; over: boolean; stale: boolean; active: boolean;
  person_id: string; name: string; name_original: string | null; language: string; zone: string; posts: Post[];
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');
/** Using a session is noted at most so often: an answer must not cost a write each time. */
const noteEveryMs = 60_000;

const find = `
  select s.id, s.csrf, s.authenticated_at, s.ends_at, s.ended_because, s.person_id, p.active, p.name, p.name_original, p.language, p.zone,
    s.seen_at + $2 * interval '1 millisecond' < clock_timestamp() as idle, s.ends_at <= clock_timestamp() as over,
    s.seen_at + $3 * interval '1 millisecond' < clock_timestamp() as stale,
    ${postsColumn}
  from session s join person p on p.id = s.person_id where s.id = $1`;

/** Sessions in PostgreSQL, known by the hash of an opaque cookie: whoever reads the table can't sign in with it. */
export class Sessions {
  constructor(private readonly door: DataSource, private readonly limits: SessionLimits) {}

  /** Begins a session under a new id and answers the cookie's value. */
  async begin(beginning: Beginning): Promise<{ readonly token: string; readonly id: string }> {
    const token = randomBytes(32).toString('base64url');
    const id = hashed(token);
    await this.door.query(`insert into session (id, person_id, authenticated_at, started_at, seen_at, ends_at, address, provider_sid, subject, csrf)
      values ($1, $2, $3, clock_timestamp(), clock_timestamp(), clock_timestamp() + $4 * interval '1 millisecond', $5, $6, $7, $8)`,
    [id, beginning.personId, beginning.authenticatedAt, this.limits.absoluteMs, beginning.address, beginning.providerSid, beginning.subject, randomBytes(24).toString('base64url')]);
    return { token, id };
  }

  /** The session of a cookie, or why it has ended; null for a cookie that never was one. */
  async find(token: string): Promise<Found> {
    return this.at(hashed(token));
  }

  /** The same by the session's id: for a stream that stays open and is asked again. */
  async at(id: string): Promise<Found> {
    const [row] = await this.door.query<Row[]>(find, [id, this.limits.idleMs, noteEveryMs]);
    if (!row) return null;
    if (row.ended_because !== null) return { ended: row.ended_because, personId: row.person_id, posts: row.posts, firstNoticed: false };
    const because = endOf(row);
    if (because !== null) return { ended: because, personId: row.person_id, posts: row.posts, firstNoticed: await this.end(id, because) };
    if (row.stale) await this.door.query('update session set seen_at = clock_timestamp() where id = $1 and ended_at is null', [id]);
    return { session: sessionOf(row) };
  }

  /** Ends one session; false where it had ended already. */
  async end(id: string, because: EndedBecause): Promise<boolean> {
    return (await this.endWhere('id = $1', id, because)).length > 0;
  }

  endOfPerson(personId: string, because: EndedBecause): Promise<readonly string[]> {
    return this.endWhere('person_id = $1', personId, because);
  }

  /** By the identity provider's own session. Answers whose sessions ended. */
  endOfProviderSession(sid: string, because: EndedBecause): Promise<readonly string[]> {
    return this.endWhere('provider_sid = $1', sid, because);
  }

  endOfSubject(subject: string, because: EndedBecause): Promise<readonly string[]> {
    return this.endWhere('subject = $1', subject, because);
  }

  /** `condition` is one of the four above, never anybody's words. */
  private async endWhere(condition: string, value: string, because: EndedBecause): Promise<readonly string[]> {
    const [rows] = await this.door.query<[{ person_id: string }[], number]>(
      `update session set ended_at = clock_timestamp(), ended_because = $2 where ${condition} and ended_at is null returning person_id`, [value, because]);
    return rows.map((row) => row.person_id);
  }
}

function endOf(row: Row): EndedBecause | null {
  if (!row.active) return 'disabled';
  if (row.over) return 'tooOld';
  return row.idle ? 'idle' : null;
}

const sessionOf = (row: Row): Session => ({
  id: row.id, csrf: row.csrf, authenticatedAt: row.authenticated_at, endsAt: row.ends_at, posts: row.posts,
  person: { id: row.person_id, name: row.name, nameOriginal: row.name_original, language: row.language, zone: row.zone },
});
