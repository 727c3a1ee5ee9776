import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalConfig, loadConfig } from '#config';
import type Provider from 'oidc-provider';
import { answer, answerStyle, html } from './page.js';
import { byInstitution, peopleIn, type Person } from './people.js';
import { makeProvider } from './provider.js';
import { serve } from './serve.js';
import { languageOf, words } from './words.js';

const config = loadConfig('local', process.env);
const provider = await makeProvider(config);
const protocol = provider.callback();
serve(handle, config.signInPort);

async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const path = new URL(req.url ?? '/', config.oidcIssuer).pathname;
  if (path === '/style.css') answerStyle(res);
  else if (path.startsWith('/sign-in/')) await page(provider, config, req, res);
  else await protocol(req, res);
}

/** GET shows the people; POST with a subject signs that person in. */
async function page(from: Provider, { home, publicUrl }: LocalConfig, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const asked = await from.interactionDetails(req, res).catch(() => undefined);
  const wished = asked?.params.ui_locales;
  const language = languageOf(typeof wished === 'string' ? wished : undefined, req.headers['accept-language']);
  const say = words[language];
  if (!asked) return answer(res, 400, language, say.chooseTitle, html`<p role="alert">${say.expired}</p><p><a href="${publicUrl}">Consilium</a></p>`);
  const people = peopleIn(home);
  if (req.method === 'POST') {
    const chosen = people.find((person) => person.subject === subjectOf(req));
    if (!chosen) return answer(res, 400, language, say.chooseTitle, html`<p role="alert">${say.failed}</p>`);
    return from.interactionFinished(req, res, { login: { accountId: chosen.subject, remember: false } }, { mergeWithLastSubmission: false });
  }
  const before = people.find((person) => person.subject === asked.session?.accountId);
  const fresh = asked.params.max_age !== undefined || asked.prompt.reasons.includes('login_prompt');
  const again = before && fresh ? html`<p class="again">${say.again(before.name)}</p>` : html``;
  const groups = [...byInstitution(people)].map(([institution, members]) => html`<h2><bdi>${institution}</bdi></h2><ul>${members.map((each) => choice(asked.uid, each))}</ul>`);
  answer(res, 200, language, say.chooseTitle, html`<p>${people.length > 0 ? say.chooseIntro : say.nobody}</p>${again}<p class="notice">${say.demoNotice}</p>${groups}`, publicUrl);
}

function choice(uid: string, person: Person) {
  return html`<li><form method="post" action="/sign-in/${uid}?subject=${encodeURIComponent(person.subject)}"><button type="submit"><bdi>${person.name}</bdi><span><bdi>${person.title}</bdi></span></button></form></li>`;
}

const subjectOf = (req: IncomingMessage): string | null => new URL(req.url ?? '/', config.oidcIssuer).searchParams.get('subject');
