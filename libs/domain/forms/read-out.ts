import type { FormDefinition } from './definition.js';

/** A form whose named fields are read out in the meeting. Throws where it has no such field: the read-out would be short without anybody noticing. */
export const readingOut = (form: FormDefinition, ...ids: readonly string[]): FormDefinition => {
  const known = new Set(form.sections.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) throw new Error(`${form.id} has no ${unknown.join(', ')} to read out`);
  return { ...form, sections: form.sections.map((section) => ({ ...section, fields: section.fields.map((field) => (ids.includes(field.id) ? { ...field, readOut: true } : field)) })) };
};
