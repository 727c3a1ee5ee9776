import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** What a sign-in needs to remember between leaving for the identity provider and coming back: on the server, never in the browser. */
export interface Attempt { readonly state: string; readonly verifier: string; readonly nonce: string; readonly returnTo: string; readonly fresh: boolean }

const lifetime = `interval '15 minutes'`;
interface Row { verifier: string; nonce: string; return_to: string; fresh: boolean; started_at: string }

export class Attempts {
  constructor(private readonly door: DataSource, private readonly secret: string) {}

  async remember({ state, verifier, nonce, returnTo, fresh }: Attempt): Promise<void> {
    await this.door.query(`delete from sign_in_attempt where started_at < clock_timestamp() - ${lifetime}`);
    await this.door.query('insert into sign_in_attempt (state, verifier, nonce, return_to, fresh) values ($1, $2, $3, $4, $5)', [state, verifier, nonce, returnTo, fresh]);
  }

  /** Takes it: each attempt is good once. */
  async take(state: string): Promise<(Attempt & { readonly startedAt: string }) | null> {
    const [rows] = await this.door.query<[Row[], number]>(`delete from sign_in_attempt where state = $1 and started_at > clock_timestamp() - ${lifetime} returning verifier, nonce, return_to, fresh, started_at`, [state]);
    const row = rows[0];
    return row ? { state, verifier: row.verifier, nonce: row.nonce, returnTo: row.return_to, fresh: row.fresh, startedAt: row.started_at } : null;
  }

  /** Binds something to this browser: only the one that left may come back (no sign-in planted by somebody else). */
  seal(value: string): string {
    return `${value}.${this.mac(value)}`;
  }

  open(sealed: string | undefined): string | null {
    const cut = sealed?.lastIndexOf('.') ?? -1;
    if (sealed === undefined || cut < 0) return null;
    const [value, given] = [sealed.slice(0, cut), Buffer.from(sealed.slice(cut + 1))];
    const made = Buffer.from(this.mac(value));
    return given.length === made.length && timingSafeEqual(given, made) ? value : null;
  }

  private mac(value: string): string {
    return createHmac('sha256', this.secret).update(value).digest('base64url');
  }
}
