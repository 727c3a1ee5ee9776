import type { FieldKind } from '#domain';

export class ShowWhenDto { field!: string; is!: string[]; }

/** A field inside a row. */
export class FormRowFieldDto {
  id!: string;
  kind!: FieldKind;
  /** A hospital's own words by language, before those of the catalogues; the same for the codes of `options`. */
  label?: Record<string, string>;
  optionLabels?: Record<string, Record<string, string>>;
  unit?: 'mm' | 'percent' | 'count' | 'months';
  min?: number;
  max?: number;
  askAgainBelow?: number;
  askAgainAbove?: number;
  list?: string;
  options?: string[];
  required?: boolean;
  /** Read out in the meeting. */
  readOut?: boolean;
  allowNotKnown?: boolean;
  allowNotApplicable?: boolean;
  showWhen?: ShowWhenDto;
}
/** A form's field as data: one renderer. Labels under `forms.<formId>.<fieldId>`, options under `lists.<list>.<code>`. */
export class FormFieldDto {
  id!: string;
  kind!: FieldKind;
  /** A hospital's own words by language, before those of the catalogues; the same for the codes of `options`. */
  label?: Record<string, string>;
  optionLabels?: Record<string, Record<string, string>>;
  unit?: 'mm' | 'percent' | 'count' | 'months';
  min?: number;
  max?: number;
  askAgainBelow?: number;
  askAgainAbove?: number;
  list?: string;
  options?: string[];
  required?: boolean;
  /** Read out in the meeting. */
  readOut?: boolean;
  allowNotKnown?: boolean;
  allowNotApplicable?: boolean;
  /** Fields of a row, where kind is `rows`. */
  rows?: FormRowFieldDto[];
  showWhen?: ShowWhenDto;
}
export class FormSectionDto { id!: string; label?: Record<string, string>; fields!: FormFieldDto[]; }
export class FormDto { id!: string; version!: number; sections!: FormSectionDto[]; }

/** The newest version of a draft. */
export class DraftDto {
  draftId!: string;
  /** 0: nothing was saved yet. */
  version!: number;
  /** By field id: `{state:'given', value}` or `{state:'notKnown'|'notApplicable', reason}`. */
  answers!: Record<string, unknown>;
  authorId!: string | null;
  authorName!: string | null;
  savedAt!: string | null;
  hash!: string | null;
}
