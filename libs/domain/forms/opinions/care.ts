import type { FormDefinition, FormField } from '../definition.js';
import { choice, choices, longText, needed, number, open, yesNo } from '../fields.js';
import { conclusion, performance } from './parts.js';
import { readingOut } from '../read-out.js';

const plan = longText('plan', needed);
const needs = (list: string, options: readonly string[]): FormField => choices('needs', list, options, { required: true });

export const nursingOpinionForm: FormDefinition = readingOut({
  id: 'opinion-nursing', version: 1,
  sections: [{ id: 'needs', fields: [needs('nursingNeed', ['pain', 'woundCare', 'mobility', 'nutrition', 'lineCare', 'continence', 'education', 'none']), plan] }, conclusion],
}, 'needs', 'plan', 'answer');

/** Distress on the thermometer of 0 to 10 [NCCN Distress Management]; from 4 on it is looked into. */
export const psychoOncologyOpinionForm: FormDefinition = readingOut({
  id: 'opinion-psycho-oncology', version: 1,
  sections: [
    { id: 'needs', fields: [number('distress', { ...needed, min: 0, max: 10 }), needs('psychoOncologyNeed', ['anxiety', 'depression', 'familySupport', 'childrenOfPatient', 'decisionMaking', 'spiritual', 'none']), plan] },
    conclusion,
  ],
}, 'distress', 'needs', 'plan', 'answer');

const mstsItem = (id: string, limb?: 'lower' | 'upper'): FormField => number(id, { ...open, min: 0, max: 5, ...(limb && { showWhen: { field: 'mstsLimb', is: [limb] } }) });
/** Rehabilitation, with the six parts of the MSTS score, each 0 to 5 [Enneking et al., Clin Orthop 1993;286:241-246]. */
export const rehabilitationOpinionForm: FormDefinition = readingOut({
  id: 'opinion-rehabilitation', version: 1,
  sections: [
    { id: 'patient', fields: [performance, choice('walkingAbility', 'walkingAbility', ['unaided', 'withAid', 'wheelchair', 'bedbound'], needed)] },
    { id: 'msts', fields: [
      choice('mstsLimb', 'mstsLimb', ['lower', 'upper'], open), mstsItem('mstsPain'), mstsItem('mstsFunction'), mstsItem('mstsAcceptance'),
      mstsItem('mstsSupports', 'lower'), mstsItem('mstsWalking', 'lower'), mstsItem('mstsGait', 'lower'), mstsItem('mstsHandPosition', 'upper'), mstsItem('mstsDexterity', 'upper'), mstsItem('mstsLifting', 'upper'),
    ] },
    { id: 'needs', fields: [needs('rehabilitationNeed', ['prosthesis', 'orthosis', 'gaitTraining', 'wheelchair', 'occupationalTherapy', 'homeAdaptation', 'none']), plan] },
    conclusion,
  ],
}, 'ecog', 'walkingAbility', 'needs', 'plan', 'answer');

export const palliativeCareOpinionForm: FormDefinition = readingOut({
  id: 'opinion-palliative-care', version: 1,
  sections: [
    { id: 'patient', fields: [performance] },
    { id: 'needs', fields: [needs('palliativeCareNeed', ['pain', 'dyspnoea', 'nausea', 'fatigue', 'familySupport', 'advanceCarePlanning', 'none']), yesNo('prognosisDiscussed', needed), plan] },
    conclusion,
  ],
}, 'ecog', 'needs', 'plan', 'answer');
