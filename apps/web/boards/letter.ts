import { idFrom, type Letter, type LetterText } from './definition.js';

/** The parts of a letter in their usual order, and those that always stand; the api judges by the same. */
export const letterParts = ['question', 'diagnosis', 'findings', 'treatments', 'board', 'participants'] as const;
export const lastingParts: readonly string[] = ['diagnosis', 'board', 'participants'];
export const usualLetter: Letter = { parts: letterParts };
export const textPart = (id: string): string => `text:${id}`;

/** Parts that stand, in their order, and then those that are left out. */
export const allParts = ({ parts }: Letter): readonly string[] => [...parts, ...letterParts.filter((part) => !parts.includes(part))];

/** One place up or down; at the ends nothing moves. */
export const moved = (letter: Letter, part: string, by: -1 | 1): Letter => {
  const parts = [...letter.parts];
  const from = parts.indexOf(part);
  const to = from + by;
  const other = parts[to];
  if (from < 0 || other === undefined) return letter;
  parts[to] = part;
  parts[from] = other;
  return { ...letter, parts };
};

export const withPart = (letter: Letter, part: string, stands: boolean): Letter => ({ ...letter, parts: stands ? [...letter.parts, part] : letter.parts.filter((each) => each !== part) });

export const withText = (letter: Letter, title: LetterText['title'], text: LetterText['text']): Letter => {
  const texts = letter.texts ?? [];
  const id = idFrom(title['en'] ?? '', texts.map((each) => each.id));
  return { parts: [...letter.parts, textPart(id)], texts: [...texts, { id, title, text }] };
};

export const withoutText = ({ parts, texts = [] }: Letter, id: string): Letter => {
  const left = texts.filter((each) => each.id !== id);
  return { parts: parts.filter((part) => part !== textPart(id)), ...(left.length > 0 && { texts: left }) };
};
