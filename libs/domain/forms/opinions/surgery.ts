import type { FormDefinition } from '../definition.js';
import { choice, laterality, longText, needed, open, text } from '../fields.js';
import { conclusion, performance } from './parts.js';
import { readingOut } from '../read-out.js';

export const resectabilities = ['yes', 'borderline', 'no'] as const;

/** Surgical opinion: whether and how the tumor can be removed, with what margins and what function after; compartment for the Enneking stage, and the four parts of the Mirels score where a metastasis threatens the bone. */
export const surgeryOpinionForm: FormDefinition = readingOut({
  id: 'opinion-surgery', version: 1,
  sections: [
    { id: 'patient', fields: [performance, choice('operativeRisk', 'operativeRisk', ['low', 'moderate', 'high', 'prohibitive'], { required: true }), longText('riskBecause', open)] },
    { id: 'operation', fields: [
      laterality, choice('resectable', 'resectable', resectabilities, { required: true }), longText('resectableBecause', { required: true, showWhen: { field: 'resectable', is: ['borderline', 'no'] } }),
      text('approach', needed), text('reconstruction', needed), choice('limb', 'limb', ['salvage', 'ablation', 'undecided'], needed),
      choice('expectedMargins', 'margins', ['R0', 'R1', 'R2', 'RX'], needed), longText('expectedFunction', needed),
    ] },
    { id: 'stage', fields: [choice('compartment', 'compartment', ['intracompartmental', 'extracompartmental'], open)] },
    { id: 'mirels', fields: [
      choice('mirelsSite', 'mirelsSite', ['upperLimb', 'lowerLimb', 'peritrochanteric'], open), choice('mirelsPain', 'mirelsPain', ['mild', 'moderate', 'functional'], open),
      choice('mirelsLesion', 'mirelsLesion', ['blastic', 'mixed', 'lytic'], open), choice('mirelsSize', 'mirelsSize', ['underThird', 'oneToTwoThirds', 'overTwoThirds'], open),
    ] },
    conclusion,
  ],
}, 'ecog', 'operativeRisk', 'laterality', 'resectable', 'limb', 'expectedMargins', 'answer');
