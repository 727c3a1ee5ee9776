import type { Mailer, WrittenLanguage } from '#integrations';
import { mostAttempts, waitAfter } from './back-off.js';
import type { LeasedMail, MailQueue } from './leased-mails.js';
import { messageOf } from './message-of.js';

const atOnce = 20;
const written: readonly string[] = ['en', 'ru', 'he'] satisfies readonly WrittenLanguage[];
const languageOf = (code: string): WrittenLanguage => (written.includes(code) ? (code as WrittenLanguage) : 'en');

/** Mails what people are told. One notification is one mail with one Message-ID, also where a crash forces a second sending. */
export class Notifier {
  constructor(private readonly queue: MailQueue, private readonly mailer: Mailer, private readonly publicUrl: string) {}

  async send(): Promise<void> {
    for (const mail of await this.queue.take(atOnce)) await this.sendOne(mail);
  }

  close(): void { this.mailer.close(); }

  private async sendOne(mail: LeasedMail): Promise<void> {
    if (mail.moot) return this.queue.notWanted(mail.id, 'what it was about has ended');
    const message = messageOf(mail);
    if (message === null) return this.queue.notWanted(mail.id, 'shown in the product only');
    const result = await this.mailer.send({
      to: mail.email, messageId: mail.messageId, language: languageOf(mail.language), place: { name: mail.place, zone: mail.zone }, message, link: this.linkTo(mail),
    });
    if (result.accepted) return this.queue.sent(mail.id);
    const error = `${result.code} ${result.smtpCode ?? ''}`.trim();
    if (result.lasting || mail.attempts >= mostAttempts) return this.queue.failed(mail.id, error);
    return this.queue.again(mail.id, waitAfter(mail.attempts), error);
  }

  private linkTo({ caseId, taskId, params }: LeasedMail): string {
    const { meetingId } = params;
    if (caseId === null && typeof meetingId === 'string') return `${this.publicUrl}/meetings/${meetingId}`;
    return taskId === null ? `${this.publicUrl}/cases/${caseId ?? ''}` : `${this.publicUrl}/cases/${caseId ?? ''}?task=${taskId}`;
  }
}
