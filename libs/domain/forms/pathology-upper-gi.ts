import type { FormDefinition } from './definition.js';
import { choice, count, date, laterality, longText, millimetres, needed, number, open, text } from './fields.js';
import { marginKinds } from './pathology.js';
import { her2Scores } from './referral-breast.js';
import { mismatchRepair, upperGiSites } from './referral-upper-gi.js';
import { pathologySection } from './sections.js';
import { readingOut } from './read-out.js';

/** Pathology opinion on oesophagus and stomach: elements after ICCR; regression after treatment by Mandard's grades, as numbers. */
export const upperGiPathologyForm: FormDefinition = readingOut({
  id: 'pathology-upper-gi', version: 1,
  sections: [
    { id: 'specimen', fields: [
      text('specimen', { required: true }), choice('procedure', 'procedure', ['endoscopicBiopsy', 'endoscopicResection', 'fineNeedle', 'resection', 'peritonealWashing', 'slidesForReview'], { required: true }),
      laterality, choice('site', 'upperGiSite', upperGiSites, { required: true }), date('specimenDate', needed), text('laboratory', open),
    ] },
    { id: 'diagnosis', fields: [
      choice('malignant', 'malignant', ['malignant', 'intermediate', 'benign', 'uncertain'], { required: true }), text('tumorType', { required: true }), text('morphologyCode', open), choice('lauren', 'lauren', ['intestinal', 'diffuse', 'mixed', 'indeterminate'], open),
      choice('grade', 'grade', ['G1', 'G2', 'G3', 'GX'], needed), millimetres('size', needed), longText('extent', open),
    ] },
    { id: 'margins', fields: [
      choice('margins', 'margins', marginKinds, needed), millimetres('marginProximal', open), millimetres('marginDistal', open), millimetres('marginCircumferential', { ...open, askAgainBelow: 0 }),
      choice('lymphovascularInvasion', 'presence', ['present', 'absent', 'indeterminate'], needed), choice('perineuralInvasion', 'presence', ['present', 'absent', 'indeterminate'], needed), count('nodesExamined', open), count('nodesPositive', open),
    ] },
    { id: 'response', fields: [
      choice('afterNeoadjuvant', 'afterNeoadjuvant', ['no', 'yes'], { required: true }), choice('mandard', 'mandard', ['1', '2', '3', '4', '5'], { ...needed, showWhen: { field: 'afterNeoadjuvant', is: ['yes'] } }),
    ] },
    { id: 'receptors', fields: [
      choice('her2', 'her2Score', her2Scores, needed), choice('her2Ish', 'ishResult', ['amplified', 'notAmplified', 'pending'], { required: true, showWhen: { field: 'her2', is: ['2+'] } }),
      choice('mismatchRepair', 'mismatchRepair', mismatchRepair, needed), number('pdL1', { ...needed, min: 0, max: 100 }), choice('ebv', 'markerResult', ['positive', 'negative', 'equivocal'], open),
    ] },
    pathologySection('ancillary'), pathologySection('stage'), pathologySection('conclusion'),
  ],
}, 'site', 'malignant', 'tumorType', 'lauren', 'grade', 'margins', 'mandard', 'her2', 'her2Ish', 'mismatchRepair', 'pdL1', 'pT', 'pN', 'comment');
