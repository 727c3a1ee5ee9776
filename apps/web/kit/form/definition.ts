/** A form as data, as the api gives it; the domain's validator reads the same. Words: `forms.<formId>.<fieldId>`, `lists.<list>.<code>`. */
export type FieldKind = 'text' | 'longText' | 'number' | 'choice' | 'choices' | 'date' | 'yesNo' | 'rows';

/** Words by language code. */
export type OwnWords = Readonly<Record<string, unknown>>;

export interface FormField {
  id: string;
  kind: FieldKind;
  /** A hospital's own words, before those of the catalogues. */
  label?: OwnWords;
  optionLabels?: Readonly<Record<string, unknown>>;
  unit?: string;
  min?: number;
  max?: number;
  /** Below or above these the value has to be confirmed. */
  askAgainBelow?: number;
  askAgainAbove?: number;
  list?: string;
  options?: readonly string[];
  required?: boolean;
  /** Read out in the meeting. */
  readOut?: boolean;
  allowNotKnown?: boolean;
  allowNotApplicable?: boolean;
  rows?: readonly FormField[];
  showWhen?: { field: string; is: readonly string[] };
}

export interface FormSection { id: string; label?: OwnWords; fields: readonly FormField[] }
export interface FormDefinition { id: string; version: number; sections: readonly FormSection[] }

export type Answer =
  | { state: 'given'; value: FieldValue }
  | { state: 'notKnown' | 'notApplicable'; reason: string };
export type Answers = Readonly<Record<string, Answer>>;
export type FieldValue = string | number | boolean | readonly string[] | readonly Answers[];

/** Whether a value of a `rows` field is a list of rows. */
export function rowsOf(answer: Answer | undefined): readonly Answers[] {
  if (answer?.state !== 'given' || !Array.isArray(answer.value)) return [];
  return answer.value.filter((row): row is Answers => typeof row === 'object' && row !== null);
}

/** Whether a field is asked for, given the answers so far. */
export function isShown(field: FormField, answers: Answers): boolean {
  if (!field.showWhen) return true;
  const answer = answers[field.showWhen.field];
  if (answer?.state !== 'given') return false;
  const values: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [answer.value];
  const said = values.map((value) => (value === true ? 'yes' : value === false ? 'no' : value));
  return field.showWhen.is.some((code) => said.includes(code));
}
