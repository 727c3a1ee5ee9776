import { createTransport, type Transporter } from 'nodemailer';
import { meetingCalendar, type CalendarPerson } from '../invitations/meeting-calendar.js';
import type { Mail } from './message.js';
import { renderMail } from './render.js';

export type MailResult =
  | { readonly accepted: true; /** The server's own words, for the delivery log. */ readonly response: string }
  /**
   * `lasting`: trying again is no use (an address that doesn't exist); otherwise the same mail may pass later.
   * `detail` is short and fit for a log.
   */
  | { readonly accepted: false; readonly lasting: boolean; readonly code: MailFault; readonly smtpCode: number | null; readonly detail: string };

export type MailFault = 'MAIL.ADDRESS_REFUSED' | 'MAIL.MESSAGE_REFUSED' | 'MAIL.TRY_LATER' | 'MAIL.SIGN_IN_REFUSED' | 'MAIL.SERVER_UNREACHABLE';

/** Sends a mail, or says why not. Never throws for what a mail server does. */
export interface Mailer {
  send(mail: Mail): Promise<MailResult>;
  close(): void;
}

export interface SmtpSettings {
  /** smtp:// or smtps://, with user and password where wanted. */
  readonly url: string;
  /** Sender: "Consilium <no-reply@hospital.example>". */
  readonly from: string;
  readonly timeoutMs?: number;
}

export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private readonly from: string;
  private readonly organizer: CalendarPerson;

  constructor({ url, from, timeoutMs = 15_000 }: SmtpSettings) {
    this.from = from;
    this.organizer = mailboxOf(from);
    this.transport = createTransport({ url, connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs });
  }

  async send(mail: Mail): Promise<MailResult> {
    const { subject, text, html } = renderMail(mail);
    try {
      const info: unknown = await this.transport.sendMail({
        from: this.from, to: mail.to, subject, text, html,
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        ...(mail.invitation === undefined ? {} : { icalEvent: { method: mail.invitation.method, content: this.calendarOf(mail.invitation), filename: 'meeting.ics' } }),
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { accepted: true, response: textOf(info, 'response') };
    } catch (error) {
      return failureOf(error);
    }
  }

  /** A calendar sends its answer to the organizer: where answers are read, that is the reader's own address. */
  private calendarOf({ answerTo, ...meeting }: NonNullable<Mail['invitation']>): string {
    const organizer = answerTo === null ? this.organizer : { name: this.organizer.name, address: answerTo };
    return meetingCalendar({ ...meeting, organizer, answersAreRead: answerTo !== null });
  }

  close(): void {
    this.transport.close();
  }
}

/** "Consilium <no-reply@hospital.example>" as a calendar names an organizer. */
function mailboxOf(from: string): CalendarPerson {
  const [, name = '', address = from] = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name === '' ? address : name, address };
}

function failureOf(error: unknown): MailResult {
  const smtpCode = numberOf(error, 'responseCode');
  const code = faultOf(textOf(error, 'code'), smtpCode);
  const detail = (textOf(error, 'response') || textOf(error, 'code')).replace(/\s+/g, ' ').slice(0, 200);
  return { accepted: false, lasting: code === 'MAIL.ADDRESS_REFUSED' || code === 'MAIL.MESSAGE_REFUSED', code, smtpCode, detail };
}

/** Replies of RFC 5321: 4yz passes later, 5yz doesn't. A refused sign-in is mended by the operator, so it passes later too. */
function faultOf(libraryCode: string, smtpCode: number | null): MailFault {
  if (libraryCode === 'EAUTH') return 'MAIL.SIGN_IN_REFUSED';
  if (smtpCode === null) return libraryCode === 'EENVELOPE' ? 'MAIL.ADDRESS_REFUSED' : 'MAIL.SERVER_UNREACHABLE';
  if (smtpCode < 500) return 'MAIL.TRY_LATER';
  return libraryCode === 'EENVELOPE' ? 'MAIL.ADDRESS_REFUSED' : 'MAIL.MESSAGE_REFUSED';
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

function numberOf(value: unknown, name: string): number | null {
  const found = member(value, name);
  return typeof found === 'number' ? found : null;
}
