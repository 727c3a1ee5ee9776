import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import type { MailedAnswer } from '#domain';

/** What a calendar wrote into a mail (RFC 5546, RFC 6047), before anybody knows whether it is to be believed. */
export interface CalendarReply {
  readonly method: string;
  readonly uid: string;
  readonly sequence: number;
  /** UTC instants; null where the file doesn't say so beyond doubt (a zone that it doesn't explain). */
  readonly startsAt: string | null;
  readonly saidAt: string | null;
  /** Each with the addresses it goes by, in small letters. */
  readonly attendees: readonly { readonly addresses: readonly string[]; readonly status: string }[];
}

const calendarTypes: readonly string[] = ['text/calendar', 'application/ics'];

/** The calendar's part of a mail; null where it has none that can be read. Outlook sends it as an alternative of the text, Apple as an attachment, Google as both. */
export async function readReply(raw: Buffer): Promise<CalendarReply | null> {
  const mail = await parsed(raw);
  if (mail === null) return null;
  for (const part of mail.attachments) {
    const reply = calendarTypes.includes(part.contentType) || part.filename?.toLowerCase().endsWith('.ics') === true ? replyIn(part.content.toString(), mail) : null;
    if (reply !== null) return reply;
  }
  return null;
}

/** Null for what is no mail at all: it must not look like a fault of ours, after which the same would be sent again for days. */
const parsed = (raw: Buffer): Promise<ParsedMail | null> => simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true }).catch(() => null);

function replyIn(text: string, mail: ParsedMail): CalendarReply | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const event = calendar.getFirstSubcomponent('vevent');
    const uid: unknown = event?.getFirstPropertyValue('uid');
    if (event === null || typeof uid !== 'string') return null;
    const sequence = Number(event.getFirstPropertyValue('sequence') ?? 0);
    return {
      method: wordOf(calendar.getFirstPropertyValue('method')), uid, sequence: Number.isInteger(sequence) ? sequence : 0, startsAt: instantOf(event, 'dtstart'), saidAt: instantOf(event, 'dtstamp') ?? sentAt(mail),
      attendees: event.getAllProperties('attendee').map((each) => ({ addresses: [each.getFirstValue(), each.getFirstParameter('email')].flatMap(addressOf), status: wordOf(each.getFirstParameter('partstat')) })),
    };
  } catch {
    return null;
  }
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');
const addressOf = (value: unknown): readonly string[] => (typeof value === 'string' && value !== '' ? [value.replace(/^mailto:/i, '').trim().toLowerCase()] : []);
const sentAt = ({ date }: ParsedMail): string | null => (date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString());

function instantOf(event: ICAL.Component, name: string): string | null {
  const time: unknown = event.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time) || time.isDate || time.zone === null || time.zone === ICAL.Timezone.localTimezone) return null;
  const date = time.toJSDate();
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

const answers: Readonly<Record<string, 'coming' | 'notComing' | 'perhaps'>> = { ACCEPTED: 'coming', DECLINED: 'notComing', TENTATIVE: 'perhaps' };

/**
 * What it says for the person with this mail address. A mail that was passed on is answered by its new reader under another address, and that is no answer of the person's;
 * a secretary who answers for somebody names that somebody.
 */
export function saidIn({ method, attendees, saidAt }: CalendarReply, address: string): MailedAnswer['said'] {
  if (method === 'COUNTER') return { notTaken: 'otherTime' };
  if (method !== 'REPLY' || attendees.length === 0 || saidAt === null) return { notTaken: 'unreadable' };
  const own = attendees.find(({ addresses }) => addresses.includes(address.toLowerCase()));
  if (own === undefined) return { notTaken: 'somebodyElse' };
  if (own.status === 'DELEGATED') return { notTaken: 'passedOn' };
  const answer = answers[own.status];
  return answer === undefined ? { notTaken: 'unreadable' } : { answer };
}
