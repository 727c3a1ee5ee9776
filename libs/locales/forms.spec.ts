import { describe, expect, it } from '@jest/globals';
import { has } from './translate.js';
import { fieldKey, sectionKey } from './form-keys.js';
import { imagingForm, pathologyForm, referralBoneSarcomaForm, referralGeneralForm, secondPathologyForm, type FormField } from '#domain';

const forms = [imagingForm, pathologyForm, referralBoneSarcomaForm, referralGeneralForm, secondPathologyForm(pathologyForm)];

function keysOf(formId: string, field: FormField, parent?: FormField): string[] {
  const list = field.list ?? field.id;
  return [fieldKey(formId, field.id, parent?.id), ...(field.options ?? []).map((code) => `lists.${list}.${code}`), ...(field.rows ?? []).flatMap((sub) => keysOf(formId, sub, field))];
}

describe.each(forms.map((form) => [form.id, form] as const))('words of the form %s', (_, form) => {
  it.each(['en', 'he'])('are all there in %s', (lang) => {
    const keys = form.sections.flatMap((section) => [sectionKey(form.id, section.id), ...section.fields.flatMap((field) => keysOf(form.id, field))]);
    expect(keys.filter((key) => !has(lang, key))).toEqual([]);
  });
});
