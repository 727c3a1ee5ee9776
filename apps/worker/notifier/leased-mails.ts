import type { DataSource } from 'typeorm';

export interface LeasedMail {
  readonly id: string; readonly personId: string; readonly email: string; readonly language: string; readonly caseId: string | null; readonly caseNumber: string | null; readonly taskId: string | null;
  readonly kind: string; readonly markKind: string; readonly as: string; readonly params: Readonly<Record<string, unknown>>; readonly createdAt: string; readonly dueAt: string | null; readonly zone: string; readonly place: string; readonly messageId: string; readonly attempts: number;
  /** True where what it was about has ended since (signed, withdrawn, on hold): then it is not sent. */
  readonly moot: boolean;
}

/** Longer than a mail server takes to answer: whoever died with a lease is followed by another after it. */
const leaseSeconds = 60;

const lease = `
  update notification set mail_state = 'sending', lease_until = clock_timestamp() + make_interval(secs => $1), attempts = attempts + 1
  where id in (
    select id from notification
    where (mail_state = 'pending' and coalesce(next_attempt_at, '-infinity') <= clock_timestamp()) or (mail_state = 'sending' and lease_until < clock_timestamp())
    order by created_at, id limit $2 for update skip locked)
  returning id`;

const read = `
  select n.id, n.person_id as "personId", p.email, p.language, n.case_id as "caseId", c.number as "caseNumber", n.task_id as "taskId", n.kind, n.mark_kind as "markKind", n.as_audience as "as",
    n.params, n.created_at as "createdAt", t.due_at as "dueAt", p.zone, coalesce(i.name->>p.language, i.name->>'en', p.zone) as place, n.message_id as "messageId", n.attempts,
    (n.mark_kind in ('remind', 'escalate', 'expire') and (c.status = 'onHold' or t.paused or t.status in ('completed', 'failed'))) is true as moot
  from notification n join person p on p.id = n.person_id left join lateral (select i.name from post o join institution i on i.id = o.institution_id where o.person_id = p.id order by o.institution_id limit 1) i on true
  left join case_row c on c.id = n.case_id left join task_row t on t.id = n.task_id
  where n.id = any($1::uuid[]) order by n.created_at, n.id`;

/** Mails to be sent, leased to this process: of two workers each takes others, of a dead one the next takes over. */
export class MailQueue {
  constructor(private readonly door: DataSource) {}

  async take(most: number): Promise<readonly LeasedMail[]> {
    const [taken] = await this.door.query<[{ id: string }[], number]>(lease, [leaseSeconds, most]);
    return taken.length === 0 ? [] : this.door.query<LeasedMail[]>(read, [taken.map(({ id }) => id)]);
  }

  async sent(id: string): Promise<void> {
    await this.door.query(`update notification set mail_state = 'sent', sent_at = clock_timestamp(), lease_until = null, last_error = null where id = $1`, [id]);
  }

  async notWanted(id: string, because: string): Promise<void> {
    await this.door.query(`update notification set mail_state = 'notWanted', lease_until = null, last_error = $2 where id = $1`, [id, because]);
  }

  async again(id: string, inSeconds: number, error: string): Promise<void> {
    await this.door.query(`update notification set mail_state = 'pending', lease_until = null, next_attempt_at = clock_timestamp() + make_interval(secs => $2), last_error = $3 where id = $1`, [id, inSeconds, error]);
  }

  async failed(id: string, error: string): Promise<void> {
    await this.door.query(`update notification set mail_state = 'failed', lease_until = null, last_error = $2 where id = $1`, [id, error]);
  }
}
