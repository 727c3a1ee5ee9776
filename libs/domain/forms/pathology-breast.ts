import type { FormDefinition } from './definition.js';
import { choice, count, date, laterality, millimetres, needed, open, percent, text } from './fields.js';
import { marginKinds } from './pathology.js';
import { her2Scores, receptorResults } from './referral-breast.js';
import { pathologySection } from './sections.js';
import { readingOut } from './read-out.js';

/** Pathology opinion on the breast: elements after ICCR (invasive carcinoma, resection and after neoadjuvant treatment); ISH is asked where HER2 is 2+ [ASCO/CAP]. */
export const breastPathologyForm: FormDefinition = readingOut({
  id: 'pathology-breast', version: 1,
  sections: [
    { id: 'specimen', fields: [
      text('specimen', { required: true }), choice('procedure', 'procedure', ['coreBiopsy', 'vacuumBiopsy', 'fineNeedle', 'excision', 'mastectomy', 'sentinelNode', 'axillaryDissection', 'slidesForReview'], { required: true }),
      laterality, text('site', { required: true }), date('specimenDate', needed), text('laboratory', open),
    ] },
    { id: 'diagnosis', fields: [
      choice('malignant', 'malignant', ['malignant', 'intermediate', 'benign', 'uncertain'], { required: true }), text('tumorType', { required: true }), text('morphologyCode', open),
      choice('grade', 'grade', ['G1', 'G2', 'G3', 'GX'], needed), millimetres('size', needed), choice('focality', 'focality', ['unifocal', 'multifocal', 'multicentric'], needed), choice('inSitu', 'inSitu', ['absent', 'present', 'extensive'], needed),
    ] },
    { id: 'receptors', fields: [
      choice('er', 'receptorResult', receptorResults, needed), percent('erShare', open), choice('pr', 'receptorResult', receptorResults, needed), percent('prShare', open),
      choice('her2', 'her2Score', her2Scores, needed), choice('her2Ish', 'ishResult', ['amplified', 'notAmplified', 'pending'], { required: true, showWhen: { field: 'her2', is: ['2+'] } }), percent('ki67', needed),
    ] },
    { id: 'margins', fields: [
      choice('margins', 'margins', marginKinds, needed), millimetres('marginDistance', { ...open, askAgainBelow: 0 }), choice('lymphovascularInvasion', 'presence', ['present', 'absent', 'indeterminate'], needed),
      count('nodesExamined', open), count('nodesPositive', open), millimetres('largestDeposit', { ...open, askAgainBelow: 0 }), choice('extranodal', 'presence', ['present', 'absent', 'indeterminate'], open),
    ] },
    { id: 'response', fields: [
      choice('afterNeoadjuvant', 'afterNeoadjuvant', ['no', 'yes'], { required: true }), choice('pathologicResponse', 'pathologicResponse', ['complete', 'partial', 'none'], { ...needed, showWhen: { field: 'afterNeoadjuvant', is: ['yes'] } }),
      choice('rcb', 'rcb', ['0', 'I', 'II', 'III'], { ...open, showWhen: { field: 'afterNeoadjuvant', is: ['yes'] } }),
    ] },
    pathologySection('ancillary'), pathologySection('stage'), pathologySection('conclusion'),
  ],
}, 'laterality', 'malignant', 'tumorType', 'grade', 'size', 'focality', 'er', 'pr', 'her2', 'her2Ish', 'ki67', 'margins', 'nodesPositive', 'pathologicResponse', 'pT', 'pN', 'comment');
