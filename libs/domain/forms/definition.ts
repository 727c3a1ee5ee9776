export type FieldKind = 'text' | 'longText' | 'number' | 'choice' | 'choices' | 'date' | 'yesNo' | 'rows';

/** Words by language code, where a hospital's own part of a form has none in the catalogues. */
export type OwnWords = Readonly<Record<string, string>>;

/** A form's field as data: one renderer in the web, one validator in the domain. Labels stand in the catalogues under `forms.<formId>.<fieldId>`. */
export interface FormField {
  readonly id: string;
  readonly kind: FieldKind;
  /** A hospital's own words for the field, before those of the catalogues. */
  readonly label?: OwnWords;
  /** The same for codes of `options`. */
  readonly optionLabels?: Readonly<Record<string, OwnWords>>;
  readonly unit?: 'mm' | 'percent' | 'count' | 'months';
  readonly min?: number;
  readonly max?: number;
  /** Below or above these the screen asks again (sizes under 2 mm or over 300 mm are usually another unit). */
  readonly askAgainBelow?: number;
  readonly askAgainAbove?: number;
  /** Codes of a closed list; words under `lists.<list>.<code>`. */
  readonly list?: string;
  readonly options?: readonly string[];
  readonly required?: boolean;
  readonly allowNotKnown?: boolean;
  readonly allowNotApplicable?: boolean;
  /** Read out in the meeting, in a few large lines; where a form marks none, what it requires is. */
  readonly readOut?: boolean;
  readonly rows?: readonly FormField[];
  /** Asked only where a field beside it has one of these codes; a `yesNo` field has the codes `yes` and `no`. */
  readonly showWhen?: { readonly field: string; readonly is: readonly string[] };
}
export interface FormSection { readonly id: string; readonly label?: OwnWords; readonly fields: readonly FormField[] }
export interface FormDefinition { readonly id: string; readonly version: number; readonly sections: readonly FormSection[] }

export type FieldValue = string | number | boolean | readonly string[] | readonly Readonly<Record<string, FieldAnswer>>[];
/** "Not known" and "not applicable" count as answered, need a reason, and are shown as such. */
export type FieldAnswer =
  | { readonly state: 'given'; readonly value: FieldValue }
  | { readonly state: 'notKnown' | 'notApplicable'; readonly reason: string };
export type FormAnswers = Readonly<Record<string, FieldAnswer>>;
