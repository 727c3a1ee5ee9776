import { derivedId } from '#door';
import type { AnswerAddress, Mail, Mailer, MailResult } from '#integrations';
import { mostAttempts, waitAfter } from './back-off.js';
import type { DeliveryLog } from './delivery-log.js';
import { asOne, languageOf, pathTo } from './as-one.js';
import type { LeasedMails, MailQueue } from './leased-mails.js';
import type { NextChannel } from './next-channel.js';
import { invitationOf, isInvitation } from './invitation-of.js';
import { whatGoes, type Going } from './what-goes.js';

const atOnce = 50;
/** So many people are mailed side by side: one whose server is slow keeps nobody else waiting. */
const lanes = 4;

/** Mails what people are told: what waits for one person goes in one mail, with one Message-ID, also where a crash forces a second sending. */
export class Notifier {
  private readonly underWay = new Map<string, Promise<void>>();
  private failure: { readonly error: unknown } | null = null;

  constructor(private readonly queue: MailQueue, private readonly log: DeliveryLog, private readonly next: NextChannel, private readonly mailer: Mailer, private readonly publicUrl: string, private readonly answers: AnswerAddress | null = null) {}

  /** Begins a mail to everybody who waits; those under way go on after it. Throws what made an earlier one fail. */
  async send(): Promise<void> {
    for (const personId of await this.queue.waiting(atOnce)) {
      if (this.underWay.has(personId)) continue;
      while (this.underWay.size >= lanes) await Promise.race(this.underWay.values());
      this.underWay.set(personId, this.sendTo(personId).catch((error: unknown) => { this.failure = { error }; }).finally(() => { this.underWay.delete(personId); }));
    }
    const { failure } = this;
    this.failure = null;
    if (failure !== null) throw failure.error;
  }

  /** Everything begun is over. */
  async settled(): Promise<void> { await Promise.all(this.underWay.values()); }

  async close(): Promise<void> {
    await this.settled();
    this.mailer.close();
  }

  private async sendTo(personId: string): Promise<void> {
    const taken = await this.queue.take(personId);
    if (taken === null) return;
    const held = taken.mails.flatMap(({ held, caseId }) => (held === 'digest' && caseId !== null ? [caseId] : []));
    const open = held.length === 0 ? new Set<string>() : await this.queue.openCases(personId, held);
    const { going, dropped, waiting } = whatGoes(taken, (caseId) => open.has(caseId));
    for (const { mail, because } of dropped) await this.log.notWanted(taken.lease, [mail], because);
    for (const { mail, at, held: because } of waiting) await this.log.waits(taken.lease, mail, at, because);
    const together = going.filter(({ mail }) => !isInvitation(mail));
    if (together.length > 0) await this.sendMail(taken, together);
    for (const each of going) if (isInvitation(each.mail)) await this.sendMail(taken, [each]);
  }

  private async sendMail(taken: LeasedMails, going: readonly Going[]): Promise<void> {
    const { lease, receiver } = taken;
    const mails = going.map(({ mail }) => mail);
    const [first] = mails;
    if (first === undefined) return;
    const mailId = taken.mailId ?? (mails.length === 1 ? first.id : derivedId('mail', ...mails.map(({ id }) => id).sort()));
    if (!(await this.log.begun(lease, mails, mailId))) return;
    const link = `${this.publicUrl}${pathTo(mails)}`;
    const invitation = mails.length === 1 ? invitationOf(first, receiver, link, this.answers) : null;
    const result = await this.posted({
      to: receiver.email, messageId: mails.length === 1 ? first.messageId : `<${mailId}@consilium.localhost>`, language: languageOf(receiver.language), place: { name: receiver.place, zone: receiver.zone },
      message: asOne(going), link,
      ...(invitation ? { invitation } : {}),
    });
    if (result === null) return this.oneByOne(taken, going);
    await this.log.attempted(receiver, mails, mailId, result);
    if (result.accepted) {
      await this.log.sent(lease, mails, invitation != null && invitation.answerTo !== null);
      if (mails.some(({ held }) => held === 'digest')) await this.log.digestSent(receiver);
      return;
    }
    const error = `${result.code} ${result.smtpCode ?? ''}`.trim();
    const attempts = Math.max(...mails.map((mail) => mail.attempts));
    if (!result.lasting && attempts < mostAttempts) return void await this.log.again(lease, mails, waitAfter(attempts), error);
    await this.next.afterMail(receiver.personId, mails, () => this.log.failed(lease, mails, error));
  }

  /** Null for what can't be put into words: a defect of ours, told in the log of the process. */
  private async posted(mail: Mail): Promise<MailResult | null> {
    try {
      return await this.mailer.send(mail);
    } catch (error) {
      this.failure = { error };
      return null;
    }
  }

  /** A message that can't be written fails alone: it holds up no other of its reader, now or later. */
  private async oneByOne(taken: LeasedMails, going: readonly Going[]): Promise<void> {
    const [only, ...others] = going;
    if (only !== undefined && others.length === 0) {
      return this.next.afterMail(taken.receiver.personId, [only.mail], () => this.log.failed(taken.lease, [only.mail], 'MAIL.NOT_WRITTEN'));
    }
    for (const each of going) await this.sendMail({ ...taken, mailId: null }, [each]);
  }
}
