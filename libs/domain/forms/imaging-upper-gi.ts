import type { FormDefinition } from './definition.js';
import { choice, choices, date, laterality, longText, millimetres, needed, open, text } from './fields.js';
import { upperGiSites } from './referral-upper-gi.js';
import { imagingSection } from './sections.js';
import { readingOut } from './read-out.js';

const modalities = ['ct', 'petCt', 'endoscopicUltrasound', 'endoscopy', 'mri', 'swallow', 'ultrasound', 'other'] as const;
const lesionStates = ['none', 'suspected', 'present', 'notExamined'] as const;
const involvement = ['clear', 'abuts', 'encases', 'invades', 'notAssessable'] as const;

/** Imaging opinion on oesophagus and stomach: where, how long and how thick, what it touches, and spread with the peritoneum by name. */
export const upperGiImagingForm: FormDefinition = readingOut({
  id: 'imaging-upper-gi', version: 1,
  sections: [
    { id: 'study', fields: [
      choices('modality', 'imagingModality', modalities, { required: true }), date('studyDate', { required: true }), text('study', open), text('comparisonStudy', open),
      choice('quality', 'imageQuality', ['good', 'sufficient', 'limited', 'insufficient'], { required: true }), longText('missing'),
    ] },
    { id: 'tumor', fields: [choice('site', 'upperGiSite', upperGiSites, { required: true }), laterality, millimetres('tumorLength', needed), millimetres('wallThickness', open)] },
    { id: 'relations', fields: ['airway', 'aorta', 'diaphragm', 'pancreas', 'liverContact'].map((id) => choice(id, 'involvement', involvement, open)) },
    { id: 'spread', fields: ['regionalNodes', 'distantNodes', 'peritoneum', 'ascites', 'liver', 'lungs', 'otherBones'].map((id) => choice(id, 'lesions', lesionStates, needed)) },
    imagingSection('recist'), imagingSection('stage'), imagingSection('conclusion'),
  ],
}, 'site', 'tumorLength', 'wallThickness', 'regionalNodes', 'distantNodes', 'peritoneum', 'liver', 'lungs', 'response', 'cT', 'cN', 'comment');
