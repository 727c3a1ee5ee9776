import type { OwnWords } from '../forms/definition.js';

/** Parts of a clinician's letter after the recommendation, which always comes first, in the order that they have where a board says nothing. */
export const letterParts = ['question', 'diagnosis', 'findings', 'treatments', 'board', 'participants'] as const;
export type LetterPart = (typeof letterParts)[number];

/** Without these nobody could say on what, when and by whom it was decided. */
export const lastingLetterParts: readonly LetterPart[] = ['diagnosis', 'board', 'participants'];

/** A block of a board's own, the same in every letter: whom to ring, how to send images. By language; where the letter's has none, English stands and says so. */
export interface LetterText { readonly id: string; readonly title: OwnWords; readonly text: OwnWords }

/** `parts`: of the list above, and `text:<id>` for a block of one's own; what is not named is left out. */
export interface LetterTemplate { readonly parts: readonly string[]; readonly texts?: readonly LetterText[] }

export const defaultLetter: LetterTemplate = { parts: letterParts };
export const textPart = (id: string): string => `text:${id}`;

/** What would leave something out that a letter has to say, or say it twice. */
export const letterFaults = ({ parts, texts = [] }: LetterTemplate): readonly string[] => {
  const known: readonly string[] = [...letterParts, ...texts.map(({ id }) => textPart(id))];
  return [
    ...lastingLetterParts.filter((part) => !parts.includes(part)).map((part) => `letter.parts.${part}: can't be left out`),
    ...parts.filter((part, place) => parts.indexOf(part) !== place).map((part) => `letter.parts.${part}: there twice`),
    ...parts.filter((part) => !known.includes(part)).map((part) => `letter.parts.${part}: no part of a letter`),
    ...texts.filter(({ id }, place) => texts.findIndex((one) => one.id === id) !== place).map(({ id }) => `letter.texts.${id}: there twice`),
    ...texts.filter(({ title, text }) => title['en'] === undefined || text['en'] === undefined).map(({ id }) => `letter.texts.${id}: no English`),
  ];
};
