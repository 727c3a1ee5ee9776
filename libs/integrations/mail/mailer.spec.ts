import { createServer, type AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { SmtpMailer } from './mailer.js';
import { messageIdOf, type Mail, type MailMessage } from './message.js';

const FROM = 'Consilium <no-reply@hospital.example>';
const mails: ParsedMail[] = [];
const refusing = (address: string, responseCode: number): Error & { responseCode: number } => Object.assign(new Error('refused'), { responseCode, address });

let server: SMTPServer;
let mailer: SmtpMailer;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody@')) done(refusing(address, 550));
      else if (address.startsWith('later@')) done(refusing(address, 451));
      else done();
    },
    onAuth: (_auth, _session, done) => { done(new Error('no')); },
    onData: (stream, session, done) => {
      const full = session.envelope.rcptTo.some(({ address }) => address.startsWith('spam@'));
      simpleParser(stream).then((mail) => { mails.push(mail); done(full ? refusing('', 554) : null); }, done);
    },
  });
  await new Promise<void>((listening) => { server.listen(0, '127.0.0.1', listening); });
  mailer = new SmtpMailer({ url: `smtp://127.0.0.1:${portOf(server.server)}`, from: FROM });
});
afterAll(async () => {
  mailer.close();
  await new Promise<void>((closed) => { server.close(closed); });
});
beforeEach(() => { mails.length = 0; });

function portOf(listening: { address(): unknown }): number {
  return (listening.address() as AddressInfo).port;
}
function mail(message: MailMessage, more: Partial<Mail> = {}): Mail {
  return {
    to: 'li@hospital.example', language: 'en', place: { name: 'Almaty', zone: 'Asia/Almaty' }, message,
    messageId: messageIdOf('2f1c7d0e-1111-4222-8333-944445555666', FROM), link: 'https://consilium.example/cases/9d2', ...more,
  };
}
async function delivered(...given: Parameters<typeof mail>): Promise<ParsedMail> {
  expect(await mailer.send(mail(...given))).toMatchObject({ accepted: true, response: expect.stringContaining('250') as string });
  const last = mails.at(-1);
  if (last === undefined) throw new Error('Nothing came');
  return last;
}

const reminder = { template: 'reminder', task: 'pathologyReview', caseNumber: 'C-2026-0117', due: '2026-12-17T10:00:00.000Z' } as const;
const EVERY: readonly MailMessage[] = [
  reminder,
  { ...reminder, template: 'taskOffered', due: null },
  { ...reminder, template: 'taskHandedOver' },
  { ...reminder, template: 'taskAssigned' },
  { ...reminder, template: 'overdue' },
  { ...reminder, template: 'lapsed' },
  { ...reminder, template: 'escalation', as: 'head' },
  { template: 'returnedForInformation', caseNumber: 'C-2026-0117', items: 2, due: null },
  { template: 'deferred', caseNumber: 'C-2026-0117', cause: 'pathologyMissing', nextMeetingAt: null },
  { template: 'letterAvailable', caseNumber: 'C-2026-0117' },
  { template: 'handOver', caseNumber: 'C-2026-0117' },
  { template: 'agenda', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z', cases: 11 },
  { template: 'meetingOnDayOff', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'quorumMissing', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'standInAsked', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'answerAsked', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'answerNotTaken', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z', because: 'overtaken' },
  { template: 'invitation', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'extraordinary', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'invitationWithdrawn', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'meetingMoved', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z', was: '2026-12-10T10:00:00.000Z', because: null },
  { template: 'meetingCancelled', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' },
  { template: 'caseNews', caseNumber: 'C-2026-0117', news: 'caseHeld' },
  { ...reminder, template: 'taskNews', news: 'taskDone' },
  { template: 'digest', items: [reminder, { ...reminder, task: 'sign', due: null }] },
  { template: 'several', items: [reminder, { template: 'letterAvailable', caseNumber: 'C-2026-0117' }] },
];

describe('a mail', () => {
  it('says what, which case, until when by the reader\'s clock, and where to go', async () => {
    const { subject, text, html, from, to } = await delivered(reminder);
    expect(subject).toBe('Reminder: Pathology review, C-2026-0117');
    expect(text).toContain('Due: Thu 17-Dec-2026 15:00, Almaty (UTC+5).');
    expect(text).toContain('Open the task: https://consilium.example/cases/9d2');
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(html).toContain('href="https://consilium.example/cases/9d2"');
    expect(from?.text).toBe('"Consilium" <no-reply@hospital.example>');
    expect(to).toMatchObject({ text: 'li@hospital.example' });
  });

  it('has the id that the notification gives it, the same when sent twice', async () => {
    const [one, two] = [await delivered(reminder), await delivered(reminder)];
    expect(one.messageId).toBe('<2f1c7d0e-1111-4222-8333-944445555666@hospital.example>');
    expect(two.messageId).toBe(one.messageId);
    expect(one.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it.each(EVERY.map((message) => [message.template, message] as const))('%s is complete in all languages', async (_, message) => {
    const seen = new Set<string | undefined>();
    for (const language of ['en', 'ru', 'he', 'kk', 'zh'] as const) {
      const { subject, text, html } = await delivered(message, { language });
      expect(`${subject}${text}${html || ''}`).not.toMatch(/\{\{|undefined|null|\[object/);
      seen.add(subject);
    }
    expect(seen.size).toBe(5);
  });

  it('is written from right to left in Hebrew, its values whole', async () => {
    const { text, html } = await delivered(reminder, { language: 'he' });
    expect(html).toContain('<html lang="he" dir="rtl">');
    expect(text).toContain('\u2066C-2026-0117\u2069');
    expect(text).toContain('\u206617-Dec-2026\u2069');
  });

  it('counts as the language does', async () => {
    const counts = async (language: 'ru' | 'he', notices: number): Promise<string | undefined> =>
      (await delivered({ template: 'digest', items: Array.from({ length: notices }, () => reminder) }, { language })).subject;
    expect(await counts('ru', 1)).toContain('1 уведомление');
    expect(await counts('ru', 22)).toContain('22 уведомления');
    expect(await counts('ru', 11)).toContain('11 уведомлений');
    expect(await counts('he', 2)).toContain('שתי הודעות');
  });

  it('tells several things in one, the first of them in its subject, each with its due time', async () => {
    const { subject, text } = await delivered({ template: 'several', items: [{ ...reminder, template: 'escalation', as: 'head' }, { template: 'caseNews', caseNumber: 'C-2026-0118', news: 'caseClosed' }] });
    expect(subject).toBe('2 notices: Escalation: Pathology review, C-2026-0117');
    expect(text).toContain('- Escalation: Pathology review, C-2026-0117, due Thu 17-Dec-2026 15:00, Almaty (UTC+5)');
    expect(text).toContain('- Closed: C-2026-0118');
  });

  it('takes no name where a number belongs', async () => {
    await expect(mailer.send(mail({ template: 'letterAvailable', caseNumber: 'Ахметова Айгүл' }))).rejects.toThrow('number');
  });

  it('carries a calendar file that mail programs know as an invitation', async () => {
    const invited: Mail['invitation'] = {
      meetingId: '7b0c8a54-0000-4000-8000-00000000000c', host: 'consilium.example', method: 'REQUEST', sequence: 0, at: '2026-12-01T08:00:00.000Z', startsAt: '2026-12-17T10:00:00.000Z', minutes: 90,
      title: 'Board M-12', place: 'Room 3', link: 'https://consilium.example/meetings/7b0c8a54-0000-4000-8000-00000000000c', answerTo: null, attendees: [{ name: 'Dr Li', address: 'li@hospital.example' }],
    };
    const { attachments } = await delivered({ template: 'invitation', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' }, { invitation: invited });
    expect(attachments.map(({ filename }) => filename)).toContain('meeting.ics');
    const file = attachments[0]?.content.toString().replaceAll('\r\n ', '');
    expect(file).toContain('METHOD:REQUEST');
    expect(file).toContain('ORGANIZER;CN="Consilium":mailto:no-reply@hospital.example');
    // nobody reads answers to the sender: a calendar that offered to send one would promise too much
    expect(file).toContain('RSVP=FALSE');

    const answered = await delivered({ template: 'invitation', meetingNumber: 'M-12', startsAt: '2026-12-17T10:00:00.000Z' }, { invitation: { ...invited, answerTo: 'answers+abc@board.example' } });
    const asks = answered.attachments[0]?.content.toString().replaceAll('\r\n ', '');
    expect(asks).toContain('ORGANIZER;CN="Consilium":mailto:answers+abc@board.example');
    expect(asks).toContain('RSVP=TRUE');
    expect(answered.text).toContain('You can also accept or decline in your calendar.');
    expect(answered.from?.text).toBe('"Consilium" <no-reply@hospital.example>');
  });

  it('tells an instant of the story by Astana\'s clock of that day: UTC+6 in February 2024, UTC+5 from March; the calendar file by UTC (H16)', async () => {
    const at = async (startsAt: string): Promise<{ readonly text: string | undefined; readonly file: string | undefined }> => {
      const invited: Mail['invitation'] = { meetingId: 'm', host: 'h', method: 'REQUEST', sequence: 0, at: '2024-01-20T08:00:00.000Z', startsAt, minutes: 90, title: 'Board M-1', place: 'Video', link: 'https://consilium.example/meetings/m', answerTo: null, attendees: [{ name: 'A', address: 'a@b.example' }] };
      const { text, attachments } = await delivered({ template: 'invitation', meetingNumber: 'M-1', startsAt }, { place: { name: 'Astana', zone: 'Asia/Almaty' }, invitation: invited });
      return { text, file: attachments[0]?.content.toString() };
    };
    const [february, march] = [await at('2024-02-04T06:00:00.000Z'), await at('2024-03-03T06:00:00.000Z')];
    expect(february.text).toContain('Sun 04-Feb-2024 12:00, Astana (UTC+6)');
    expect(march.text).toContain('Sun 03-Mar-2024 11:00, Astana (UTC+5)');
    expect([february.file, march.file]).toEqual([expect.stringContaining('DTSTART:20240204T060000Z'), expect.stringContaining('DTSTART:20240303T060000Z')]);
  });

  it('says of a moved meeting when it was, and that the reader\'s clock moves although the host\'s stays (H16)', async () => {
    const moved = { template: 'meetingMoved', meetingNumber: 'M-12', was: '2027-03-25T12:00:00.000Z', startsAt: '2027-04-01T11:00:00.000Z', because: null } as const;
    expect((await delivered(moved)).text).toContain('Thu 01-Apr-2027 16:00, Almaty (UTC+5). It was: Thu 25-Mar-2027 17:00, Almaty (UTC+5). By your clock it begins at another hour');
    const home = (await delivered(moved, { place: { name: 'Tel Aviv', zone: 'Asia/Jerusalem' } })).text;
    expect(home).toContain('Thu 01-Apr-2027 14:00, Tel Aviv (UTC+3). It was: Thu 25-Mar-2027 14:00, Tel Aviv (UTC+2). Please');
    expect((await delivered({ ...moved, because: 'timeZoneRules' })).text).toContain('its local time stays');
  });
});

describe('a mail that is not taken', () => {
  it.each([
    ['nobody@hospital.example', { lasting: true, code: 'MAIL.ADDRESS_REFUSED', smtpCode: 550 }],
    ['later@hospital.example', { lasting: false, code: 'MAIL.TRY_LATER', smtpCode: 451 }],
    ['spam@hospital.example', { lasting: true, code: 'MAIL.MESSAGE_REFUSED', smtpCode: 554 }],
  ])('%s', async (to, failure) => {
    expect(await mailer.send(mail(reminder, { to }))).toMatchObject({ accepted: false, ...failure });
  });

  it('because nobody listens', async () => {
    const gone = createServer();
    await new Promise<void>((listening) => { gone.listen(0, '127.0.0.1', listening); });
    const port = portOf(gone);
    await new Promise((closed) => gone.close(closed));
    const lost = new SmtpMailer({ url: `smtp://127.0.0.1:${port}`, from: FROM });
    expect(await lost.send(mail(reminder))).toMatchObject({ accepted: false, lasting: false, code: 'MAIL.SERVER_UNREACHABLE', smtpCode: null });
  });

  it('because the server is silent', async () => {
    const silent = createServer();
    await new Promise<void>((listening) => { silent.listen(0, '127.0.0.1', listening); });
    const slow = new SmtpMailer({ url: `smtp://127.0.0.1:${portOf(silent)}`, from: FROM, timeoutMs: 200 });
    expect(await slow.send(mail(reminder))).toMatchObject({ accepted: false, lasting: false, code: 'MAIL.SERVER_UNREACHABLE' });
    slow.close();
    await new Promise((closed) => silent.close(closed));
  });

  it('because it does not let us in: passes once the operator mends it', async () => {
    const wrong = new SmtpMailer({ url: `smtp://user:secret-word@127.0.0.1:${portOf(server.server)}`, from: FROM });
    const result = await wrong.send(mail(reminder));
    expect(result).toMatchObject({ accepted: false, lasting: false, code: 'MAIL.SIGN_IN_REFUSED' });
    expect(JSON.stringify(result)).not.toContain('secret-word');
  });
});
