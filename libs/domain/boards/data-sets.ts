import type { FormDefinition } from '../forms/definition.js';
import type { DataSetDomain, DataSetItem } from './definition.js';

const domains: readonly DataSetDomain[] = ['history', 'pathology', 'imaging', 'comorbidity', 'psychosocial', 'patientsViews'];
/** Documents that answer an item as well as the form does. */
const byDocument: Readonly<Record<string, readonly string[]>> = {
  specimen: ['pathologyReport'], diagnosis: ['pathologyReport'], pathologyDate: ['pathologyReport'], laboratory: ['pathologyReport'], studies: ['imagingReport', 'imagingStudy'],
};

/** The minimum data set that a referral form asks for: a section a domain, a required field a required item. */
export const itemsOfForm = (form: FormDefinition): readonly DataSetItem[] => form.sections.flatMap(({ id, fields }) => {
  const domain = domains.find((known) => known === id);
  if (domain === undefined) throw new Error(`Section ${id} of form ${form.id} is no domain of the data set`);
  return fields.map((field): DataSetItem => {
    const documentKinds = byDocument[field.id];
    return { id: field.id, domain, required: field.required === true, ...(documentKinds && { documentKinds }) };
  });
});
