import type { FieldAnswer, FormAnswers, FormDefinition, FormField } from './definition.js';

const fitting = (answer: FieldAnswer, to: FormField): FieldAnswer => {
  if (to.kind !== 'rows' || answer.state !== 'given' || !Array.isArray(answer.value)) return answer;
  const rows = answer.value as readonly FormAnswers[];
  return { state: 'given', value: rows.map((row) => kept(row, to.rows ?? [])) };
};
const kept = (answers: FormAnswers, fields: readonly FormField[]): FormAnswers => {
  const byId = new Map(fields.map((field) => [field.id, field]));
  return Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => { const field = byId.get(id); return field === undefined ? [] : [[id, fitting(answer, field)] as const]; }));
};

const fieldsOf = (form: FormDefinition): readonly FormField[] => form.sections.flatMap((section) => section.fields);

/**
 * Typed work on another version of its form: each answer stays where the new form has a field of its id and kind, and is left out elsewhere
 * (the old version of the draft keeps it). An answer that the new field doesn't take, a code that left its list, stays to be seen and mended.
 */
export const answersOn = (from: FormDefinition, to: FormDefinition, answers: FormAnswers): FormAnswers => {
  const kinds = new Map(fieldsOf(from).map(({ id, kind }) => [id, kind]));
  return kept(answers, fieldsOf(to).filter(({ id, kind }) => (kinds.get(id) ?? kind) === kind));
};
