import type { FormDefinition, FormField } from '../kit/form/definition.js';

/** A board's definition as the page changes it; what may stand in it is judged by the api. Members that the page doesn't know stay as they are. */
export interface Definition {
  partnerInstitutionIds: readonly string[];
  tumorTypes: readonly TumorType[];
  quorum: { requiredDisciplines: readonly string[]; minimumSpecialties: number; bothSidesWhenCrossBorder: boolean };
  pathologyForm: FormDefinition;
  imagingForm: FormDefinition;
  opinionForms?: Readonly<Record<string, FormDefinition>>;
  ladders: Readonly<Record<string, { allowance: { amount: number; unit: string } }>>;
  followUpDays: readonly number[];
  deferralCauses?: readonly string[];
  guidelines?: readonly string[];
  letter?: Letter;
}
export interface LetterText { id: string; title: Readonly<Record<string, string>>; text: Readonly<Record<string, string>> }
export interface Letter { parts: readonly string[]; texts?: readonly LetterText[] }
export interface FollowUpPhase { everyMonths: number; untilYears: number }
export interface DataSetItem { id: string; domain: string; required: boolean; documentKinds?: readonly string[] }
export interface TumorType { code: string; items: readonly DataSetItem[]; referralForm: FormDefinition; secondPathology: boolean; followUpPlan?: readonly FollowUpPhase[] }

/** Whether a file's contents may be read as a definition at all; the rest is the api's to say. */
export const isDefinition = (value: unknown): value is Definition =>
  typeof value === 'object' && value !== null && ['tumorTypes', 'quorum', 'pathologyForm', 'imagingForm', 'ladders', 'followUpDays', 'partnerInstitutionIds'].every((member) => member in value);

/** An item required or not: the field that answers it is asked in the same way. */
export const withRequired = (definition: Definition, tumorType: string, item: string, required: boolean): Definition => ({
  ...definition,
  tumorTypes: definition.tumorTypes.map((type) => (type.code !== tumorType ? type : {
    ...type, items: type.items.map((each) => (each.id === item ? { ...each, required } : each)), referralForm: withField(type.referralForm, item, (field) => ({ ...field, required })),
  })),
});

const withField = (form: FormDefinition, id: string, change: (field: FormField) => FormField): FormDefinition => ({
  ...form, sections: form.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (field.id === id ? change(field) : field)) })),
});

/** A field of an opinion read out in the meeting, or not. */
export const withReadOut = (definition: Definition, formId: string, fieldId: string, readOut: boolean): Definition => {
  const marked = (form: FormDefinition): FormDefinition => (form.id !== formId ? form : withField(form, fieldId, ({ readOut: _, ...field }) => (readOut ? { ...field, readOut } : field)));
  return {
    ...definition, pathologyForm: marked(definition.pathologyForm), imagingForm: marked(definition.imagingForm),
    ...(definition.opinionForms && { opinionForms: Object.fromEntries(Object.entries(definition.opinionForms).map(([discipline, form]) => [discipline, marked(form)])) }),
  };
};

/** A tumor type's visits; none: the plan is not there. */
export const withFollowUpPlan = (definition: Definition, tumorType: string, plan: readonly FollowUpPhase[]): Definition => ({
  ...definition, tumorTypes: definition.tumorTypes.map(({ followUpPlan: before, ...type }) => (type.code !== tumorType ? { ...type, ...(before && { followUpPlan: before }) } : { ...type, ...(plan.length > 0 && { followUpPlan: plan }) })),
});

/** Where a hospital's own field is asked: the referral of a tumor type, or one of the two opinions. */
export type Place = { kind: 'referral'; tumorType: string } | { kind: 'pathology' | 'imaging' };

/** A hospital's own field at the end of a section; in a referral it is an item of the data set too. */
export const withOwnField = (definition: Definition, place: Place, sectionId: string, field: FormField): Definition => {
  const added = (form: FormDefinition): FormDefinition => ({ ...form, sections: form.sections.map((section) => (section.id === sectionId ? { ...section, fields: [...section.fields, field] } : section)) });
  switch (place.kind) {
    case 'pathology': return { ...definition, pathologyForm: added(definition.pathologyForm) };
    case 'imaging': return { ...definition, imagingForm: added(definition.imagingForm) };
    case 'referral': return {
      ...definition, tumorTypes: definition.tumorTypes.map((type) => (type.code !== place.tumorType ? type : {
        ...type, referralForm: added(type.referralForm), items: [...type.items, { id: field.id, domain: sectionId, required: field.required === true }],
      })),
    };
  }
};

export const formAt = (definition: Definition, place: Place): FormDefinition | undefined =>
  (place.kind === 'pathology' ? definition.pathologyForm : place.kind === 'imaging' ? definition.imagingForm : definition.tumorTypes.find(({ code }) => place.kind === 'referral' && code === place.tumorType)?.referralForm);

/** An id of a field from its label: letters of English, each word after the first with a capital; "own" where the label has none. */
export const idFrom = (label: string, taken: readonly string[]): string => {
  const words = label.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map((word, place) => (place === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())).join('').replace(/^\d+/, '').slice(0, 40);
  const base = joined === '' ? 'own' : joined;
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}${number}`;
  return id;
};

/** "14, 30, 90" as days; null where something else is typed. */
export const daysIn = (typed: string): number[] | null => {
  const parts = typed.split(/[\s,;،，、；]+/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => /^\d{1,4}$/.test(part)) ? parts.map(Number) : null;
};
