import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { invitationKinds, leaveOf, type Calendar, type Instant, type MailReceiver, type MarkKind, type NotificationSettings, type NotificationTopic } from '#domain';

export interface LeasedMail {
  readonly id: string; readonly caseId: string | null; readonly caseNumber: string | null; readonly taskId: string | null; readonly topic: NotificationTopic; readonly held: 'quietHours' | 'digest' | null;
  readonly kind: string; readonly markKind: MarkKind | 'news'; readonly as: string; readonly params: Readonly<Record<string, unknown>>; readonly createdAt: Instant; readonly dueAt: Instant | null; readonly messageId: string; readonly attempts: number;
  readonly emergency: boolean;
  /** What a calendar file of the meeting says beside its time; null where the message carries none. */
  readonly meeting: { readonly minutes: number; readonly place: string; readonly board: Readonly<Record<string, string>>;
    /** Whether the first file of it that went to this reader asked for an answer by mail; null where none went. */
    readonly answersWereRead: boolean | null } | null;
  /** True where what it was about has ended since (signed, withdrawn, on hold): then it is not sent. */
  readonly moot: boolean;
}
/** What goes to one person, whichever way. */
export interface Gathered { readonly receiver: Receiver; readonly mails: readonly LeasedMail[]; readonly now: Instant }
export interface Receiver extends MailReceiver { readonly personId: string; readonly name: string; readonly email: string; readonly language: string; readonly place: string }
/** What goes to one person now. `mailId` is set where a mail with exactly these messages was begun and its sender is gone. */
export interface LeasedMails extends Gathered { readonly lease: string; readonly mailId: string | null }

/** Longer than a mail server takes to answer: whoever died with a lease is followed by another after it. */
export const leaseSeconds = 90;
/** Messages of one moment are collected for a second, and none is held up for more than four: twenty marks that fall due together are one mail. */
export const settled = `(max(coalesce(queued_at, created_at)) <= clock_timestamp() - interval '1 second' or min(coalesce(queued_at, created_at)) <= clock_timestamp() - interval '4 seconds')`;
/** Reminders alone are collected until the first of them is a minute old: what is spread over a minute is one mail. None of an emergency waits. */
export const minuteIsOver = `(bool_or(topic <> 'reminder' or exists (select 1 from case_row c where c.id = n.case_id and c.urgency = 'emergency')) or min(coalesce(queued_at, created_at)) <= clock_timestamp() - interval '1 minute')`;
const due = `(mail_state = 'pending' and coalesce(next_attempt_at, '-infinity') <= clock_timestamp())`;
const abandoned = `(mail_state = 'sending' and lease_until < clock_timestamp())`;

const waiting = `select person_id as id from notification n where ${due} or ${abandoned} group by person_id having bool_or(mail_state = 'sending') or (${settled} and ${minuteIsOver}) order by min(coalesce(queued_at, created_at)) limit $1`;
const lease = (which: string): string => `
  update notification set mail_state = 'sending', lease = $2, lease_until = clock_timestamp() + make_interval(secs => ${String(leaseSeconds)}), attempts = attempts + 1
  where id in (select id from notification where person_id = $1 and ${which} order by created_at, id limit 50 for update skip locked) returning id, mail_id as "mailId"`;
const begunOnce = `mail_state = 'sending' and lease_until < clock_timestamp() and mail_id = (select m.mail_id from notification m where m.person_id = $1 and m.mail_state = 'sending' and m.lease_until < clock_timestamp() and m.mail_id is not null order by m.created_at, m.id limit 1)`;

const invitationKind = `in (${invitationKinds.map((kind) => `'${kind}'`).join(', ')})`;
const answersWereRead = `(select coalesce((f.params->>'answersRead')::boolean, false) from notification f
      where f.person_id = n.person_id and f.kind ${invitationKind} and f.params->>'meetingId' = n.params->>'meetingId' and f.mail_state = 'sent' order by f.sent_at, f.id limit 1)`;
/** A place never changes; a board is called as it is called now. */
const meeting = `case when n.kind ${invitationKind} then (select jsonb_build_object('minutes', m.minutes, 'place', m.place, 'board', v.definition->'name', 'answersWereRead', ${answersWereRead})
      from meeting_row m join board b on b.id = m.board_id join board_version v on v.board_id = b.id and v.version = b.version where m.id = (n.params->>'meetingId')::uuid) end`;

const read = `
  select n.id, n.case_id as "caseId", c.number as "caseNumber", n.task_id as "taskId", n.topic, n.held, n.kind, n.mark_kind as "markKind", n.as_audience as "as", n.params, n.created_at as "createdAt", t.due_at as "dueAt",
    n.message_id as "messageId", n.attempts, coalesce(c.urgency = 'emergency', false) or coalesce(n.params->>'extraordinary' = 'true', false) as emergency,
    ${meeting} as meeting,
    (n.kind in ('meetingInvited', 'meetingMoved') and (n.params->>'startsAt')::timestamptz <= clock_timestamp()
      or n.mark_kind in ('remind', 'escalate', 'expire') and (c.status = 'onHold' or t.paused or t.status in ('completed', 'failed'))) is true as moot
  from notification n left join case_row c on c.id = n.case_id left join task_row t on t.id = n.task_id
  where n.id = any($1::uuid[]) order by n.created_at, n.id`;

const readReceiver = `
  select p.name, p.email, p.language, p.zone, p.leave, p.notification_settings as settings, p.last_digest::text as "lastDigest", coalesce(i.name->>p.language, i.name->>'en', p.zone) as place, clock_timestamp() as now,
    (select k.definition from calendar k where k.id = i.calendar_id order by k.version desc limit 1) as calendar
  from person p left join lateral (select i.name, i.calendar_id from post o join institution i on i.id = o.institution_id where o.person_id = p.id order by o.institution_id limit 1) i on true where p.id = $1`;
interface ReceiverRow { name: string; email: string; language: string; zone: string; leave: { from: string; to: string }[]; settings: NotificationSettings | null; lastDigest: string | null; place: string; now: Instant; calendar: Calendar | null }

/** Messages with all that their words need, and their reader. */
export async function gather(door: DataSource, personId: string, ids: readonly string[]): Promise<Gathered> {
  const mails = await door.query<LeasedMail[]>(read, [ids]);
  const [row] = await door.query<ReceiverRow[]>(readReceiver, [personId]);
  if (row === undefined) throw new Error(`Nobody is ${personId}`);
  const { now, settings, leave, ...person } = row;
  return { mails, now, receiver: { ...person, personId, settings: settings ?? undefined, leave: leave.map(leaveOf) } };
}

/**
 * Mails to be sent, leased one at a time to this process just before they go: a slow mail server makes nobody's lease run out but its own,
 * of two workers each takes others, of a dead one the next takes over.
 */
export class MailQueue {
  constructor(private readonly door: DataSource) {}

  /** Who has something to be mailed now, longest waiting first. */
  async waiting(most: number): Promise<readonly string[]> {
    return (await this.door.query<{ id: string }[]>(waiting, [most])).map(({ id }) => id);
  }

  async take(personId: string): Promise<LeasedMails | null> {
    const token = randomUUID();
    const taken = await this.leased(personId, token, begunOnce) ?? await this.leased(personId, token, `(${due} or ${abandoned} and mail_id is null)`);
    if (taken === null) return null;
    return { lease: token, mailId: taken[0]?.mailId ?? null, ...await gather(this.door, personId, taken.map(({ id }) => id)) };
  }

  private async leased(personId: string, token: string, which: string): Promise<readonly { id: string; mailId: string | null }[] | null> {
    const [taken] = await this.door.query<[{ id: string; mailId: string | null }[], number]>(lease(which), [personId, token]);
    return taken.length === 0 ? null : taken;
  }

  /** Of the messages of a case, whether their reader may still see it. */
  async openCases(personId: string, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.door.transaction(async (tx) => {
      await tx.query(`select set_config('consilium.person', $1, true)`, [personId]);
      return tx.query<{ id: string }[]>('select id from unnest($1::uuid[]) id where may_see_case(id)', [caseIds]);
    });
    return new Set(rows.map(({ id }) => id));
  }
}
