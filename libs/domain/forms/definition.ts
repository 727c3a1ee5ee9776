export type FieldKind = 'text' | 'longText' | 'number' | 'choice' | 'choices' | 'date' | 'yesNo' | 'rows';

/** A form's field as data: one renderer in the web, one validator in the domain. Labels stand in the catalogues under `forms.<formId>.<fieldId>`. */
export interface FormField {
  readonly id: string;
  readonly kind: FieldKind;
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
  readonly rows?: readonly FormField[];
  readonly showWhen?: { readonly field: string; readonly is: readonly string[] };
}
export interface FormSection { readonly id: string; readonly fields: readonly FormField[] }
export interface FormDefinition { readonly id: string; readonly version: number; readonly sections: readonly FormSection[] }

export type FieldValue = string | number | boolean | readonly string[] | readonly Readonly<Record<string, FieldAnswer>>[];
/** "Not known" and "not applicable" count as answered, need a reason, and are shown as such. */
export type FieldAnswer =
  | { readonly state: 'given'; readonly value: FieldValue }
  | { readonly state: 'notKnown' | 'notApplicable'; readonly reason: string };
export type FormAnswers = Readonly<Record<string, FieldAnswer>>;
