import type { FieldAnswer, FormAnswers } from '#domain';

/** A field's value as text; null where it wasn't given. */
export function given(answers: FormAnswers, id: string): string | null {
  const answer = answers[id];
  if (answer?.state !== 'given') return null;
  const { value } = answer;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

/** The values given for these fields, in order. */
export const joined = (answers: FormAnswers, ids: readonly string[]): string => ids.flatMap((id) => given(answers, id) ?? []).filter((text) => text !== '').join(', ');

const isRows = (value: unknown): value is readonly Readonly<Record<string, FieldAnswer>>[] => Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null);

export function rowsOf(answer: FieldAnswer | undefined): readonly FormAnswers[] {
  return answer?.state === 'given' && isRows(answer.value) ? answer.value : [];
}
