import { lateralities } from '../cases/lists.js';
import type { FormField } from './definition.js';

/** Short ways to write forms as data. `open` fields may be answered "not known" or "not applicable", with a reason. */
type Extra = Partial<Omit<FormField, 'id' | 'kind'>>;
const field = (kind: FormField['kind']) => (id: string, extra: Extra = {}): FormField => ({ id, kind, ...extra });

export const open = { allowNotKnown: true, allowNotApplicable: true } as const;
export const needed = { required: true, allowNotKnown: true, allowNotApplicable: true } as const;
export const text = field('text');
export const longText = field('longText');
export const number = field('number');
export const date = field('date');
export const yesNo = field('yesNo');
export const rows = (id: string, fields: readonly FormField[], extra: Extra = {}): FormField => ({ id, kind: 'rows', rows: fields, ...extra });
export const choice = (id: string, list: string, options: readonly string[], extra: Extra = {}): FormField => ({ id, kind: 'choice', list, options, ...extra });
export const choices = (id: string, list: string, options: readonly string[], extra: Extra = {}): FormField => ({ id, kind: 'choices', list, options, ...extra });
/** Lengths in millimetres; the screen asks again under 2 and over 300, which are usually another unit. */
export const millimetres = (id: string, extra: Extra = {}): FormField => ({ id, kind: 'number', unit: 'mm', min: 0, max: 2000, askAgainBelow: 2, askAgainAbove: 300, ...extra });
export const percent = (id: string, extra: Extra = {}): FormField => ({ id, kind: 'number', unit: 'percent', min: 0, max: 100, ...extra });
export const count = (id: string, extra: Extra = {}): FormField => ({ id, kind: 'number', unit: 'count', min: 0, max: 1000, ...extra });
/** The side must be said: it is compared across intake, reviews, outcome and letter. */
export const laterality: FormField = { id: 'laterality', kind: 'choice', list: 'laterality', options: lateralities, required: true };
