import { fill, type WrittenLanguage } from '../wording/words.js';
import en from './catalogue/en.json' with { type: 'json' };
import he from './catalogue/he.json' with { type: 'json' };
import kk from './catalogue/kk.json' with { type: 'json' };
import ru from './catalogue/ru.json' with { type: 'json' };
import zh from './catalogue/zh.json' with { type: 'json' };

/** English sets the shape; the compiler holds the other languages to it. */
export type MailWords = typeof en;

const WORDS: Readonly<Record<WrittenLanguage, MailWords>> = { en, ru, he, kk, zh };

export function mailWordsOf(language: WrittenLanguage): MailWords {
  return WORDS[language];
}

/** "2 tasks" in the form that the language has for that number. */
export function counted(language: WrittenLanguage, what: keyof MailWords['counts'], count: number): string {
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = mailWordsOf(language).counts[what];
  return fill(forms[new Intl.PluralRules(language).select(count)] ?? mailWordsOf(language).counts[what].other, { count });
}
