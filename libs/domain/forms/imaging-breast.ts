import type { FormDefinition } from './definition.js';
import { choice, choices, count, date, laterality, longText, millimetres, needed, open, text } from './fields.js';
import { imagingSection } from './sections.js';
import { readingOut } from './read-out.js';

const modalities = ['mammography', 'tomosynthesis', 'ultrasound', 'mri', 'ct', 'petCt', 'boneScan', 'other'] as const;
const birads = ['0', '1', '2', '3', '4', '5', '6'] as const;
const lesionStates = ['none', 'suspected', 'present', 'notExamined'] as const;
const involvement = ['clear', 'abuts', 'invades', 'notAssessable'] as const;

/** Imaging opinion on the breast: a category for each breast (the number alone; the system's text is not shipped), the axilla, and what lies beyond. */
export const breastImagingForm: FormDefinition = readingOut({
  id: 'imaging-breast', version: 1,
  sections: [
    { id: 'study', fields: [
      choices('modality', 'imagingModality', modalities, { required: true }), date('studyDate', { required: true }), text('study', open), text('comparisonStudy', open),
      choice('quality', 'imageQuality', ['good', 'sufficient', 'limited', 'insufficient'], { required: true }), longText('missing'),
    ] },
    { id: 'breasts', fields: [choice('biradsLeft', 'birads', birads, needed), choice('biradsRight', 'birads', birads, needed), choice('density', 'density', ['a', 'b', 'c', 'd'], open)] },
    { id: 'tumor', fields: [text('site', { required: true }), laterality, millimetres('size', needed), count('lesionCount', needed), millimetres('extentAll', open)] },
    { id: 'relations', fields: ['skin', 'chestWall'].map((id) => choice(id, 'involvement', involvement, open)) },
    { id: 'spread', fields: ['axillaryNodes', 'internalMammaryNodes', 'supraclavicularNodes', 'lungs', 'liver', 'bones'].map((id) => choice(id, 'lesions', lesionStates, needed)) },
    imagingSection('recist'), imagingSection('stage'), imagingSection('conclusion'),
  ],
}, 'biradsLeft', 'biradsRight', 'site', 'laterality', 'size', 'lesionCount', 'extentAll', 'axillaryNodes', 'liver', 'lungs', 'bones', 'response', 'cT', 'cN', 'comment');
