import en from './catalogue/en.json' with { type: 'json' };
import he from './catalogue/he.json' with { type: 'json' };
import kk from './catalogue/kk.json' with { type: 'json' };
import ru from './catalogue/ru.json' with { type: 'json' };
import zh from './catalogue/zh.json' with { type: 'json' };
import type { LetterLanguage } from '../wording/words.js';

/** The words of a letter. English sets the shape; the compiler holds the other languages to it. */
export type Labels = typeof en;

const CATALOGUES: Readonly<Record<LetterLanguage, Labels>> = { en, ru, he, kk, zh };

export function labelsOf(language: LetterLanguage): Labels {
  return CATALOGUES[language];
}
