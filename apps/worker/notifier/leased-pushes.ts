import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { PushSubscription } from '#integrations';
import { gather, leaseSeconds, minuteIsOver, settled, type Gathered } from './leased-mails.js';

/** What goes to one browser of one person now. `pushId` is the message's own: who takes over from a dead worker sends it under the same. */
export interface LeasedPushes extends Gathered {
  readonly lease: string; readonly pushId: string; readonly subscriptionId: string; readonly attempts: number;
  /** Null where the browser or its owner takes no push any more. */
  readonly to: PushSubscription | null;
  /** Those that the reader has read in the product meanwhile. */
  readonly read: ReadonlySet<string>;
}

const due = `(state = 'pending' and coalesce(next_attempt_at, '-infinity') <= clock_timestamp())`;
const abandoned = `(state = 'sending' and lease_until < clock_timestamp())`;
const waiting = `select subscription_id as id from (select m.subscription_id, m.state, m.queued_at, n.topic, n.case_id, n.created_at from push_message m join notification n on n.id = m.notification_id
    where ${due.replaceAll('state', 'm.state').replaceAll('next_attempt_at', 'm.next_attempt_at')} or ${abandoned.replaceAll('state', 'm.state').replaceAll('lease_until', 'm.lease_until')}) n
  group by subscription_id having bool_or(state = 'sending') or (${settled} and ${minuteIsOver}) order by min(queued_at) limit $1`;
const lease = (which: string): string => `
  update push_message set state = 'sending', lease = $2, push_id = coalesce(push_id, $2), lease_until = clock_timestamp() + make_interval(secs => ${String(leaseSeconds)}), attempts = attempts + 1
  where subscription_id = $1 and notification_id in (select notification_id from push_message where subscription_id = $1 and ${which} order by queued_at, notification_id limit 50 for update skip locked)
  returning notification_id as id, push_id as "pushId", attempts`;
const begunOnce = `${abandoned} and push_id = (select m.push_id from push_message m where m.subscription_id = $1 and m.state = 'sending' and m.lease_until < clock_timestamp() order by m.queued_at, m.notification_id limit 1)`;
interface Taken { readonly id: string; readonly pushId: string; readonly attempts: number }
interface Subscriber extends PushSubscription { readonly personId: string; readonly takes: boolean }

/** Push messages to be sent, leased as mails are: a browser at a time. */
export class PushQueue {
  constructor(private readonly door: DataSource) {}

  /** Which browsers have something to be told now, longest waiting first. */
  async waiting(most: number): Promise<readonly string[]> {
    return (await this.door.query<{ id: string }[]>(waiting, [most])).map(({ id }) => id);
  }

  async take(subscriptionId: string): Promise<LeasedPushes | null> {
    const token = randomUUID();
    const taken = await this.leased(subscriptionId, token, begunOnce) ?? await this.leased(subscriptionId, token, due);
    if (taken === null) return null;
    const [first] = taken;
    const [subscriber] = await this.door.query<Subscriber[]>(`select s.person_id as "personId", s.endpoint, s.p256dh, s.auth, s.ended_at is null and p.active as takes
      from push_subscription s join person p on p.id = s.person_id where s.id = $1`, [subscriptionId]);
    if (first === undefined || subscriber === undefined) throw new Error(`No subscription is ${subscriptionId}`);
    const { personId, takes, endpoint, p256dh, auth } = subscriber;
    const ids = taken.map(({ id }) => id);
    const read = await this.door.query<{ id: string }[]>('select id from notification where id = any($1::uuid[]) and read_at is not null', [ids]);
    return {
      ...await gather(this.door, personId, ids), lease: token, pushId: first.pushId, subscriptionId, attempts: Math.max(...taken.map(({ attempts }) => attempts)),
      to: takes ? { endpoint, p256dh, auth } : null, read: new Set(read.map(({ id }) => id)),
    };
  }

  private async leased(subscriptionId: string, token: string, which: string): Promise<readonly Taken[] | null> {
    const [taken] = await this.door.query<[Taken[], number]>(lease(which), [subscriptionId, token]);
    return taken.length === 0 ? null : taken;
  }
}
