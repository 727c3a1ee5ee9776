import { catalogues } from './catalogues.generated.js';

/** A language that has a catalogue folder. `complete` says whether every sentence is promised in it. */
export interface Language {
  code: string;
  /** Its own name, in its own script. */
  name: string;
  direction: 'ltr' | 'rtl';
  complete: boolean;
}

/** What is shown where a language lacks a sentence. */
export const fallbackLanguage = 'en';

/** Every language with a catalogue, complete ones first, then by code. */
export const languages: readonly Language[] = Object.entries(catalogues)
  .map(([code, { language }]) => ({
    code,
    name: language.name,
    direction: language.direction === 'rtl' ? 'rtl' as const : 'ltr' as const,
    complete: language.complete,
  }))
  .sort((a, b) => Number(b.complete) - Number(a.complete) || a.code.localeCompare(b.code));

/** The direction of writing of a language; unknown ones are read from left to right. */
export function directionOf(code: string): 'ltr' | 'rtl' {
  return languages.find((language) => language.code === code)?.direction ?? 'ltr';
}

/** The first of the wanted languages (BCP 47 tags, region ignored) that has a catalogue; English when none has. */
export function resolveLanguage(wanted: readonly (string | null | undefined)[]): string {
  for (const tag of wanted) {
    const code = tag?.toLowerCase().split('-')[0];
    if (code && languages.some((language) => language.code === code)) return code;
  }
  return fallbackLanguage;
}
