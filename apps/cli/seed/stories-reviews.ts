import type { BoardDefinition } from '#domain';
import { personId, seedId } from './cast.js';
import { CaseScript, type CaseSetting } from './case-script.js';
import type { Days } from './days.js';
import { patients } from './patients.js';
import type { World } from './world.js';

export interface Stage { readonly world: World; readonly days: Days; readonly boneSarcoma: BoardDefinition; readonly general: BoardDefinition }
type Story = () => Promise<void>;

const bone = ({ boneSarcoma }: Stage, key: keyof typeof patients, question: string, referral: CaseSetting['referral'], more: Partial<CaseSetting> = {}): CaseSetting => ({
  key, board: boneSarcoma, tumorType: 'boneSarcoma', urgency: 'routine', origin: 'astana', referrer: 'omarov', patient: patients[key], question, referral, ...more,
});
const other = ({ general }: Stage, key: keyof typeof patients, question: string, referral: CaseSetting['referral'], more: Partial<CaseSetting>): CaseSetting => ({
  key, board: general, tumorType: 'general', urgency: 'routine', origin: 'bishkek', referrer: 'asanov', patient: patients[key], question, referral, ...more,
});
export const settings = { bone, other };

/** A row of the earlier treatments: dates as they were told. */
const treated = (said: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(said).map(([field, value]) => [field, { state: 'given', value } as const]));

/** The story's referral, typed and with consent on record: to be read once more and submitted. */
export const storyCase = (stage: Stage): Story => async () => {
  const script = new CaseScript(stage.world, bone(stage, 'story', 'Pelvic tumour of 17 cm, growing within weeks, three countries without success. Is resection with limb salvage possible, and what should come before it?', {
    tumorSite: 'Left ilium and acetabulum, zones I and II', laterality: 'left', walkingAbility: 'bedbound', ecog: '3', pelvicZones: ['I', 'II'],
    presentingComplaint: 'Huge pelvic mass on the left, can no longer walk. Biopsy in Astana: high-grade sarcoma, osteosarcoma or dedifferentiated chondrosarcoma.',
    priorTreatments: [
      treated({ country: 'de', kind: 'systemicTherapy', from: '2023-05', to: '2023-07', regimen: 'Doxorubicin and cisplatin, two cycles, stopped', document: 'present' }),
      treated({ country: 'kr', kind: 'secondReading', from: '2023-09', regimen: 'High-dose methotrexate', document: 'present' }),
      treated({ country: 'ru', kind: 'radiotherapy', from: '2023', result: 'Palliative radiotherapy offered, declined', document: 'requested' }),
    ],
  }, { urgency: 'urgent' }));
  await script.at(stage.days.ago(1, '05:20'));
  await script.refer();
  await script.consent();
  await script.document('dischargeSummary', 'de', 'Discharge summary, Germany');
};

export const returnedCase = (stage: Stage): Story => async () => {
  const script = new CaseScript(stage.world, bone(stage, 'returned', 'Suspected Ewing sarcoma of the fibula: biopsy route and neoadjuvant treatment?', { tumorSite: 'Proximal fibula, right', laterality: 'right' },
    { without: ['chestCt', 'biopsyTract', 'wholeBodySurvey'], findings: { diagnosis: 'Ewing sarcoma, suspected', whoClass: 'Ewing sarcoma, suspected' } }));
  await script.at(stage.days.ago(6, '05:05'));
  await script.refer();
  await script.submit();
  await script.at(stage.days.ago(4, '06:40'));
  await script.put('wu', 'returnReferral', { items: ['chestCt', 'biopsyTract', 'wholeBodySurvey'] }, { texts: { note: 'Please send the chest CT and the survey, and say where the biopsy went in.' } });
  await script.at(stage.days.ago(3, '05:30'));
  await script.put('aliya', 'requestItem', { item: 'chestCt', treatment: null, of: 'person', personId: personId('kim'), neededForMeeting: true }, { texts: { note: 'It was done before your first visit; do you have the date?' } });
};

/** Four hours by the clock, three and a quarter of them gone: due within the hour whenever the demo is made. */
export const emergencyCase = (stage: Stage): Story => async () => {
  const { days } = stage;
  const script = new CaseScript(stage.world, other(stage, 'emergency', 'Spinal cord compression at T9 by a paravertebral mass since this morning. Surgery, radiotherapy, or both?', { tumorSite: 'Paravertebral, T8 to T10', laterality: 'midline', ecog: '3' }, { urgency: 'emergency' }));
  await script.accepted(days.minutesAgo(204), days.minutesAgo(196));
  await script.at(days.minutesAgo(150));
  await script.claim('chen', 'pathologyReview');
  await script.halfTyped('chen', 'pathologyReview', { specimen: 'Needle cores, touched on glass', procedure: 'coreBiopsy', site: 'Paravertebral mass' });
};

export const slidesCase = (stage: Stage): Story => async () => {
  const { days } = stage;
  const script = new CaseScript(stage.world, bone(stage, 'slides', 'Chondrosarcoma of the scapula, grade disputed: extent of resection?', { tumorSite: 'Scapula, left', laterality: 'left', priorTreatments: [
      treated({ country: 'kz', kind: 'biopsy', from: '2026-10-12', document: 'present' }), treated({ country: 'de', kind: 'surgery', from: '2022', institution: 'University hospital (invented)', regimen: 'Curettage', result: 'Recurrence within a year', document: 'none' }),
      treated({ country: 'kr', kind: 'radiotherapy', from: '2022-11', to: '2023-01', result: 'Stable for two years', document: 'requested' }), treated({ country: 'ru', kind: 'consultation', from: '2025-03', result: 'Amputation advised, declined', document: 'none' }),
    ] }, { urgency: 'urgent', findings: { diagnosis: 'Chondrosarcoma', whoClass: 'Chondrosarcoma, grade disputed', grade: 'GX' } }));
  await script.accepted(days.ago(7, '05:15'), days.ago(7, '07:30'));
  await script.at(days.ago(6, '06:10'));
  await script.review('gao', 'imagingReview', { site: 'Scapula, left', comment: 'Soft-tissue component of 3 cm.' });
  await script.at(days.ago(5, '05:30'));
  const { id } = await script.claim('chen', 'pathologyReview');
  await script.put('chen', 'requestMaterial', { taskId: id, items: ['slides', 'blocks'], pausesClock: true }, { texts: { note: 'The photographs do not show the cortex; please send slides and one block.' } });
  await script.at(days.ago(4, '05:40'));
  await script.document('dischargeSummary', 'de', 'Discharge summary, Germany, 2022');
  await script.document('translation', 'en', 'Discharge summary, Germany, 2022: English translation');
  await script.put('aliya', 'attachTranslation', { documentId: seedId('document', 'slides', 'translation'), ofId: seedId('document', 'slides', 'dischargeSummary'), how: 'person', translatorId: null });
  await script.put('aliya', 'requestItem', { item: null, treatment: { kind: 'surgery', country: 'de', from: '2022' }, of: 'outside', personId: null, neededForMeeting: false }, { texts: { source: 'Archive of the university hospital (invented), Germany', note: 'Operation report and histology of 2022.' } });
  const { id: asked } = await script.task('supplyItem');
  await script.at(days.ago(1, '05:10'));
  await script.put('aliya', 'chaseItem', { taskId: asked });
  await script.at(days.ago(1, '06:05'));
  await script.ask('wu', 'surgery', script.hostId, 'Can the glenoid be kept if the grade is 2, and what would the arm be able to do afterwards?', true);
  await script.at(days.ago(1, '06:20'));
  await script.put('chen', 'handOverTask', { taskId: id, toId: personId('zhou') }, { texts: { note: 'The slides will come while I am at the congress: could you read them?' } });
};

export const overdueCase = (stage: Stage): Story => async () => {
  const { days } = stage;
  const script = new CaseScript(stage.world, other(stage, 'overdue', 'Retroperitoneal liposarcoma, second recurrence: is another resection worth it?', { tumorSite: 'Retroperitoneum, right', laterality: 'right', languageAndInterpreter: 'Hebrew' },
    { urgency: 'urgent', origin: 'telaviv', referrer: 'levi', tumorType: 'softTissueSarcoma', findings: { diagnosis: 'Dedifferentiated liposarcoma' } }));
  await script.accepted(days.ago(8, '06:00'), days.ago(8, '07:10'));
  await script.at(days.ago(7, '06:00'));
  await script.claim('wang', 'imagingReview');
  await script.halfTyped('wang', 'imagingReview', { modality: ['ct'], quality: 'sufficient', site: 'Retroperitoneum, right' });
  await script.at(days.ago(6, '07:20'));
  await script.review('chen', 'pathologyReview', { site: 'Retroperitoneum, right', tumorType: 'Dedifferentiated liposarcoma' });
  await script.at(days.ago(5, '06:10'));
  await script.review('zhou', 'secondPathologyReview', { site: 'Retroperitoneum, right', tumorType: 'Dedifferentiated liposarcoma' }, 'minor');
};

/** Two pathologists who differ in the one thing that matters. */
export const discordantCase = (stage: Stage): Story => async () => {
  const { days } = stage;
  const script = new CaseScript(stage.world, bone(stage, 'discordant', 'Giant cell tumour of the sacrum, read as benign in Astana: denosumab or resection?', { tumorSite: 'Sacrum, S1 to S3', laterality: 'midline' }, { findings: { diagnosis: 'Giant cell tumour of bone', whoClass: 'Giant cell tumour of bone' } }));
  await script.accepted(days.ago(10, '05:00'), days.ago(9, '06:00'));
  await script.at(days.ago(8, '05:20'));
  await script.review('wang', 'imagingReview', { site: 'Sacrum, S1 to S3' });
  await script.at(days.ago(7, '06:30'));
  await script.review('chen', 'pathologyReview', { site: 'Sacrum', malignant: 'benign', tumorType: 'Giant cell tumour of bone', grade: { state: 'notApplicable', reason: 'Benign' } });
  await script.at(days.ago(2, '07:00'));
  await script.review('zhou', 'secondPathologyReview', { site: 'Sacrum', malignant: 'malignant', tumorType: 'Giant-cell-rich osteosarcoma', agrees: 'differs', differsIn: 'Atypical mitoses and osteoid in two of four cores.' }, 'benignToMalignant');
  await script.at(days.ago(2, '08:10'));
  await script.ask('wu', 'radiationOncology', script.hostId, 'If it is malignant and the roots cannot be spared: what dose can the sacrum have?');
  await script.at(days.ago(1, '07:20'));
  await script.opinion('sun', 'radiationOncology', {
    intent: 'curative', radiotherapyTiming: 'definitive', doseGy: 70, fractions: 35, previousDose: 'none', contraindications: 'Dose to the bowel limits what the upper sacrum can have.',
    answer: '70 Gy in 35 fractions, better with protons or carbon ions, if resection would cost bladder and bowel.',
  });
  await script.at(days.ago(1, '08:40'));
  const { id: taskId } = await script.task('resolveDiscordance');
  await script.put('zhou', 'resolveDiscordance', { taskId, how: 'consensus' }, { texts: { note: 'Read together by video: osteoid is laid down by the atypical cells. Malignant; giant-cell-rich osteosarcoma.' } });
};

export const heldCase = (stage: Stage): Story => async () => {
  const { days } = stage;
  const script = new CaseScript(stage.world, bone(stage, 'held', 'Osteosarcoma of the distal femur in a girl of 15, after neoadjuvant treatment: rotationplasty or expandable prosthesis?', { tumorSite: 'Distal femur, right', laterality: 'right', huvos: 'III' }));
  await script.accepted(days.ago(15, '05:40'), days.ago(14, '06:00'));
  await script.at(days.ago(13, '05:10'));
  // Dr Wang is away that morning (see `away`): it goes to who stands in, and the history says for whom.
  const { id } = await script.task('imagingReview');
  await script.put('wu', 'assignTask', { taskId: id, ownerId: personId('wang') });
  await script.at(days.ago(13, '05:30'));
  await script.readAndSign('gao', 'imagingReview', { site: 'Distal femur, right' });
  await script.at(days.ago(10, '06:00'));
  await script.put('aliya', 'holdCase', { reason: 'awaitingFunding', resumeBy: days.date(10) }, { texts: { note: 'The fund decides in its next sitting.' } });
};
