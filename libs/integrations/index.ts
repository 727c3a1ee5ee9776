export type { LetterContent, LetterOutcome, LetterPatient, LetterPerson, LetterTreatment, Prose } from './letters/content.js';
export { LETTER_LIMITS, renderInChild, TypstLetterRenderer, type Letter, type LetterRefusal, type LetterRenderer, type LetterResult } from './letters/letter-renderer.js';
export type { KnownDate, Place } from './wording/moments.js';
export type { WrittenLanguage } from './wording/words.js';
