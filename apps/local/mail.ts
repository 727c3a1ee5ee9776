import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { join } from 'node:path';
import { loadConfig } from '#config';
import { SMTPServer } from 'smtp-server';
import { answerTo, askedIn, statuses } from './calendar-answer.js';
import { type Mail, Mailbox } from './mailbox.js';
import { answer, answerStyle, html } from './page.js';
import { serve } from './serve.js';
import { type Language, languageOf, words } from './words.js';

const config = loadConfig('local', process.env);
const mailbox = new Mailbox(join(config.home, 'mail'));

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  size: 20_000_000,
  onData: (stream, _session, done) => {
    void buffer(stream).then((source) => mailbox.keep(source)).then(() => done(), (error: unknown) => done(error instanceof Error ? error : new Error(String(error))));
  },
});
// A client that hangs up is no reason to stop catching mails.
smtp.on('error', (error) => process.stderr.write(`${error.message}\n`));
smtp.listen(config.mailSmtpPort, '127.0.0.1');
serve(handle, config.mailPort, () => smtp.close(() => {}));

/** `/` lists mails, `/mails/<id>` shows one, `/mails.json` is for programs; a form sent to a mail answers its invitation. */
async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  const language = languageOf(req.headers['accept-language']);
  if (path === '/style.css') return answerStyle(res);
  if (path === '/mails.json') {
    res.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(await mailbox.all()));
    return;
  }
  if (path === '/') return list(res, language, await mailbox.all());
  const mail = await mailbox.read(path.replace('/mails/', ''));
  if (mail) show(res, language, mail, req.method === 'POST' ? await answered(mail, new URLSearchParams(await text(req)).get('status'), language) : null);
  else answer(res, 404, language, words[language].notFound, html`<p><a href="/">${words[language].back}</a></p>`);
}

/** What became of the answer. */
async function answered(mail: Mail, wished: string | null, language: Language): Promise<string | null> {
  const status = statuses.find((each) => each === wished);
  if (mail.calendar === null || status === undefined) return null;
  const refused = await answerTo(mail.calendar, status, config.answersSmtpPort);
  return refused === null ? words[language].answered : words[language].notTaken(refused);
}

function list(res: ServerResponse, language: Language, mails: readonly Mail[]): void {
  const say = words[language];
  const rows = mails.map((mail) => html`<tr><td><bdi>${mail.to}</bdi></td><td><a href="/mails/${mail.id}"><bdi>${mail.subject}</bdi></a></td><td><bdi>${mail.sent}</bdi></td></tr>`);
  const table = html`<table><thead><tr><th scope="col">${say.to}</th><th scope="col">${say.subject}</th><th scope="col">${say.sent}</th></tr></thead><tbody>${rows}</tbody></table>`;
  answer(res, 200, language, say.mails, html`<p class="notice">${say.mailIntro}</p>${mails.length > 0 ? table : html`<p>${say.noMails}</p>`}`);
}

/** As plain text: what a mail holds is never run or loaded by this page. */
function show(res: ServerResponse, language: Language, mail: Mail, said: string | null): void {
  const say = words[language];
  const choices = statuses.map((status) => html`<li><button name="status" value="${status}">${say.status[status]}</button></li>`);
  const asks = mail.calendar !== null && askedIn(mail.calendar) !== null ? html`<h2>${say.asCalendar}</h2><form method="post"><ul>${choices}</ul></form>` : html``;
  const attached = mail.attachments.map((each) => html`<li><bdi>${each.name}</bdi> <span class="soft">${each.type}, ${String(each.bytes)} B</span></li>`);
  answer(res, 200, language, mail.subject || say.mails, html`<p><a href="/">${say.back}</a></p>${said === null ? html`` : html`<p class="notice" role="status">${said}</p>`}
<table><tbody><tr><th scope="row">${say.from}</th><td><bdi>${mail.from}</bdi></td></tr><tr><th scope="row">${say.to}</th><td><bdi>${mail.to}</bdi></td></tr>
<tr><th scope="row">${say.sent}</th><td><bdi>${mail.sent}</bdi></td></tr></tbody></table><pre>${mail.text}</pre>
${attached.length > 0 ? html`<h2>${say.attachments}</h2><ul>${attached}</ul>` : html``}${asks}`);
}
