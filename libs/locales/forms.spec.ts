import { describe, expect, it } from '@jest/globals';
import { has } from './translate.js';
import { fieldKey, sectionKey } from './form-keys.js';
import { boardTemplates, defaultOpinionForms, secondPathologyForm, type FormDefinition, type FormField } from '#domain';

const setting = { id: 'b', hostInstitutionId: 'h', partnerInstitutionIds: [], series: { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' } } as const;
const boards = Object.values(boardTemplates).map((make) => make(setting));
const all = [...Object.values(defaultOpinionForms), ...boards.flatMap((board): FormDefinition[] => [board.imagingForm, board.pathologyForm, secondPathologyForm(board.pathologyForm), ...board.tumorTypes.map(({ referralForm }) => referralForm)])];
const forms = all.filter((form, place) => all.findIndex(({ id, sections }) => id === form.id && sections.length === form.sections.length) === place);

function keysOf(formId: string, field: FormField, parent?: FormField): string[] {
  const list = field.list ?? field.id;
  return [fieldKey(formId, field.id, parent?.id), ...(field.options ?? []).map((code) => `lists.${list}.${code}`), ...(field.rows ?? []).flatMap((sub) => keysOf(formId, sub, field))];
}

describe('words of every board that is brought along', () => {
  it.each(['en', 'he'])('name its tumor types, disciplines and causes in %s', (lang) => {
    const keys = boards.flatMap((board) => [...board.tumorTypes.map(({ code }) => `lists.tumorType.${code}`), ...board.quorum.requiredDisciplines.map((code) => `lists.discipline.${code}`), ...(board.deferralCauses ?? []).map((code) => `lists.deferralCause.${code}`)]);
    expect(keys.filter((key) => !has(lang, key))).toEqual([]);
  });
});

describe.each(forms.map((form) => [form.id, form] as const))('words of the form %s', (_, form) => {
  it.each(['en', 'he'])('are all there in %s', (lang) => {
    const keys = form.sections.flatMap((section) => [sectionKey(form.id, section.id), ...section.fields.flatMap((field) => keysOf(form.id, field)), `forms.title.${form.id}`]);
    expect(keys.filter((key) => !has(lang, key))).toEqual([]);
  });
});
