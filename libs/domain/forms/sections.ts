import type { FormDefinition, FormField, FormSection } from './definition.js';
import { imagingForm } from './imaging.js';
import { pathologyForm } from './pathology.js';
import { generalSections } from './referral-general.js';

const sectionOf = ({ id: form, sections }: FormDefinition, id: string): FormSection => {
  const found = sections.find((section) => section.id === id);
  if (found === undefined) throw new Error(`Form ${form} has no section ${id}`);
  return found;
};

/** Parts of the pathology and imaging forms that are the same whatever the tumor. */
export const pathologySection = (id: 'ancillary' | 'stage' | 'conclusion'): FormSection => sectionOf(pathologyForm, id);
export const imagingSection = (id: 'recist' | 'stage' | 'conclusion'): FormSection => sectionOf(imagingForm, id);

/** The six domains of every referral, with what a tumor type adds to each. */
export const referralSections = (added: Readonly<Record<string, readonly FormField[]>>): readonly FormSection[] =>
  generalSections.map((section) => ({ ...section, fields: [...section.fields, ...(added[section.id] ?? [])] }));
