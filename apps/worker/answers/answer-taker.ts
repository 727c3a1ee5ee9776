import type { DataSource } from 'typeorm';
import type { Instant, MailedAnswer, ProcessActor } from '#domain';
import { derivedId, type DoorPort } from '#door';
import { readReply, saidIn, type AnswerAddress, type CalendarReply } from '#integrations';
import { meetingOfUid } from '../notifier/invitation-of.js';

/** `done`: on record, or there before. `noAnswer`: nothing of a calendar in it. `unknownAddress`: not the address of anybody who was invited to that meeting. */
export type Taken = 'done' | 'noAnswer' | 'unknownAddress';

const actor: ProcessActor = { kind: 'process', name: 'mailed-answers' };
const never: Instant = '1970-01-01T00:00:00.000Z';

/** Takes an answer out of a mail, and through the door. Throws where the database can't be asked: then nothing was taken, and the mail has to come again. */
export class AnswerTaker {
  constructor(private readonly door: Pick<DoorPort, 'put'>, private readonly rows: DataSource, private readonly address: AnswerAddress) {}

  async take(token: string, raw: Buffer): Promise<Taken> {
    const reply = await readReply(raw);
    const meetingId = reply === null ? null : meetingOfUid(reply.uid);
    if (reply === null || meetingId === null) return 'noAnswer';
    const person = (await this.everInvited(meetingId)).find(({ id }) => this.address.isOf(token, meetingId, id));
    if (person === undefined) return 'unknownAddress';
    await this.put(meetingId, mailedAnswer(reply, person));
    return 'done';
  }

  /** The same answer is the same command, however often and in however many mails it comes. What the door refuses was said before. */
  private put(streamId: string, data: MailedAnswer): Promise<unknown> {
    const commandId = derivedId('mailed-answer', streamId, JSON.stringify([data.personId, data.said, data.sequence, data.startsAt, data.saidAt]));
    return this.door.put({ type: 'takeMailedAnswer', commandId, streamId, data }, actor);
  }

  /** Whoever was taken off since has the file still, and is told that the answer is not needed. */
  private everInvited(meetingId: string): Promise<readonly Invitee[]> {
    return this.rows.query<Invitee[]>(`select id, email from person where id in (
      select jsonb_array_elements_text(data->'personIds')::uuid from event where stream = $1 and type = 'PeopleInvited' union select (data->>'personId')::uuid from event where stream = $1 and type = 'GuestInvited')`, [meetingId]);
  }
}

interface Invitee { readonly id: string; readonly email: string }

const mailedAnswer = (reply: CalendarReply, { id, email }: Invitee): MailedAnswer =>
  ({ personId: id, said: saidIn(reply, email), sequence: reply.sequence, startsAt: reply.startsAt, saidAt: reply.saidAt ?? never });
