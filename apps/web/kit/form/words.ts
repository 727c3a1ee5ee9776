import { has } from '#locales';
import { useLanguage, useT } from '../../i18n/useT.js';
import type { FormDefinition, FormField } from './definition.js';
import type { FieldIssue } from './validate.js';

/** The words of a form's parts, from the catalogues. A sub-field of a row is found under its list, else among the form's fields. */
export function useFormWords(formId: string) {
  const t = useT();
  const lang = useLanguage();
  const first = (keys: readonly string[]) => keys.find((key) => has(lang, key)) ?? keys.find((key) => has('en', key));
  const label = (field: FormField, parent?: FormField) => {
    const key = first([...(parent ? [`forms.${formId}.${parent.id}.${field.id}`, `forms.${formId}.${parent.id}_${field.id}`] : []), `forms.${formId}.${field.id}`]);
    return key ? t(key) : field.id;
  };
  return {
    section: (id: string) => { const key = first([`forms.${formId}.sections.${id}`, `forms.sections.${id}`]); return key ? t(key) : id; },
    label,
    hint: (field: FormField) => { const key = first([`forms.${formId}.${field.id}Hint`]); return key ? t(key) : undefined; },
    option: (field: FormField, code: string) => { const key = first([`lists.${field.list ?? field.id}.${code}`]); return key ? t(key) : code; },
    unit: (unit: string) => t(`lists.unit.${unit}`),
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
