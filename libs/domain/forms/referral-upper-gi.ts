import type { FormDefinition, FormField } from './definition.js';
import { her2Scores } from './referral-breast.js';
import { choice, date, longText, needed, number, open, percent, text } from './fields.js';
import { referralSections } from './sections.js';

export const upperGiSites = ['upperOesophagus', 'middleOesophagus', 'lowerOesophagus', 'junctionI', 'junctionII', 'junctionIII', 'body', 'antrum', 'wholeStomach'] as const;
export const mismatchRepair = ['proficient', 'deficient', 'notDone'] as const;
const whereCurative = { ...needed, showWhen: { field: 'aimAtReferral', is: ['curative', 'uncertain'] } };

/**
 * What oesophagus and stomach add to each domain [after ESMO and NICE NG83]: endoscopy with biopsy, CT of chest and abdomen, endoscopic
 * ultrasound; PET-CT and laparoscopy where cure is the aim; HER2, mismatch repair, PD-L1; nutrition and lungs before an operation.
 */
const added: Readonly<Record<string, readonly FormField[]>> = {
  history: [
    choice('aimAtReferral', 'aimAtReferral', ['curative', 'palliative', 'uncertain'], { required: true }), choice('dysphagia', 'dysphagia', ['none', 'solids', 'softFood', 'liquids', 'complete'], needed), percent('weightLoss', needed),
  ],
  pathology: [
    choice('lauren', 'lauren', ['intestinal', 'diffuse', 'mixed', 'indeterminate'], open), choice('her2', 'her2Score', her2Scores, needed), choice('mismatchRepair', 'mismatchRepair', mismatchRepair, needed),
    number('pdL1', { ...needed, min: 0, max: 100 }), choice('helicobacter', 'markerResult', ['positive', 'negative', 'equivocal'], open),
  ],
  imaging: [
    date('endoscopy', needed), choice('endoscopySite', 'upperGiSite', upperGiSites, needed), date('ctChestAbdomen', needed), date('endoscopicUltrasound', needed),
    date('petCt', whereCurative), date('stagingLaparoscopy', whereCurative),
  ],
  comorbidity: [text('lungFunction', needed), text('fitnessForAnaesthesia', needed), text('nutrition', needed), number('nrs', { ...open, min: 0, max: 7 })],
  psychosocial: [choice('smoking', 'smoking', ['never', 'former', 'current'], needed), text('alcohol', open)],
  patientsViews: [longText('viewOnOperation', needed)],
};

export const referralUpperGiForm: FormDefinition = { id: 'referral-upper-gi', version: 1, sections: referralSections(added) };
