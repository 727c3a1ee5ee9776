import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { lookup, type Sentence, type Values } from '#locales';

/** `t('cases.title')`: the sentence as text in the screen's language. For an element prefer `<T k="..."/>`, which marks a fallback. */
export function useT(): (key: string, values?: Values) => string {
  const { t, i18n } = useTranslation();
  return useCallback((key, values = {}) => t(key, values), [t, i18n.language]);
}

/** The screen's language, for Intl and for reading numbers. */
export function useLanguage(): string {
  return useTranslation().i18n.language;
}

/** The sentence together with the language it is really in. */
export function useSentence(key: string, values?: Values): Sentence {
  return lookup(useLanguage(), key, values);
}
