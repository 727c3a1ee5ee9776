import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogues } from './catalogues.generated.js';
import { indexText } from './generate-index.mjs';
import { languages } from './languages.js';

type Tree = { [key: string]: string | Tree };
const pluralSuffix = /_(zero|one|two|few|many|other)$/;

function flatten(tree: Tree, path = ''): Record<string, string> {
  return Object.assign({}, ...Object.entries(tree).map(([key, value]) =>
    typeof value === 'string' ? { [`${path}${key}`]: value } : flatten(value, `${path}${key}.`))) as Record<string, string>;
}

const flat = Object.fromEntries(Object.entries(catalogues).map(([code, { areas }]) => [code, flatten(areas as Tree)]));
const stems = (code: string) => [...new Set(Object.keys(flat[code]).map((key) => key.replace(pluralSuffix, '')))].sort();
const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((m) => m[1]).sort();
const english = flat['en'];
const complete = languages.filter((language) => language.complete).map((language) => language.code);

describe('catalogues', () => {
  it('are listed as the folder stands', () => {
    expect(readFileSync(join(process.cwd(), 'libs/locales/catalogues.generated.ts'), 'utf8')).toBe(indexText());
  });

  it('promise every language of the product whole', () => expect(complete).toEqual(expect.arrayContaining(['en', 'he', 'kk', 'ru', 'zh'])));

  it.each(complete)('%s has every sentence of English and no other', (code) => expect(stems(code)).toEqual(stems('en')));

  it.each(languages.map((l) => l.code))('%s has nothing that English lacks', (code) => {
    const known = new Set(stems('en'));
    expect(stems(code).filter((stem) => !known.has(stem))).toEqual([]);
  });

  it.each(languages.map((l) => l.code))('%s has no empty sentence', (code) => {
    expect(Object.entries(flat[code]).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it.each(languages.map((l) => l.code))('%s has every plural form of its language', (code) => {
    const wanted = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    const plurals = stems(code).filter((stem) => `${stem}_other` in flat[code]);
    const lacking = plurals.flatMap((stem) => wanted.filter((form) => !(`${stem}_${form}` in flat[code])).map((form) => `${stem}_${form}`));
    expect(plurals.length).toBeGreaterThan(0);
    expect(lacking).toEqual([]);
  });

  it.each(languages.map((l) => l.code))('%s has the placeholders of English', (code) => {
    const wrong = Object.entries(flat[code]).filter(([key, text]) => {
      const stem = key.replace(pluralSuffix, '');
      const expected = placeholders(english[key] ?? english[`${stem}_other`] ?? english[stem] ?? '');
      // "one case", "two cases" may say the number as a word
      const drop = /_(one|two)$/.test(key) ? (name: string) => name !== 'count' : () => true;
      return JSON.stringify(placeholders(text).filter(drop)) !== JSON.stringify(expected.filter(drop));
    });
    expect(wrong).toEqual([]);
  });
});
