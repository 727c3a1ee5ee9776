import { has, languages } from '#locales';
import { ownCodes } from './status.js';

const complete = languages.filter(({ complete: whole }) => whole).map(({ code }) => code);
const signIn = ['expired', 'refused', 'disabled', 'unknownPerson'].map((because) => `signIn.${because}`);
/** A fault of the program, an outage and the like share the catalogue's general words. */
const general = ['SERVICE.'];

describe('words of what the api itself refuses', () => {
  it.each(complete)('are there in %s: what is so, why, and what to do next', (language) => {
    const keys = [...ownCodes.filter((code) => !general.some((area) => code.startsWith(area))), ...signIn].flatMap((code) => ['title', 'why', 'next'].map((part) => `problems.${code}.${part}`));
    expect(keys.filter((key) => !has(language, key))).toEqual([]);
  });
});
