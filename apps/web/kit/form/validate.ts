import { isShown, rowsOf, type Answer, type Answers, type FieldValue, type FormDefinition, type FormField } from './definition.js';

/** What is wrong with one field: path ("field" or "field.0.sub"), code under common.form.error, values of its sentence. */
export interface FieldIssue { path: string; field: FormField; code: string; values?: Record<string, string | number> }

/** Position (from 1) of the first character that can't be stored: control characters and halves of a pair. */
export function badCharacter(text: string): number | null {
  const found = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.exec(text);
  return found ? found.index + 1 : null;
}

/**
 * Everything that keeps a form from being signed or submitted, in the order of the form: the same codes on the same paths as the domain's
 * `faultsOf`, which judges again (`test/architecture/forms-agree.spec.ts` holds the two together). `today`: the date from which on a day is in the future.
 */
export function validate(definition: FormDefinition, answers: Answers, today = latestDate()): FieldIssue[] {
  return definition.sections.flatMap((section) => section.fields.flatMap((field) => fieldIssues(field, answers, field.id, today)));
}

/** The date where it is latest on earth: a day that is in the future there is so everywhere, and the domain knows the hospital's own. */
const latestDate = (): string => new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
const longest = { text: 500, longText: 20_000 } as const;
const longestReason = longest.text;

/** Required fields of a list that have no answer yet. */
export function missing(fields: readonly FormField[], answers: Answers): number {
  return fields.filter((field) => field.required && isShown(field, answers) && isEmpty(field, answers[field.id])).length;
}

/** Nothing but space; a control character is no space, although `trim` takes some for it. */
const isBlank = (text: string): boolean => text.trim() === '' && badCharacter(text) === null;

function isEmpty(field: FormField, answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  if (answer.state !== 'given') return false;
  const { value } = answer;
  return typeof value === 'string' ? isBlank(value) : Array.isArray(value) && value.length === 0;
}

type Found = Pick<FieldIssue, 'code' | 'values'> | null;

function fieldIssues(field: FormField, answers: Answers, path: string, today: string): FieldIssue[] {
  if (!isShown(field, answers)) return [];
  const answer = answers[field.id];
  const issue = (found: Found): FieldIssue[] => (found === null ? [] : [{ path, field, ...found }]);
  if (isEmpty(field, answer) || answer === undefined) return field.required ? issue({ code: 'required' }) : [];
  if (answer.state !== 'given') {
    if (!(answer.state === 'notKnown' ? field.allowNotKnown : field.allowNotApplicable)) return issue({ code: 'notAllowed' });
    return issue(isBlank(answer.reason) ? { code: 'reason' } : textIssue(answer.reason, longestReason));
  }
  const found = valueIssue(field, answer.value, today);
  if (found !== null || field.kind !== 'rows') return issue(found);
  return rowsOf(answer).flatMap((row, i) => (field.rows ?? []).flatMap((sub) => fieldIssues(sub, row, `${path}.${i}.${sub.id}`, today)));
}

function textIssue(text: string, limit: number): Found {
  const position = badCharacter(text);
  if (position !== null) return { code: 'characters', values: { position } };
  return text.length > limit ? { code: 'tooLong', values: { limit } } : null;
}

function numberIssue(field: FormField, value: number): Found {
  if (!Number.isFinite(value)) return { code: 'number' };
  const min = field.min ?? (field.unit === undefined ? -Infinity : 0);
  const max = field.max ?? (field.unit === 'percent' ? 100 : Infinity);
  return value < min ? { code: 'min', values: { limit: min } } : value > max ? { code: 'max', values: { limit: max } } : null;
}

function valueIssue(field: FormField, value: FieldValue, today: string): Found {
  const inList = (code: unknown): boolean => typeof code === 'string' && field.options?.includes(code) === true;
  switch (field.kind) {
    case 'text': case 'longText': return typeof value === 'string' ? textIssue(value, longest[field.kind]) : { code: 'kind' };
    case 'number': return typeof value === 'number' ? numberIssue(field, value) : { code: 'number' };
    case 'yesNo': return typeof value === 'boolean' ? null : { code: 'kind' };
    case 'choice': return inList(value) ? null : { code: 'option' };
    case 'choices': return Array.isArray(value) && value.every(inList) ? null : { code: 'option' };
    case 'date':
      if (typeof value !== 'string' || !isPartialDate(value)) return { code: 'date' };
      return value > today.slice(0, value.length) ? { code: 'futureDate' } : null;
    case 'rows':
      if (!Array.isArray(value) || !value.every((row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row))) return { code: 'kind' };
      return field.max !== undefined && value.length > field.max ? { code: 'tooMany', values: { limit: field.max } } : null;
  }
}

/** A year, a year and month, or a day that exists. */
export function isPartialDate(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 1), Number(found[3] ?? 1)];
  // Nobody alive was born before: an earlier year is a slip of the keys.
  if (year < 1850 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
