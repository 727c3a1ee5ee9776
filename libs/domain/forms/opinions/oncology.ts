import { intents } from '../../cases/lists.js';
import type { FormDefinition } from '../definition.js';
import { choice, count, laterality, longText, needed, number, open, text } from '../fields.js';
import { conclusion, performance } from './parts.js';
import { readingOut } from '../read-out.js';

/** Medical oncology: lines so far, what is proposed, what speaks against it, trials. */
export const medicalOncologyOpinionForm: FormDefinition = readingOut({
  id: 'opinion-medical-oncology', version: 1,
  sections: [
    { id: 'patient', fields: [performance] },
    { id: 'systemicTherapy', fields: [
      count('linesSoFar', needed), choice('intent', 'intent', intents, { required: true }), text('regimenProposed', needed), longText('contraindications', needed), longText('trials', needed),
    ] },
    conclusion,
  ],
}, 'ecog', 'intent', 'regimenProposed', 'answer');

/** Radiation oncology: intent, dose in gray and fractions, and what the region had before. */
export const radiationOncologyOpinionForm: FormDefinition = readingOut({
  id: 'opinion-radiation-oncology', version: 1,
  sections: [
    { id: 'patient', fields: [performance] },
    { id: 'radiotherapy', fields: [
      laterality, choice('intent', 'intent', intents, { required: true }), choice('radiotherapyTiming', 'radiotherapyTiming', ['preoperative', 'postoperative', 'definitive', 'palliative', 'notAdvised'], { required: true }),
      number('doseGy', { ...needed, min: 0, max: 100 }), count('fractions', { ...needed, max: 60 }),
      choice('previousDose', 'previousDose', ['none', 'sameRegion', 'otherRegion'], needed), number('previousDoseGy', { required: true, allowNotKnown: true, min: 0, max: 150, showWhen: { field: 'previousDose', is: ['sameRegion'] } }),
      longText('contraindications', open),
    ] },
    conclusion,
  ],
}, 'ecog', 'laterality', 'intent', 'doseGy', 'fractions', 'answer');
