/** How the calendars of the large makers write an answer: what is in which part, in which encoding, by which clock. Made up, after their known shapes. */

export interface Answer {
  readonly uid: string; readonly to: string; readonly from: string; readonly attendee: string;
  readonly status: 'ACCEPTED' | 'DECLINED' | 'TENTATIVE' | 'DELEGATED' | 'NEEDS-ACTION';
  readonly sequence: number;
  /** UTC, as `20361218T100000Z`. */
  readonly starts: string;
  readonly stamp: string;
  readonly method?: 'REPLY' | 'COUNTER' | 'REFRESH';
}

const lines = (...all: readonly string[]): string => `${all.join('\r\n')}\r\n`;
const words = { ACCEPTED: 'Accepted', DECLINED: 'Declined', TENTATIVE: 'Tentative', DELEGATED: 'Delegated', 'NEEDS-ACTION': 'Answer' } as const;
const chunked = (text: string): string => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
/** Almaty's clock, five hours ahead. */
const almaty = (utc: string): string => new Date(Date.parse(utc.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/, '$1-$2-$3T$4:$5:$6Z')) + 5 * 3_600_000).toISOString().replace(/[-:]|\.000Z/g, '');

/** Outlook: an alternative of the text, in base64; the time by a zone of Windows' naming, which it explains; the comment of the person may stand in it. */
export const fromOutlook = ({ uid, to, from, attendee, status, sequence, starts, stamp, method = 'REPLY' }: Answer): string => lines(
  `From: =?utf-8?B?${Buffer.from('Омаров Ержан').toString('base64')}?= <${from}>`, `To: Consilium <${to}>`, `Subject: ${words[status]}: M-1`, 'Thread-Topic: M-1', 'Message-ID: <AM0PR01MB0001@eurprd01.prod.example>', 'MIME-Version: 1.0',
  'X-MS-Has-Attach:', 'Content-Type: multipart/alternative;', '\tboundary="_000_AM0PR01MB0001_"', '',
  '--_000_AM0PR01MB0001_', 'Content-Type: text/plain; charset="utf-8"', 'Content-Transfer-Encoding: base64', '', chunked('Буду, если поезд придёт вовремя.'), '',
  '--_000_AM0PR01MB0001_', `Content-Type: text/calendar; charset="utf-8"; method=${method}`, 'Content-Transfer-Encoding: base64', '',
  chunked(lines('BEGIN:VCALENDAR', `METHOD:${method}`, 'PRODID:Microsoft Exchange Server 2010', 'VERSION:2.0', 'BEGIN:VTIMEZONE', 'TZID:Central Asia Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T000000', 'TZOFFSETFROM:+0500', 'TZOFFSETTO:+0500', 'END:STANDARD', 'END:VTIMEZONE',
    'BEGIN:VEVENT', `ATTENDEE;PARTSTAT=${status};CN="Омаров Ержан":mailto:${attendee}`, 'COMMENT;LANGUAGE=ru-RU:Буду\\, если поезд придёт вовремя.\\n', `UID:${uid}`, `SUMMARY;LANGUAGE=ru-RU:${words[status]}: M-1`,
    `DTSTART;TZID=Central Asia Standard Time:${almaty(starts)}`, 'PRIORITY:5', `DTSTAMP:${stamp}`, 'TRANSP:OPAQUE', `SEQUENCE:${String(sequence)}`, 'X-MICROSOFT-CDO-APPT-SEQUENCE:0', 'END:VEVENT', 'END:VCALENDAR')), '',
  '--_000_AM0PR01MB0001_--');

/** Google: an alternative and the same file attached, sent by the calendar itself, and so marked as sent by a machine. */
export const fromGoogle = ({ uid, to, from, attendee, status, sequence, starts, stamp, method = 'REPLY' }: Answer): string => {
  const file = lines('BEGIN:VCALENDAR', 'PRODID:-//Google Inc//Google Calendar 70.9054//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN', `METHOD:${method}`, 'BEGIN:VEVENT', `DTSTART:${starts}`, `DTSTAMP:${stamp}`, `ORGANIZER;CN=Consilium:mailto:${to}`, `UID:${uid}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=${status};CN=A;X-N`, ` UM-GUESTS=0:mailto:${attendee}`, 'CREATED:20361001T080000Z', 'DESCRIPTION:', `SEQUENCE:${String(sequence)}`, 'STATUS:CONFIRMED', 'SUMMARY:M-1', 'END:VEVENT', 'END:VCALENDAR');
  return lines(
    'MIME-Version: 1.0', 'Reply-To: A <reply@calendar.example>', 'Sender: Google Calendar <calendar-notification@calendar.example>', 'Auto-Submitted: auto-generated', 'Message-ID: <calendar-1@calendar.example>', `Subject: ${words[status]}: M-1`, `From: A <${from}>`, `To: ${to}`,
    'Content-Type: multipart/mixed; boundary="mixed"', '', '--mixed', 'Content-Type: multipart/alternative; boundary="alternative"', '', '--alternative', 'Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes', '', `A has answered: ${words[status]}`, '',
    '--alternative', 'Content-Type: text/html; charset="UTF-8"', 'Content-Transfer-Encoding: quoted-printable', '', '<p>A has answered this invitation=2E</p>', '', '--alternative', `Content-Type: text/calendar; charset="UTF-8"; method=${method}`, 'Content-Transfer-Encoding: 7bit', '', file, '--alternative--', '',
    '--mixed', 'Content-Type: application/ics; name="invite.ics"', 'Content-Disposition: attachment; filename="invite.ics"', 'Content-Transfer-Encoding: base64', '', chunked(file), '', '--mixed--');
};

/** Apple: text, and the file as an attachment beside it; an address in capital letters, as it stands in the person's card. */
export const fromApple = ({ uid, to, from, attendee, status, sequence, starts, stamp, method = 'REPLY' }: Answer): string => lines(
  `From: ${from}`, `To: "Consilium" <${to}>`, `Subject: ${words[status]}: M-1`, 'Message-Id: <0A1B2C3D@mail.example>', 'Mime-Version: 1.0', 'X-Mailer: Apple Mail (2.3776)', 'Content-Type: multipart/mixed; boundary="Apple-Mail-1"', '',
  '--Apple-Mail-1', 'Content-Type: text/plain; charset=us-ascii', '', `${words[status]}.`, '', '--Apple-Mail-1', 'Content-Disposition: attachment; filename=iCal-1.ics', 'Content-Type: text/calendar; charset=utf-8; name=iCal-1.ics', 'Content-Transfer-Encoding: quoted-printable', '',
  lines('BEGIN:VCALENDAR', 'CALSCALE:GREGORIAN', `METHOD:${method}`, 'PRODID:-//Apple Inc.//macOS 14.5//EN', 'VERSION:2.0', 'BEGIN:VEVENT', `ATTENDEE;CN="A";EMAIL="${attendee.toUpperCase()}";PARTSTAT=${status}:mailto:${attendee.toUpperCase()}`, `DTSTAMP:${stamp}`, `DTSTART:${starts}`, `SEQUENCE:${String(sequence)}`, 'SUMMARY:M-1', `UID:${uid.toUpperCase()}`, 'END:VEVENT', 'END:VCALENDAR').replaceAll('=', '=3D'),
  '--Apple-Mail-1--');

/** What an absent person's mailbox says by itself. */
export const fromAway = ({ to, from }: Pick<Answer, 'to' | 'from'>): string => lines(`From: ${from}`, `To: ${to}`, 'Subject: Automatic reply', 'Auto-Submitted: auto-replied', 'Message-ID: <away@mail.example>', 'Content-Type: text/plain', '', 'I am away until Monday.');
