import type { Outcome } from '../cases/state.js';

/** Languages in which a letter can be read. */
export const letterLanguages = ['en', 'ru', 'kk', 'zh', 'he'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];
/** A language, or its version in plain words for the patient. */
export type LetterKey = LetterLanguage | `${LetterLanguage}-plain`;
export interface LetterKind { readonly language: LetterLanguage; readonly plain: boolean }

export const letterKey = ({ language, plain }: LetterKind): LetterKey => (plain ? `${language}-plain` : language);
export const letterKinds: readonly LetterKind[] = [false, true].flatMap((plain) => letterLanguages.map((language) => ({ language, plain })));
export const letterKeys: readonly LetterKey[] = letterKinds.map(letterKey);

/** Made of every recommendation, and sent once both are signed; every other is made when a reader asks for it (decision 0019). */
export const sentLetters: readonly LetterKey[] = ['en', 'ru'];

/** Letters that the recommendation should have and hasn't: drafts while it is being signed, signed ones after the last signature. */
export const missingLetters = (outcome: Outcome): readonly LetterKey[] => {
  const wanted = [...sentLetters, ...(outcome.lettersAsked ?? [])];
  return letterKeys.filter((key) => {
    const letter = outcome.letter?.[key] ?? null;
    return wanted.includes(key) && (letter === null || (outcome.signaturesComplete && !letter.signed));
  });
};
