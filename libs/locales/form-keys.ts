import { has } from './translate.js';
import { fallbackLanguage } from './languages.js';

/** The first of the keys that any catalogue has; the last one when none has, so that what is missing is seen. */
const first = (keys: readonly string[]): string => keys.find((key) => has(fallbackLanguage, key)) ?? keys.at(-1) ?? '';

/**
 * Key of a form field's label: the form's own word (`forms.<formId>.<fieldId>`), else the word that all forms share
 * (`forms.fields.<fieldId>`). A field inside rows may have its own word as `<rowsField>_<fieldId>`.
 */
export function fieldKey(formId: string, fieldId: string, rowsFieldId?: string): string {
  const inRows = rowsFieldId === undefined ? [] : [`forms.${formId}.${rowsFieldId}_${fieldId}`, `forms.fields.${rowsFieldId}_${fieldId}`];
  return first([...inRows, `forms.${formId}.${fieldId}`, `forms.fields.${fieldId}`]);
}

/** Key of a data-set item's name, whatever form asks it; null where no catalogue has one: a hospital's own. */
export function itemKey(id: string): string | null {
  return has(fallbackLanguage, `forms.fields.${id}`) ? `forms.fields.${id}` : null;
}

/** Key of a form section's title. */
export function sectionKey(formId: string, sectionId: string): string {
  return first([`forms.${formId}.sections.${sectionId}`, `forms.sections.${sectionId}`]);
}

/** Key of a field's hint; null where it has none. */
export function hintKey(formId: string, fieldId: string): string | null {
  return [`forms.${formId}.${fieldId}Hint`, `forms.fields.${fieldId}Hint`].find((key) => has(fallbackLanguage, key)) ?? null;
}

/** Key of a coded value's word. */
export const listKey = (list: string, code: string): string => `lists.${list}.${code}`;
