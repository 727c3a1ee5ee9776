import en from './catalogue/en.json' with { type: 'json' };
import he from './catalogue/he.json' with { type: 'json' };
import ru from './catalogue/ru.json' with { type: 'json' };
import type { LetterLanguage } from './content.js';

/** The words of a letter. English sets the shape; the compiler holds the other languages to it. */
export type Labels = typeof en;

const CATALOGUES: Readonly<Record<LetterLanguage, Labels>> = { en, ru, he };

export function labelsOf(language: LetterLanguage): Labels {
  return CATALOGUES[language];
}

/** Fills `{{name}}` places. A place without value is a fault of the code and throws. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence "${sentence}" wants ${name}`);
    return String(value);
  });
}
