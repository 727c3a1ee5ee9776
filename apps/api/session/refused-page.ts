import { directionOf, t } from '#locales';

/** A page without script for who can't be signed in: why, and what to do. Words: `problems.signIn.<because>` of the catalogues. */
export function refusedPage(because: string, language: string): string {
  const say = (part: string) => escaped(t(language, `problems.signIn.${because}.${part}`));
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Consilium</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:12vh auto;padding:0 1rem}a{display:inline-block;margin-block-start:1rem}</style>
<main><h1>${say('title')}</h1><p>${say('why')}</p><a href="/api/sign-in">${say('next')}</a></main></html>`;
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
