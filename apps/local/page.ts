import type { ServerResponse } from 'node:http';
import { type Language, words } from './words.js';

/** A piece of HTML; everything else that enters a page is text and is escaped. */
export class Html {
  constructor(readonly source: string) {}
}

/** Template literal in which every value is escaped and, being a value, keeps its own direction of writing. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return new Html(parts.map((part, index) => part + (index < values.length ? piece(values[index] ?? '') : '')).join(''));
}

function piece(value: string | Html | readonly Html[]): string {
  if (value instanceof Html) return value.source;
  if (typeof value === 'string') return escape(value);
  return value.map((each) => each.source).join('');
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** Answers with a whole page. `sendsTo`: addresses to which its forms may lead. */
export function answer(res: ServerResponse, status: number, language: Language, title: string, body: Html, sendsTo = ''): void {
  const page = html`<!doctype html><html lang="${language}" dir="${words[language].direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${title}</h1>${body}</main></body></html>`;
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
    'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self' ${sendsTo}; frame-ancestors 'none'; base-uri 'none'`,
  });
  res.end(page.source);
}

export function answerStyle(res: ServerResponse): void {
  res.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=60' });
  res.end(style);
}

const style = `
:root { color-scheme: light dark; --ink: #16202a; --soft: #55636f; --line: #d5dce2; --ground: #f6f8f9; --paper: #fff; --accent: #0b6b61; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eef2; --soft: #a3b1bc; --line: #36434d; --ground: #12181d; --paper: #1a2229; --accent: #5cc9ba; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans Hebrew", sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; } h2 { font-size: 1rem; margin: 2rem 0 .5rem; }
.notice { border-inline-start: 3px solid var(--accent); padding-inline-start: .75rem; color: var(--soft); }
.again { font-weight: 600; }
ul { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }
button { width: 100%; min-height: 3.5rem; text-align: start; font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; cursor: pointer; }
button:hover { border-color: var(--accent); } :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button span, .soft { display: block; color: var(--soft); font-size: .875rem; }
table { width: 100%; border-collapse: collapse; background: var(--paper); } th, td { text-align: start; padding: .5rem .75rem; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 500; overflow-wrap: normal; white-space: nowrap; } a { color: var(--accent); } pre { white-space: pre-wrap; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; font: inherit; unicode-bidi: plaintext; }
`;
