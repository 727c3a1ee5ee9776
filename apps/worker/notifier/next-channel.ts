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

/** What cannot be mailed to its reader takes another way: the message stands in the product, and an escalation goes to the admins, so that it reaches somebody. */
export class NextChannel {
  constructor(private readonly source: DataSource, private readonly door: Pick<DoorPort, 'put'>) {}

  async instead(personId: string, mails: readonly LeasedMail[]): Promise<void> {
    const escalations = mails.filter(({ topic }) => topic === 'escalation');
    for (const mail of escalations) await this.passOn(personId, mail);
    if (escalations.length === 0) await this.tellOnce(personId);
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
