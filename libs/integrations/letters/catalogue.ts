import en from './catalogue/en.json' with { type: 'json' };
import he from './catalogue/he.json' with { type: 'json' };
import ru from './catalogue/ru.json' with { type: 'json' };
import type { WrittenLanguage } from '../wording/words.js';

/** The words of a letter. English sets the shape; the compiler holds the other languages to it. */
export type Labels = typeof en;

const CATALOGUES: Readonly<Record<WrittenLanguage, Labels>> = { en, ru, he };

export function labelsOf(language: WrittenLanguage): Labels {
  return CATALOGUES[language];
}
