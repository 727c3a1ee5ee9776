import type { HumanName } from '#domain';

/** Letters that look alike in Latin and Cyrillic, ё/е and Kazakh and Kyrgyz letters, each to one Latin spelling. */
const latin: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', ж: 'zh', з: 'z', и: 'i', й: 'i', і: 'i', к: 'k', қ: 'k', л: 'l', м: 'm',
  н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ү: 'u', ұ: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh',
  ъ: '', ы: 'y', ь: '', э: 'e', ю: 'iu', я: 'ia',
};
/** A Latin letter typed within a Cyrillic word, and the other way round, is meant as its look-alike. */
const toCyrillic: Readonly<Record<string, string>> = { a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' };

/** Spellings of one sound that transliterations differ in. */
const sameSound: readonly (readonly [RegExp, string])[] = [[/kh/g, 'h'], [/y/g, 'i'], [/j/g, 'i'], [/i+/g, 'i'], [/ts/g, 'c'], [/(.)\1+/g, '$1']];

/** The words of a name as they are stored and asked for: lower case, one script where there is a rule for it, accents off. */
export function searchWords(text: string): readonly string[] {
  const words = text.normalize('NFKD').replace(/(?<=[иИ])\u0306/g, '').replace(/[\u0300-\u036f\u05b0-\u05c7]/g, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return [...new Set(words.map(oneSpelling))].filter((word) => word !== '');
}

function oneSpelling(word: string): string {
  const whole = /[а-яёәғқңөұүһі]/.test(word) ? [...word].map((letter) => toCyrillic[letter] ?? letter) : [...word];
  const spelled = whole.map((letter) => latin[letter] ?? letter).join('');
  return /^[a-z]+$/.test(spelled) ? sameSound.reduce((text, [from, to]) => text.replace(from, to), spelled) : spelled;
}

/** What `patient.search` holds: the words of every script of every name, and the identifier as typed. */
export function searchTextOf(names: readonly HumanName[], identifier: string | null): string {
  const all = names.flatMap(({ family, given, patronymic }) => [family, given, patronymic]).filter((part) => part !== null).join(' ');
  return [...searchWords(`${all} ${identifier ?? ''}`)].join(' ');
}

/** A tsquery text by prefix for what somebody typed, or null when there is no word in it. Use as `to_tsvector('simple', search) @@ to_tsquery('simple', $1)`. */
export function searchQuery(typed: string): string | null {
  const words = searchWords(typed);
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ');
}
