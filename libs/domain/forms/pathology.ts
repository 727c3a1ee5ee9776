import { stagingSites } from '../scores/stage-sarcoma.js';
import type { FormDefinition } from './definition.js';
import { choice, count, date, laterality, longText, millimetres, needed, number, open, percent, rows, text, yesNo } from './fields.js';
import { readingOut } from './read-out.js';

export const huvosGrades = ['I', 'II', 'III', 'IV'] as const;
export const marginKinds = ['R0', 'R1', 'R2', 'RX'] as const;

/** Pathology opinion: core and non-core elements after ICCR. Codes are identifiers (ICD-O-3 morphology, TNM edition); their texts are not shipped. */
export const pathologyForm: FormDefinition = readingOut({
  id: 'pathology', version: 2,
  sections: [
    { id: 'specimen', fields: [
      text('specimen', { required: true }), choice('procedure', 'procedure', ['coreBiopsy', 'openBiopsy', 'fineNeedle', 'curettage', 'resection', 'amputation', 'slidesForReview'], { required: true }),
      laterality, text('site', { required: true }), choice('stagingSite', 'stagingSite', stagingSites, open), date('specimenDate', needed), text('laboratory', open),
    ] },
    { id: 'diagnosis', fields: [
      choice('malignant', 'malignant', ['malignant', 'intermediate', 'benign', 'uncertain'], { required: true }), text('tumorType', { required: true }), text('morphologyCode', open),
      choice('grade', 'grade', ['G1', 'G2', 'G3', 'low', 'high', 'GX'], needed), choice('gradeSystem', 'gradeSystem', ['fnclcc', 'twoTier', 'who', 'other'], open),
      millimetres('size', needed), longText('extent', open),
    ] },
    { id: 'margins', fields: [
      choice('margins', 'margins', marginKinds, needed), millimetres('marginDistance', { ...open, askAgainBelow: 0 }),
      choice('lymphovascularInvasion', 'presence', ['present', 'absent', 'indeterminate'], needed), count('nodesExamined', open), count('nodesPositive', open),
    ] },
    { id: 'response', fields: [percent('necrosis', open), choice('huvos', 'huvos', huvosGrades, open)] },
    { id: 'ancillary', fields: [
      rows('immunohistochemistry', [text('marker', { required: true }), choice('result', 'markerResult', ['positive', 'negative', 'equivocal'], { required: true }), percent('share')], open),
      rows('molecular', [text('test', { required: true }), text('result', { required: true })], open),
    ] },
    { id: 'stage', fields: [text('pT', open), text('pN', open), text('pM', open), number('tnmEdition', { ...open, min: 6, max: 9 })] },
    { id: 'conclusion', fields: [yesNo('materialSufficient', { required: true }), longText('comment')] },
  ],
}, 'laterality', 'malignant', 'tumorType', 'grade', 'size', 'margins', 'huvos', 'pT', 'pN', 'comment');
