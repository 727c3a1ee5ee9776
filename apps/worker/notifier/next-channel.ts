import type { DataSource } from 'typeorm';
import type { ProcessActor } from '#domain';
import { derivedId, type DoorPort } from '#door';
import type { LeasedMail } from './leased-mails.js';

const actor: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };

/** Admins who hear in somebody's place: of the hospitals where that person works, else of the board's hospital, else any. Never the person. */
const admins = `
  with here as (select institution_id as id from post where person_id = $1), host as (select host_institution_id as id from case_row where id = $2),
  them as (select distinct p.id, case when o.institution_id in (select id from here) then 1 when o.institution_id in (select id from host) then 2 else 3 end as distance
    from post o join person p on p.id = o.person_id and p.active where o.role = 'admin' and p.id <> $1)
  select id from them where distance = (select min(distance) from them)`;

/** Whether a browser of the reader has the message, or may have it yet. */
const pushed = `select distinct notification_id as id from push_message where notification_id = any($1::uuid[]) and state in ('pending', 'sending', 'sent')`;
const unmailed = `select id from notification where id = any($1::uuid[]) and mail_state = 'failed' and topic = 'escalation'`;

/**
 * What cannot be mailed to its reader takes another way: the message stands in the product, and an escalation that no browser takes either goes to the
 * admins, so that it reaches somebody. Each channel looks at the other and notes its own failure while the other waits: the last one to fail is never missed.
 */
export class NextChannel {
  constructor(private readonly source: DataSource, private readonly door: Pick<DoorPort, 'put'>) {}

  /** `failed` notes it; it comes last, so that who dies before it does all of this again. */
  afterMail(personId: string, mails: readonly LeasedMail[], failed: () => Promise<unknown>): Promise<void> {
    return this.alone(personId, async () => {
      const there = await this.ids(pushed, mails);
      const escalations = mails.filter(({ topic, id }) => topic === 'escalation' && !there.has(id));
      for (const mail of escalations) await this.passOn(personId, mail);
      if (escalations.length === 0) await this.tellOnce(personId);
      await failed();
    });
  }

  /** The same for one browser of the reader. */
  afterPush(personId: string, mails: readonly LeasedMail[], subscriptionId: string, failed: () => Promise<unknown>): Promise<void> {
    return this.alone(personId, async () => {
      const nowhere = await this.ids(unmailed, mails);
      const elsewhere = await this.ids(`${pushed} and subscription_id <> $2`, mails, subscriptionId);
      for (const mail of mails) if (nowhere.has(mail.id) && !elsewhere.has(mail.id)) await this.passOn(personId, mail);
      await failed();
    });
  }

  private alone(personId: string, act: () => Promise<void>): Promise<void> {
    return this.source.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 34))', [personId]);
      await act();
    });
  }

  private async ids(sql: string, mails: readonly LeasedMail[], ...more: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.source.query<{ id: string }[]>(sql, [mails.map(({ id }) => id), ...more])).map(({ id }) => id));
  }

  /** A mark is passed on in the history of its case; news that nobody has a task has no mark, and goes to the admins as a message. */
  private async passOn(personId: string, mail: LeasedMail): Promise<void> {
    const { mark } = mail.params;
    const { caseId, taskId } = mail;
    if (mail.markKind !== 'escalate' || typeof mark !== 'string' || caseId === null || taskId === null) return this.tell(personId, mail, { ...mail.params, insteadOf: personId }, mail);
    await this.door.put({ type: 'passOnEscalation', commandId: derivedId('passOnEscalation', mail.id), streamId: caseId, data: { taskId, mark, personId } }, actor);
  }

  /** An address that takes no mail is told to the admins once, until it takes mail again. */
  private async tellOnce(personId: string): Promise<void> {
    const [since] = await this.source.query<{ at: string | null }[]>('select mail_refused_at::text as at from person where id = $1', [personId]);
    if (since === undefined || since.at === null) return;
    await this.tell(personId, { id: derivedId('mail-refused', personId, since.at), caseId: null, taskId: null, kind: 'mailRefused', markKind: 'news' }, { personId }, null);
  }

  private async tell(personId: string, about: Pick<LeasedMail, 'id' | 'caseId' | 'taskId' | 'kind' | 'markKind'>, params: object, escalation: LeasedMail | null): Promise<void> {
    const found = await this.source.query<{ id: string }[]>(admins, [personId, about.caseId]);
    for (const admin of found) {
      const id = derivedId('instead', about.id, admin.id);
      await this.source.query(`insert into notification (id, person_id, case_id, task_id, kind, mark_kind, as_audience, topic, params, created_at, message_id)
        values ($1, $2, $3, $4, $5, $6, 'admin', $7, $8::jsonb, clock_timestamp(), $9) on conflict (id) do nothing`,
      [id, admin.id, about.caseId, about.taskId, about.kind, about.markKind, escalation === null ? 'caseCourse' : 'escalation', JSON.stringify(params), `<${id}@consilium.localhost>`]);
    }
  }
}
