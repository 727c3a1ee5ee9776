/** A hospital's own word in the reader's language, else in English, else in the language that it was written in; undefined where there is none. */
export function ownWord(words: unknown, lang: string): string | undefined {
  if (typeof words !== 'object' || words === null) return undefined;
  const given = Object.entries(words).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].trim() !== '');
  return (given.find(([code]) => code === lang) ?? given.find(([code]) => code === 'en') ?? given[0])?.[1];
}
