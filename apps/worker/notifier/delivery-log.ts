import type { DataSource } from 'typeorm';
import type { Instant } from '#domain';
import type { MailResult } from '#integrations';
import { leaseSeconds, type LeasedMail, type Receiver } from './leased-mails.js';

/** What is written under a lease is written by its holder alone: who comes back late changes nothing. */
export class DeliveryLog {
  constructor(private readonly door: DataSource) {}

  /** Which messages go in the mail, before it goes: whoever takes over sends the very same again. The lease begins anew; false where another holds it. */
  async begun(lease: string, mails: readonly LeasedMail[], mailId: string): Promise<boolean> {
    const [, count] = await this.set(lease, mails, `mail_id = $3, lease_until = clock_timestamp() + make_interval(secs => ${String(leaseSeconds)})`, mailId);
    return count > 0;
  }

  /** `answersRead`: a calendar file went that asks for an answer by mail. */
  sent(lease: string, mails: readonly LeasedMail[], answersRead: boolean): Promise<unknown> {
    const kept = answersRead ? `, params = params || '{"answersRead": true}'` : '';
    return this.set(lease, mails, `mail_state = 'sent', sent_at = clock_timestamp(), lease_until = null, last_error = null, held = null${kept}`);
  }

  async notWanted(lease: string, mails: readonly LeasedMail[], because: string): Promise<void> {
    if (mails.length > 0) await this.set(lease, mails, `mail_state = 'notWanted', lease_until = null, last_error = $3`, because);
  }

  /** Not an attempt: it waits for its reader's hour. */
  waits(lease: string, mail: LeasedMail, at: Instant, held: 'quietHours' | 'digest'): Promise<unknown> {
    return this.set(lease, [mail], `mail_state = 'pending', lease_until = null, attempts = attempts - 1, next_attempt_at = $3, held = $4`, at, held);
  }

  again(lease: string, mails: readonly LeasedMail[], inSeconds: number, error: string): Promise<unknown> {
    return this.set(lease, mails, `mail_state = 'pending', mail_id = null, lease_until = null, next_attempt_at = clock_timestamp() + make_interval(secs => $3), last_error = $4`, inSeconds, error);
  }

  failed(lease: string, mails: readonly LeasedMail[], error: string): Promise<unknown> {
    return this.set(lease, mails, `mail_state = 'failed', lease_until = null, last_error = $3`, error);
  }

  /** Every attempt, for the admins; and whether the address takes mail at all. */
  async attempted({ personId }: Receiver, mails: readonly LeasedMail[], mailId: string, result: MailResult): Promise<void> {
    const [code, smtpCode] = result.accepted ? [null, null] : [result.code, result.smtpCode];
    await this.door.query(`insert into mail_attempt (mail_id, person_id, messages, topic, result, code, smtp_code) values ($1, $2, $3, $4, $5, $6, $7)`,
      [mailId, personId, mails.length, mails[0]?.topic ?? '', result.accepted ? 'accepted' : result.lasting ? 'refused' : 'later', code, smtpCode]);
    if (result.accepted) await this.door.query('update person set mail_refused_at = null, mail_refused_code = null where id = $1 and mail_refused_at is not null', [personId]);
    else if (code === 'MAIL.ADDRESS_REFUSED') await this.door.query('update person set mail_refused_at = coalesce(mail_refused_at, clock_timestamp()), mail_refused_code = $2 where id = $1', [personId, `${code} ${smtpCode ?? ''}`.trim()]);
  }

  digestSent({ personId, zone }: Receiver): Promise<unknown> {
    return this.door.query('update person set last_digest = (clock_timestamp() at time zone $2)::date where id = $1', [personId, zone]);
  }

  private set(lease: string, mails: readonly LeasedMail[], change: string, ...values: readonly unknown[]): Promise<[unknown[], number]> {
    return this.door.query(`update notification set ${change} where id = any($1::uuid[]) and lease = $2 and mail_state = 'sending'`, [mails.map(({ id }) => id), lease, ...values]);
  }
}
