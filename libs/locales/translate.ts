import { createInstance, type FormatterModule, type i18n } from 'i18next';
import { catalogues } from './catalogues.generated.js';
import { isolate } from './isolate.js';
import { directionOf, fallbackLanguage } from './languages.js';

/** What a sentence is filled with. `count` chooses the plural form by Intl.PluralRules. */
export type Values = Record<string, string | number>;

/** A sentence and the language it is really in: the fallback's where the wanted language lacks it. */
export interface Sentence { text: string; lang: string }

// i18next's own formatter would write numbers and dates; ours only keeps values whole in both directions.
const isolator: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) => isolate(value, directionOf(language ?? fallbackLanguage)) as string,
};

type Words = { readonly [key: string]: string | Words };
const forms = ['zero', 'one', 'two', 'few', 'many'] as const;
/** A browser that lacks a language (Chromium: Kazakh) chooses plural forms by another one's rules: every form it may ask for is there. */
export function withEveryForm(words: Words): Words {
  const all: Record<string, string | Words> = {};
  for (const [key, value] of Object.entries(words)) {
    all[key] = typeof value === 'string' ? value : withEveryForm(value);
    const stem = key.endsWith('_other') ? key.slice(0, -'other'.length) : null;
    if (stem !== null) for (const form of forms) if (!(`${stem}${form}` in words)) all[`${stem}${form}`] = value;
  }
  return all;
}

/**
 * An i18next instance with all catalogues, ready at once (no loading). The web gives it to react-i18next; `prepare`
 * is called before it starts, for plugins. Values are isolated by direction, never HTML-escaped: who writes HTML escapes.
 */
export function createI18n(lang: string, prepare: (instance: i18n) => void = () => undefined): i18n {
  const instance = createInstance();
  instance.use(isolator);
  prepare(instance);
  void instance.init({
    lng: lang,
    fallbackLng: fallbackLanguage,
    resources: Object.fromEntries(Object.entries(catalogues).map(([code, { areas }]) => [code, { translation: Intl.PluralRules.supportedLocalesOf(code).length > 0 ? areas : withEveryForm(areas) }])),
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  return instance;
}

let shared: i18n | undefined;
const translator = () => (shared ??= createI18n(fallbackLanguage));

/** Whether this language itself has the sentence (in the plural form that `count` asks for). */
export function has(lang: string, key: string, values: Values = {}): boolean {
  return lookup(lang, key, values).lang === lang && translator().exists(key, { ...values, lng: lang, fallbackLng: [] });
}

/** The sentence with the language it is in, so that a fallback can be marked with its `lang`. A key known nowhere comes back as itself. */
export function lookup(lang: string, key: string, values: Values = {}): Sentence {
  const own = translator().exists(key, { ...values, lng: lang, fallbackLng: [] });
  const used = own ? lang : fallbackLanguage;
  return { text: translator().t(key, { ...values, lng: used, fallbackLng: [] }), lang: used };
}

/** The sentence as text, for mail and letters; English where the language lacks it. Key: `<area>.<path>`. */
export function t(lang: string, key: string, values: Values = {}): string {
  return lookup(lang, key, values).text;
}
