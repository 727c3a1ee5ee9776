import { directionOf, isolate } from '#locales';

/*
 * Chromium carries no Kazakh: left to it, a date reads "2026 M11 16", and numbers and lists follow whatever else the browser speaks. What a Kazakh screen needs
 * stands here, as the Unicode CLDR has it, the same in every browser; numbers are written as in Russian.
 */
type Ask = Pick<Intl.DateTimeFormatOptions, 'year' | 'month' | 'day' | 'weekday'>;

const kazakh = {
  months: { long: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'], short: ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'] },
  weekdays: { long: ['жексенбі', 'дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі'], short: ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'], narrow: ['Ж', 'Д', 'С', 'С', 'Б', 'Ж', 'С'] },
};

/** Writes an instant, by the calendar of UTC, as the language does: the parts that are asked for and no others. */
export function dateWords(lang: string, ask: Ask): (at: Date | number) => string {
  if (lang !== 'kk') {
    const format = new Intl.DateTimeFormat(lang, { timeZone: 'UTC', ...ask });
    return (at) => format.format(at);
  }
  return (instant) => {
    const at = new Date(instant);
    const weekday = ask.weekday && kazakh.weekdays[ask.weekday][at.getUTCDay()];
    const month = ask.month && kazakh.months[ask.month === 'long' ? 'long' : 'short'][at.getUTCMonth()];
    return [ask.year && `${at.getUTCFullYear()} ж.`, ask.day && String(at.getUTCDate()), month, weekday].filter(Boolean).join(' ');
  };
}

/** The language whose numbers are written and read on a screen in this one. */
export const numberLocale = (lang: string): string => (lang === 'kk' ? 'ru' : lang);

/** Only names that run the other way: before Hebrew words the "and" is written without a hyphen. */
const leftToRightKept = (word: string): string => (/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]/u.test(word) ? String(isolate(word, 'rtl')) : word);

/** "A, B and C", in the language's own direction whatever scripts they are in. */
export function listWords(lang: string, words: readonly string[]): string {
  if (lang !== 'kk') return new Intl.ListFormat(lang, { type: 'conjunction' }).format(directionOf(lang) === 'rtl' ? words.map(leftToRightKept) : words);
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' және ');
}
