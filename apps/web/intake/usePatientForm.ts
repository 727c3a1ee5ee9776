import { useEffect } from 'react';
import type { Answers } from '../kit/form/definition.js';
import { useForm, type FormController } from '../kit/form/useForm.js';
import { namesFrom, patientForm } from './patient-form.js';

const namesField = patientForm.sections.flatMap((section) => section.fields).find((field) => field.id === 'names');

/** The patient form; a name is there when any part of any row is, so an empty row alone is an answer that is missing. */
export function usePatientForm(initial: Answers, onChange?: (answers: Answers) => void): FormController {
  const form = useForm(patientForm, initial, onChange);
  const names = form.answers['names'];
  const empty = names?.state === 'given' && namesFrom(names).length === 0;
  useEffect(() => {
    if (namesField) form.hold('names.0.given', empty ? { path: 'names.0.given', field: namesField, code: 'required' } : null);
  }, [empty]);
  return form;
}
