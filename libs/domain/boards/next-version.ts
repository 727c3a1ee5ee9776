import { sameValue } from '../core/same-value.js';
import type { FormDefinition } from '../forms/definition.js';
import type { BoardDefinition } from './definition.js';
import { formsOfBoard } from './form-faults.js';

/** A definition as the next version after another: numbered, and each form that is otherwise than before with a version of its own. */
export const asNextVersion = (definition: BoardDefinition, before: BoardDefinition | null): BoardDefinition => {
  const old = new Map(before === null ? [] : formsOfBoard(before).map((form) => [form.id, form]));
  const numbered = (form: FormDefinition): FormDefinition => {
    const was = old.get(form.id);
    if (was === undefined) return { ...form, version: 1 };
    return { ...form, version: sameValue(was.sections, form.sections) ? was.version : was.version + 1 };
  };
  return {
    ...definition, version: (before?.version ?? 0) + 1, pathologyForm: numbered(definition.pathologyForm), imagingForm: numbered(definition.imagingForm),
    ...(definition.opinionForms === undefined ? {} : { opinionForms: Object.fromEntries(Object.entries(definition.opinionForms).map(([discipline, form]) => [discipline, numbered(form)])) }),
    tumorTypes: definition.tumorTypes.map((type) => ({ ...type, referralForm: numbered(type.referralForm) })),
  };
};
