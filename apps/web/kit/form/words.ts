import { fieldKey, hintKey, listKey, sectionKey } from '#locales';
import { useLanguage, useT } from '../../i18n/useT.js';
import { ownWord } from './own-words.js';
import type { FormDefinition, FormField, FormSection } from './definition.js';
import type { FieldIssue } from './validate.js';

/** The words of a form's parts: the hospital's own where it gave some, else those of the catalogues. */
export function useFormWords(formId: string) {
  const t = useT();
  const lang = useLanguage();
  const label = (field: FormField, parent?: FormField) => ownWord(field.label, lang) ?? t(fieldKey(formId, field.id, parent?.id));
  return {
    section: ({ id, label: own }: Pick<FormSection, 'id' | 'label'>) => ownWord(own, lang) ?? t(sectionKey(formId, id)),
    label,
    hint: (field: FormField) => { const key = hintKey(formId, field.id); return key === null ? undefined : t(key); },
    option: (field: FormField, code: string) => ownWord(field.optionLabels?.[code], lang) ?? t(listKey(field.list ?? field.id, code)),
    unit: (unit: string) => t(listKey('unit', unit)),
    issue: (issue: FieldIssue, parent?: FormField) => t(`common.form.error.${issue.code}`, { field: label(issue.field, parent), ...issue.values }),
  };
}

export type FormWords = ReturnType<typeof useFormWords>;

/** The top field that a path belongs to when it is inside a row. */
export function parentOf(definition: FormDefinition, path: string): FormField | undefined {
  const [top, ...inside] = path.split('.');
  return inside.length === 0 ? undefined : definition.sections.flatMap((section) => section.fields).find((field) => field.id === top);
}

/** The id of a field's input, for labels, links of the summary and aria-describedby. */
export const inputId = (formId: string, path: string): string => `${formId}-${path.replaceAll('.', '-')}`;
