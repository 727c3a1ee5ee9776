import type { Values } from '#locales';
import { useLanguage, useSentence } from './useT.js';

/** A sentence from the catalogue. Where the language lacks it the fallback is shown, marked with its `lang` so that it is read aloud rightly. */
export function T({ k, values }: { k: string; values?: Values }) {
  const sentence = useSentence(k, values);
  return sentence.lang === useLanguage() ? <>{sentence.text}</> : <span lang={sentence.lang} dir="auto">{sentence.text}</span>;
}
