import type { FieldAnswer } from './definition.js';

/** Values out of a form's answers; null where nothing, "not known" or "not applicable" was answered, or something of another kind. */
export const numberIn = (answer: FieldAnswer | undefined): number | null => (answer?.state === 'given' && typeof answer.value === 'number' && Number.isFinite(answer.value) ? answer.value : null);
export const textIn = (answer: FieldAnswer | undefined): string | null => (answer?.state === 'given' && typeof answer.value === 'string' && answer.value.trim() !== '' ? answer.value : null);
export const listIn = (answer: FieldAnswer | undefined): readonly string[] =>
  (answer?.state === 'given' && Array.isArray(answer.value) ? (answer.value as readonly unknown[]).filter((one): one is string => typeof one === 'string') : []);
