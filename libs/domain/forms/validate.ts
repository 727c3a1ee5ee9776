import { isDate } from '../core/date-in-zone.js';
import type { DateOnly } from '../core/instant.js';
import type { FieldAnswer, FieldValue, FormAnswers, FormDefinition, FormField } from './definition.js';
import { badCharacterAt, longestLongText, longestText } from './text-faults.js';

export type FaultCode = 'required' | 'reason' | 'kind' | 'number' | 'min' | 'max' | 'option' | 'date' | 'futureDate' | 'characters' | 'tooLong' | 'tooMany' | 'notAllowed' | 'unknownField';
/** What is wrong with one field: its id (`rows.2.dose` inside rows, counted from 0) and a code. */
export interface FieldFault { readonly field: string; readonly code: FaultCode; readonly limit?: number; readonly position?: number }

/** Nobody alive was born before: an earlier year is a slip of the keys. */
const earliestYear = '1850';
/** A date as people know it: `2024`, `2024-02` or `2024-02-04`; never in the future of `today`. */
const dateFault = (text: string, today: DateOnly): FaultCode | null => {
  const isPartial = /^\d{4}$/.test(text) || (/^\d{4}-(0[1-9]|1[0-2])$/.test(text));
  if ((!isPartial && !isDate(text)) || text < earliestYear) return 'date';
  return text > today.slice(0, text.length) ? 'futureDate' : null;
};

const textFault = (text: string, longest: number): Omit<FieldFault, 'field'> | null => {
  const position = badCharacterAt(text);
  if (position !== null) return { code: 'characters', position };
  return text.length > longest ? { code: 'tooLong', limit: longest } : null;
};

const numberFault = (field: FormField, value: number): Omit<FieldFault, 'field'> | null => {
  if (!Number.isFinite(value)) return { code: 'number' };
  if (value < (field.min ?? (field.unit === undefined ? -Infinity : 0))) return { code: 'min', limit: field.min ?? 0 };
  const max = field.max ?? (field.unit === 'percent' ? 100 : Infinity);
  return value > max ? { code: 'max', limit: max } : null;
};

type Fault = Omit<FieldFault, 'field'> | null;
const isText = (value: FieldValue): value is string => typeof value === 'string';
const plainFault = (field: FormField, value: FieldValue, today: DateOnly): Fault => {
  switch (field.kind) {
    case 'text': return isText(value) ? textFault(value, longestText) : { code: 'kind' };
    case 'longText': return isText(value) ? textFault(value, longestLongText) : { code: 'kind' };
    case 'number': return typeof value === 'number' ? numberFault(field, value) : { code: 'number' };
    case 'yesNo': return typeof value === 'boolean' ? null : { code: 'kind' };
    case 'choice': return isText(value) && field.options?.includes(value) === true ? null : { code: 'option' };
    case 'choices': return Array.isArray(value) && value.every((one: unknown) => typeof one === 'string' && field.options?.includes(one) === true) ? null : { code: 'option' };
    case 'date': {
      const code = isText(value) ? dateFault(value, today) : 'date';
      return code === null ? null : { code };
    }
    case 'rows': {
      if (!Array.isArray(value) || !value.every((row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row))) return { code: 'kind' };
      return field.max !== undefined && value.length > field.max ? { code: 'tooMany', limit: field.max } : null;
    }
  }
};

/** Nothing but space. A control character is no space here, although `trim` takes some for it: it would be stored. */
const isBlank = (words: string): boolean => words.trim() === '' && badCharacterAt(words) === null;
const isEmpty = (value: FieldValue): boolean => (typeof value === 'string' ? isBlank(value) : Array.isArray(value) && value.length === 0);

const answerFaults = (field: FormField, answer: FieldAnswer | undefined, path: string, today: DateOnly): readonly FieldFault[] => {
  if (answer === undefined || (answer.state === 'given' && isEmpty(answer.value))) return field.required === true ? [{ field: path, code: 'required' }] : [];
  if (answer.state !== 'given') {
    const allowed = answer.state === 'notKnown' ? field.allowNotKnown : field.allowNotApplicable;
    if (allowed !== true) return [{ field: path, code: 'notAllowed' }];
    if (isBlank(answer.reason)) return [{ field: path, code: 'reason' }];
    const fault = textFault(answer.reason, longestText);
    return fault === null ? [] : [{ field: path, ...fault }];
  }
  const fault = plainFault(field, answer.value, today);
  if (fault !== null) return [{ field: path, ...fault }];
  return field.kind === 'rows' ? rowFaults(field, answer.value, path, today) : [];
};

const rowFaults = (field: FormField, value: FieldValue, path: string, today: DateOnly): readonly FieldFault[] =>
  (Array.isArray(value) ? (value as readonly FormAnswers[]) : []).flatMap((row, place) => fieldsFaults(field.rows ?? [], row, `${path}.${place}.`, today));

/** The codes that an answer stands for: what `showWhen` names. */
const codesIn = (value: FieldValue): readonly unknown[] => (typeof value === 'boolean' ? [value ? 'yes' : 'no'] : Array.isArray(value) ? value : [value]);
/** Whether a field is asked for, given the answers beside it. */
export const isShown = (field: FormField, answers: FormAnswers): boolean => {
  if (field.showWhen === undefined) return true;
  const { field: other, is } = field.showWhen;
  const answer = answers[other];
  return answer?.state === 'given' && codesIn(answer.value).some((code) => typeof code === 'string' && is.includes(code));
};

const fieldsFaults = (fields: readonly FormField[], answers: FormAnswers, path: string, today: DateOnly): readonly FieldFault[] => [
  ...fields.filter((field) => isShown(field, answers)).flatMap((field) => answerFaults(field, answers[field.id], `${path}${field.id}`, today)),
  ...Object.keys(answers).filter((id) => !fields.some((field) => field.id === id)).map((id): FieldFault => ({ field: `${path}${id}`, code: 'unknownField' })),
];

/**
 * Everything that is wrong with a form's answers, field by field; empty where it may be signed. "Not known" and "not applicable" count
 * as answers where the field allows them, with a reason. `today` is the date where the form is filled in.
 */
export const faultsOf = (form: FormDefinition, answers: FormAnswers, today: DateOnly): readonly FieldFault[] =>
  fieldsFaults(form.sections.flatMap((section) => section.fields), answers, '', today);

/** The faults that stop even a draft from being kept: what can't be stored or is no answer at all. Gaps don't. */
export const draftFaultsOf = (form: FormDefinition, answers: FormAnswers, today: DateOnly): readonly FieldFault[] =>
  faultsOf(form, answers, today).filter((fault) => fault.code === 'characters' || fault.code === 'tooLong' || fault.code === 'unknownField' || fault.code === 'kind');
