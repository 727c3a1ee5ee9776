import { createTransport } from 'nodemailer';
import { freePort, newHome, removeHome, Running } from './installation.js';

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
  const [mailPort, smtpPort] = [await freePort(), await freePort()];
  page = `http://127.0.0.1:${mailPort}`;
  env = {
    CONSILIUM_HOME: home, CONSILIUM_MAIL_PORT: String(mailPort), CONSILIUM_MAIL_SMTP_PORT: String(smtpPort),
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

  it('shows what a mail holds as text, never runs it', async () => {
    await send('<script>alert(1)</script>', '<img src=x onerror=alert(1)>');
    const shown = await (await fetch(page)).text();
    expect(shown).toContain('&lt;script&gt;');
    expect(shown).not.toContain('<script>');
  });

  it('has its mails still when it is started again, and knows no others', async () => {
    await catcher.stop();
    await startCatcher();
    expect(await (await fetch(`${page}/mails.json`)).json()).toHaveLength(2);
    expect((await fetch(`${page}/mails/..%2f..%2fsecrets`)).status).toBe(404);
    expect((await fetch(`${page}/%E0%A4%A`)).status).toBe(404);
  }, 30_000);
});
