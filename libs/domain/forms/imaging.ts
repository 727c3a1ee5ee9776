import { stagingSites } from '../scores/stage-sarcoma.js';
import type { FormDefinition } from './definition.js';
import { choice, choices, date, laterality, longText, millimetres, needed, number, open, rows, text } from './fields.js';
import { readingOut } from './read-out.js';

const modalities = ['radiograph', 'ct', 'mri', 'petCt', 'boneScan', 'ultrasound', 'angiography', 'other'] as const;
const involvement = ['clear', 'abuts', 'encases', 'invades', 'notAssessable'] as const;
const lesionStates = ['none', 'suspected', 'present', 'notExamined'] as const;

/** Imaging opinion: RECIST 1.1 targets (at most five, two an organ; nodes by short axis from 15 mm), staging, quality. The response is what the radiologist states; what the sums say stands beside it (`recistOf`). */
export const imagingForm: FormDefinition = readingOut({
  id: 'imaging', version: 3,
  sections: [
    { id: 'study', fields: [
      choices('modality', 'imagingModality', modalities, { required: true }), date('studyDate', { required: true }), text('study', open), text('comparisonStudy', open),
      choice('quality', 'imageQuality', ['good', 'sufficient', 'limited', 'insufficient'], { required: true }), longText('missing'),
    ] },
    { id: 'tumor', fields: [
      text('site', { required: true }), laterality, millimetres('sizeCraniocaudal', needed), millimetres('sizeTransverse', needed), millimetres('sizeAnteroposterior', needed),
      choices('pelvicZones', 'pelvicZone', ['I', 'II', 'III', 'IV'], open), choice('stagingSite', 'stagingSite', stagingSites, open), choice('compartment', 'compartment', ['intracompartmental', 'extracompartmental'], open),
    ] },
    { id: 'relations', fields: ['vessels', 'nerves', 'joint', 'sacrum', 'bladder', 'bowel'].map((id) => choice(id, 'involvement', involvement, open)) },
    { id: 'spread', fields: ['skipLesions', 'lungs', 'otherBones', 'nodes'].map((id) => choice(id, 'lesions', lesionStates, needed)) },
    { id: 'recist', fields: [
      rows('targets', [text('lesion', { required: true }), text('organ', { required: true }), choice('lesionKind', 'lesionKind', ['node', 'other'], { required: true }), millimetres('before'), millimetres('smallest'), millimetres('now', { required: true })], { ...open, max: 5 }),
      choice('nonTargets', 'nonTargets', ['complete', 'neither', 'progression'], open), choice('newLesions', 'newLesions', ['none', 'present', 'uncertain'], open),
      choice('response', 'response', ['complete', 'partial', 'stable', 'progressive', 'notEvaluable'], open),
    ] },
    { id: 'stage', fields: [text('cT', open), text('cN', open), text('cM', open), number('tnmEdition', { ...open, min: 6, max: 9 })] },
    { id: 'conclusion', fields: [longText('comment')] },
  ],
}, 'site', 'laterality', 'sizeCraniocaudal', 'sizeTransverse', 'sizeAnteroposterior', 'pelvicZones', 'skipLesions', 'lungs', 'otherBones', 'response', 'cT', 'cN', 'comment');
