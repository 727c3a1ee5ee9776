import en from './catalogue/en.json' with { type: 'json' };
import he from './catalogue/he.json' with { type: 'json' };
import kk from './catalogue/kk.json' with { type: 'json' };
import ru from './catalogue/ru.json' with { type: 'json' };
import zh from './catalogue/zh.json' with { type: 'json' };
import type { Direction } from './bidi.js';

/** Languages in which the product writes to people outside of its screens. */
export type WrittenLanguage = 'en' | 'ru' | 'he' | 'kk' | 'zh';
/** Languages in which a letter can be read: the same. */
export type LetterLanguage = WrittenLanguage;

/** How dates and times are written. English sets the shape; the compiler holds the other languages to it. */
export type DateWords = typeof en;

const WORDS: Readonly<Record<LetterLanguage, DateWords>> = { en, ru, he, kk, zh };

export function dateWordsOf(language: LetterLanguage): DateWords {
  return WORDS[language];
}

export function directionOf(language: LetterLanguage): Direction {
  return language === 'he' ? 'rtl' : 'ltr';
}

/** Fills `{{name}}` places; a sentence that ends with a value has one full stop, also where the value has its own ("2026 г."). A place without value is a fault of the code and throws. */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{\{(\w+)\}\}(\.?)/g, (_, name: string, stop: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence "${sentence}" wants ${name}`);
    return /\.\p{Bidi_Control}*$/u.test(String(value)) ? String(value) : `${value}${stop}`;
  });
}
