import { isShown } from './validate.js';
import type { FieldAnswer, FieldValue, FormAnswers, FormDefinition, FormField } from './definition.js';

const valueOf = (field: FormField): FieldValue => {
  switch (field.kind) {
    case 'text': case 'longText': return `${field.id} as told`;
    case 'number': return field.min ?? 10;
    case 'yesNo': return true;
    case 'date': return '2024-01-20';
    case 'choice': return field.options?.[0] ?? '';
    case 'choices': return field.options?.slice(0, 1) ?? [];
    case 'rows': return [Object.fromEntries((field.rows ?? []).filter((row) => row.required).map((row): [string, FieldAnswer] => [row.id, { state: 'given', value: valueOf(row) }]))];
  }
};

/** Answers that a form takes, to every field that has to be answered, dependent ones among them; `over` replaces or adds some. */
export const answersTo = (form: FormDefinition, over: FormAnswers = {}): FormAnswers => {
  const required = form.sections.flatMap(({ fields }) => fields).filter((field) => field.required === true);
  const given = (fields: readonly FormField[]): FormAnswers => Object.fromEntries(fields.map((field): [string, FieldAnswer] => [field.id, { state: 'given', value: valueOf(field) }]));
  const free = { ...given(required.filter((field) => field.showWhen === undefined)), ...over };
  return { ...given(required.filter((field) => field.showWhen !== undefined && isShown(field, free))), ...free };
};
