import type { FormDefinition, FormSection } from './definition.js';
import { choice, choices, date, laterality, longText, needed, number, open, rows, text, yesNo } from './fields.js';

const imagingModalities = ['radiograph', 'ct', 'mri', 'petCt', 'boneScan', 'ultrasound', 'angiography', 'other'] as const;

/** Each earlier treatment, whatever the country: what was given, where, with what result, and whether its document is here. */
const priorTreatments = rows('priorTreatments', [
  choice('country', 'country', ['kz', 'kg', 'cn', 'il', 'ru', 'de', 'kr', 'tr', 'in', 'uz', 'us', 'other'], { required: true }), text('institution', open), date('from', open), date('to', open),
  choice('kind', 'treatmentKind', ['surgery', 'systemicTherapy', 'radiotherapy', 'biopsy', 'secondReading', 'consultation', 'other'], { required: true }),
  text('regimen', open), text('result', open), choice('document', 'treatmentDocument', ['present', 'requested', 'none'], { required: true }),
], needed);

/** Minimum data set of every tumor type: six domains after MDT-MODe. Each section is a domain, each required field an item that must be answered. */
export const generalSections: readonly FormSection[] = [
  { id: 'history', fields: [longText('presentingComplaint', { required: true }), date('onset', needed), text('tumorSite', { required: true }), laterality, priorTreatments] },
  { id: 'pathology', fields: [
    text('specimen', needed), text('diagnosis', needed), date('pathologyDate', needed), text('laboratory', needed),
    choices('materialAvailable', 'material', ['slides', 'blocks', 'digitalImages', 'none'], needed),
  ] },
  { id: 'imaging', fields: [rows('studies', [
    date('date', { required: true }), choice('modality', 'imagingModality', imagingModalities, { required: true }), text('bodyPart', { required: true }), text('studyInstanceUid', open), choice('medium', 'studyMedium', ['digital', 'film', 'reportOnly'], open),
  ], needed)] },
  { id: 'comorbidity', fields: [
    choice('ecog', 'ecog', ['0', '1', '2', '3', '4'], needed), longText('comorbidities', needed), longText('medication', needed),
    choice('allergiesState', 'allergiesState', ['none', 'notAsked', 'withheld', 'some'], { required: true }), longText('allergies', { ...open, showWhen: { field: 'allergiesState', is: ['some'] } }),
    text('renalBaseline', open), text('cardiacBaseline', open), text('hearingBaseline', open), text('staging', open), number('tnmEdition', { ...open, min: 6, max: 9 }),
  ] },
  { id: 'psychosocial', fields: [text('carer', needed), text('languageAndInterpreter', needed), choice('funding', 'funding', ['state', 'insurance', 'selfPaid', 'charity', 'notSettled'], needed)] },
  { id: 'patientsViews', fields: [longText('wishesAndFears', needed), yesNo('informedOfBoard', { required: true })] },
];

export const referralGeneralForm: FormDefinition = { id: 'referral-general', version: 1, sections: generalSections };
