import { isShown, rowsOf, type Answer, type Answers, type FormDefinition, type FormField } from './definition.js';

/** What is wrong with one field: path ("field" or "field.0.sub"), code under common.form.error, values of its sentence. */
export interface FieldIssue { path: string; field: FormField; code: string; values?: Record<string, string | number> }

/** Position (from 1) of the first character that can't be stored: control characters and halves of a pair. */
export function badCharacter(text: string): number | null {
  const found = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  return found ? found.index + 1 : null;
}

/** Everything that keeps a form from being signed or submitted, in the order of the form. The domain judges again. */
export function validate(definition: FormDefinition, answers: Answers): FieldIssue[] {
  return definition.sections.flatMap((section) => section.fields.flatMap((field) => fieldIssues(field, answers, field.id)));
}

/** Required fields of a list that have no answer yet. */
export function missing(fields: readonly FormField[], answers: Answers): number {
  return fields.filter((field) => field.required && isShown(field, answers) && isEmpty(field, answers[field.id])).length;
}

function isEmpty(field: FormField, answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (answer.state !== 'given') return false;
  if (field.kind === 'rows') return rowsOf(answer).length === 0;
  return answer.value === '' || (Array.isArray(answer.value) && answer.value.length === 0);
}

function fieldIssues(field: FormField, answers: Answers, path: string): FieldIssue[] {
  if (!isShown(field, answers)) return [];
  const answer = answers[field.id];
  const issue = (code: string, values?: FieldIssue['values']): FieldIssue[] => [{ path, field, code, values }];
  if (isEmpty(field, answer) || answer === undefined) return field.required ? issue('required') : [];
  if (answer.state !== 'given') {
    if (answer.reason.trim() === '') return issue('reason');
    const bad = badCharacter(answer.reason);
    return bad === null ? [] : issue('characters', { position: bad });
  }
  return valueIssues(field, answer, path);
}

function valueIssues(field: FormField, answer: Answer & { state: 'given' }, path: string): FieldIssue[] {
  const issue = (code: string, values?: FieldIssue['values']): FieldIssue[] => [{ path, field, code, values }];
  const { value } = answer;
  switch (field.kind) {
    case 'text': case 'longText': {
      const bad = typeof value === 'string' ? badCharacter(value) : null;
      return bad === null ? [] : issue('characters', { position: bad });
    }
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return issue('number');
      if (field.min !== undefined && value < field.min) return issue('min', { limit: field.min });
      if (field.max !== undefined && value > field.max) return issue('max', { limit: field.max });
      return [];
    case 'choice': return field.options && !(typeof value === 'string' && field.options.includes(value)) ? issue('option') : [];
    case 'date': return typeof value === 'string' && isPartialDate(value) ? [] : issue('date');
    case 'rows': if (field.max !== undefined && rowsOf(answer).length > field.max) return issue('tooMany', { limit: field.max });
      return rowsOf(answer).flatMap((row, i) => (field.rows ?? []).flatMap((sub) => fieldIssues(sub, row, `${path}.${i}.${sub.id}`)));
    case 'choices': case 'yesNo': return [];
  }
}

/** A year, a year and month, or a day that exists. */
export function isPartialDate(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
