import { text } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { meetingCalendar, readReply } from '#integrations';
import { freePort } from '../factories/free-port.js';
import { newHome, removeHome, Running } from './installation.js';

const home = newHome();
let page: string;
let env: Record<string, string>;
let catcher: Running;

async function startCatcher(): Promise<void> {
  catcher = new Running(process.execPath, ['dist/apps/local/mail.js'], env);
  for (let up = false; !up; up = await fetch(page).then(() => true, () => false)) {
    if (/Error/.test(catcher.output)) throw new Error(catcher.output);
  }
}

beforeAll(async () => {
  const [mailPort, smtpPort, answersPort] = [await freePort(), await freePort(), await freePort()];
  page = `http://127.0.0.1:${mailPort}`;
  env = {
    CONSILIUM_HOME: home, CONSILIUM_MAIL_PORT: String(mailPort), CONSILIUM_MAIL_SMTP_PORT: String(smtpPort), CONSILIUM_ANSWERS_SMTP_PORT: String(answersPort),
    CONSILIUM_OIDC_ISSUER: 'http://localhost:1', CONSILIUM_OIDC_CLIENT_SECRET: 'not-used-by-the-mail-catcher',
  };
  await startCatcher();
}, 60_000);
afterAll(async () => {
  await catcher.stop();
  removeHome(home);
});

const send = (subject: string, text: string) =>
  createTransport(`smtp://127.0.0.1:${env['CONSILIUM_MAIL_SMTP_PORT']}`).sendMail({
    from: 'Consilium <no-reply@consilium.localhost>', to: 'r@one.example', messageId: '<n-1@consilium.localhost>', subject, text,
    attachments: [{ filename: 'invitation.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
  });

describe('the mail catcher', () => {
  it('keeps what was sent, for people and for programs', async () => {
    await send('תזכורת: review due', 'Before 17:00');
    const [mail] = (await (await fetch(`${page}/mails.json`)).json()) as { id: string; subject: string; text: string; messageId: string }[];
    expect(mail).toMatchObject({ subject: 'תזכורת: review due', messageId: '<n-1@consilium.localhost>' });
    expect(mail?.text.trim()).toBe('Before 17:00');
    expect(await (await fetch(page)).text()).toContain(`<bdi>תזכורת: review due</bdi>`);
    expect(await (await fetch(`${page}/mails/${mail?.id}`)).text()).toContain('invitation.ics');
  });

  it('answers an invitation as its reader\'s calendar would, where it asks for an answer', async () => {
    const replies: string[] = [];
    const organizer = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], onData: (stream, _session, done) => { text(stream).then((raw) => { replies.push(raw); done(); }, done); } });
    await new Promise<void>((listening) => { organizer.listen(Number(env['CONSILIUM_ANSWERS_SMTP_PORT']), '127.0.0.1', listening); });
    const invite = (rsvp: boolean) => createTransport(`smtp://127.0.0.1:${env['CONSILIUM_MAIL_SMTP_PORT']}`).sendMail({
      from: 'no-reply@consilium.localhost', to: 'r@one.example', subject: `asks: ${String(rsvp)}`, text: 'Invitation',
      icalEvent: { method: 'REQUEST', content: meetingCalendar({
        meetingId: 'm', host: 'consilium.localhost', method: 'REQUEST', sequence: 2, at: '2026-12-01T08:00:00.000Z', startsAt: '2026-12-17T10:00:00.000Z', minutes: 60, title: 'M-1', place: 'Room 3', link: 'https://consilium.example/meetings/m',
        organizer: { name: 'Consilium', address: 'answers+abc@consilium.localhost' }, answersAreRead: rsvp, attendees: [{ name: 'R', address: 'r@one.example' }] }) },
    });
    await invite(false);
    await invite(true);
    const [asks, silent] = (await (await fetch(`${page}/mails.json`)).json()) as { id: string }[];
    expect(await (await fetch(`${page}/mails/${silent?.id}`)).text()).not.toContain('<form');
    expect(await (await fetch(`${page}/mails/${asks?.id}`)).text()).toContain('value="TENTATIVE"');
    const done = await fetch(`${page}/mails/${asks?.id}`, { method: 'POST', body: new URLSearchParams({ status: 'TENTATIVE' }) });
    expect(await done.text()).toContain('The answer went to Consilium by mail.');
    const reply = await readReply(Buffer.from(replies[0] ?? ''));
    expect(reply).toMatchObject({ method: 'REPLY', uid: 'm@consilium.localhost', sequence: 2, startsAt: '2026-12-17T10:00:00.000Z', attendees: [{ addresses: ['r@one.example'], status: 'TENTATIVE' }] });
    expect(reply?.saidAt).not.toBe('2026-12-01T08:00:00.000Z');
    await new Promise<void>((closed) => { organizer.close(() => { closed(); }); });
    const refused = await fetch(`${page}/mails/${asks?.id}`, { method: 'POST', body: new URLSearchParams({ status: 'DECLINED' }) });
    expect(await refused.text()).toContain('Consilium did not take the answer');
  });

  it('shows what a mail holds as text, never runs it', async () => {
    await send('<script>alert(1)</script>', '<img src=x onerror=alert(1)>');
    const shown = await (await fetch(page)).text();
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).not.toContain('<script>');
  });

  it('has its mails still when it is started again, and knows no others', async () => {
    await catcher.stop();
    await startCatcher();
    expect(await (await fetch(`${page}/mails.json`)).json()).toHaveLength(4);
    expect((await fetch(`${page}/mails/..%2f..%2fsecrets`)).status).toBe(404);
    expect((await fetch(`${page}/%E0%A4%A`)).status).toBe(404);
  }, 30_000);
});
