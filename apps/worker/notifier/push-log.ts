import type { DataSource } from 'typeorm';
import type { Instant } from '#domain';
import type { PushResult } from '#integrations';
import type { LeasedMail } from './leased-mails.js';
import type { LeasedPushes } from './leased-pushes.js';

/** What became of push messages; as with mails, written by the holder of the lease alone. */
export class PushLog {
  constructor(private readonly door: DataSource) {}

  sent(taken: LeasedPushes, mails: readonly LeasedMail[]): Promise<unknown> {
    return this.set(taken, mails, `state = 'sent', lease_until = null, last_error = null`);
  }

  notWanted(taken: LeasedPushes, mail: LeasedMail, because: string): Promise<unknown> {
    return this.set(taken, [mail], `state = 'notWanted', lease_until = null, last_error = $4`, because);
  }

  /** Not an attempt: it waits for the end of its reader's quiet hours. */
  waits(taken: LeasedPushes, mail: LeasedMail, at: Instant): Promise<unknown> {
    return this.set(taken, [mail], `state = 'pending', push_id = null, lease_until = null, attempts = attempts - 1, next_attempt_at = $4`, at);
  }

  again(taken: LeasedPushes, mails: readonly LeasedMail[], inSeconds: number, error: string): Promise<unknown> {
    return this.set(taken, mails, `state = 'pending', push_id = null, lease_until = null, next_attempt_at = clock_timestamp() + make_interval(secs => $4), last_error = $5`, inSeconds, error);
  }

  failed(taken: LeasedPushes, mails: readonly LeasedMail[], error: string): Promise<unknown> {
    return this.set(taken, mails, `state = 'failed', lease_until = null, last_error = $4`, error);
  }

  /** Every attempt, in the same log as the mails. */
  attempted({ pushId, receiver }: LeasedPushes, mails: readonly LeasedMail[], result: PushResult): Promise<unknown> {
    return this.door.query(`insert into mail_attempt (mail_id, person_id, messages, topic, result, code, http_status, channel) values ($1, $2, $3, $4, $5, $6, $7, 'push')`,
      [pushId, receiver.personId, mails.length, mails[0]?.topic ?? '', result.accepted ? 'accepted' : result.lasting ? 'refused' : 'later', result.accepted ? null : result.code, result.status]);
  }

  /** The browser has unsubscribed: its address and keys are of no more use. */
  ended(subscriptionId: string): Promise<unknown> {
    return this.door.query(`update push_subscription set ended_at = clock_timestamp(), ended_because = 'gone', endpoint = '', p256dh = '', auth = '' where id = $1 and ended_at is null`, [subscriptionId]);
  }

  private set({ lease, subscriptionId }: LeasedPushes, mails: readonly LeasedMail[], change: string, ...values: readonly unknown[]): Promise<unknown> {
    return this.door.query(`update push_message set ${change} where notification_id = any($1::uuid[]) and subscription_id = $2 and lease = $3 and state = 'sending'`, [mails.map(({ id }) => id), subscriptionId, lease, ...values]);
  }
}
