export type { KnownDate, LetterContent, LetterLanguage, LetterOutcome, LetterPatient, LetterPerson, LetterPlace, LetterTreatment, Prose } from './letters/content.js';
export { LETTER_LIMITS, renderInChild, TypstLetterRenderer, type Letter, type LetterRefusal, type LetterRenderer, type LetterResult } from './letters/letter-renderer.js';
