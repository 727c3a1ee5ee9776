import type { Discipline } from '../../core/actor.js';
import type { FormDefinition } from '../definition.js';
import { longText, needed } from '../fields.js';
import { nursingOpinionForm, palliativeCareOpinionForm, psychoOncologyOpinionForm, rehabilitationOpinionForm } from './care.js';
import { medicalOncologyOpinionForm, radiationOncologyOpinionForm } from './oncology.js';
import { conclusion } from './parts.js';
import { surgeryOpinionForm } from './surgery.js';
import { readingOut } from '../read-out.js';

/** An answer in words: for a pathologist or radiologist who is asked something beside the review, and for a discipline that a board has no form for. */
export const plainOpinionForm: FormDefinition = readingOut({ id: 'opinion-plain', version: 1, sections: [{ id: 'basis', fields: [longText('basedOn', needed)] }, conclusion] }, 'answer');

/** The form on which each discipline answers, where a board names no other (`opinionForms`). */
export const defaultOpinionForms: Readonly<Record<Discipline, FormDefinition>> = {
  surgery: surgeryOpinionForm, medicalOncology: medicalOncologyOpinionForm, radiationOncology: radiationOncologyOpinionForm, pathology: plainOpinionForm, radiology: plainOpinionForm, gastroenterology: plainOpinionForm,
  nursing: nursingOpinionForm, psychoOncology: psychoOncologyOpinionForm, rehabilitation: rehabilitationOpinionForm, palliativeCare: palliativeCareOpinionForm,
};

type HasOpinionForms = { readonly opinionForms?: Readonly<Partial<Record<Discipline, FormDefinition>>> };
/** The form of a discipline's opinion at a board. Boards from before there were any use the shipped ones. */
export const opinionFormOf = ({ opinionForms }: HasOpinionForms, discipline: Discipline): FormDefinition => opinionForms?.[discipline] ?? defaultOpinionForms[discipline];
/** Who can be asked at a board: everybody it has a form for; where it names none, every discipline. */
export const disciplinesAsked = ({ opinionForms }: HasOpinionForms): readonly Discipline[] =>
  (Object.keys(opinionForms ?? defaultOpinionForms) as Discipline[]);
