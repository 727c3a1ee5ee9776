import type { BoardDefinition } from '#domain';
import type { Given } from './answers.js';
import { CaseScript, type CaseSetting } from './case-script.js';
import { patients } from './patients.js';
import type { Stage } from './stories-reviews.js';

type Story = () => Promise<void>;
type Setting = Omit<CaseSetting, 'key' | 'patient' | 'urgency'> & { readonly key: keyof typeof patients };
const scriptOf = (stage: Stage, setting: Setting): CaseScript => new CaseScript(stage.world, { urgency: 'routine', patient: patients[setting.key], ...setting });

const breastFindings: Given = {
  diagnosis: 'Invasive carcinoma of no special type', specimen: 'Core biopsy, three cores', er: 'positive', pr: 'positive', her2: '2+', ki67: 28, grade: 'G2', menopausalStatus: 'pre', pregnancy: 'no', familyHistory: 'Mother, breast cancer at 41.', germline: ['pending'],
  mammographyBoth: '2026-10', ultrasoundBreasts: '2026-10', ultrasoundAxilla: '2026-10', axilla: 'suspicious', systemicStaging: '2026-10', fertilityWish: 'wishes', viewOnConservation: 'Wants to keep the breast if it is as safe.',
  tumorType: 'Invasive carcinoma of no special type', site: 'Left breast, upper outer quadrant', size: 24, focality: 'unifocal', inSitu: 'present', her2Ish: 'pending', afterNeoadjuvant: 'no',
  modality: ['mammography', 'ultrasound'], biradsLeft: '5', biradsRight: '2', lesionCount: 1, axillaryNodes: 'suspected', internalMammaryNodes: 'none', supraclavicularNodes: 'none', lungs: 'none', liver: 'none', bones: 'none',
  studies: [{ date: { state: 'given', value: '2026-10' }, modality: { state: 'given', value: 'mri' }, bodyPart: { state: 'given', value: 'Breasts' } }],
};

/** Before the breast board: imaging is signed, pathology waits for a reader. */
export const breastCase = (stage: Stage, board: BoardDefinition): Story => async () => {
  const { days } = stage;
  const script = scriptOf(stage, {
    key: 'breast', board, tumorType: 'breast', origin: 'bishkek', referrer: 'asanov', question: 'Breast cancer at 38, HER2 equivocal, wish for children: treatment before surgery, and what before that?',
    referral: { tumorSite: 'Left breast', laterality: 'left', presentingComplaint: 'A lump felt six weeks ago.' }, findings: breastFindings,
  });
  await script.accepted(days.ago(4, '05:10'), days.ago(3, '06:20'));
  await script.at(days.ago(2, '07:10'));
  await script.review('wang', 'imagingReview', { laterality: 'left' });
};

const stomachFindings: Given = {
  diagnosis: 'Adenocarcinoma, poorly cohesive', specimen: 'Endoscopic biopsies, eight', aimAtReferral: 'curative', dysphagia: 'solids', weightLoss: 9, her2: '1+', mismatchRepair: 'deficient', pdL1: 10, endoscopy: '2026-10', endoscopySite: 'junctionII', ctChestAbdomen: '2026-10',
  endoscopicUltrasound: '2026-10', petCt: '2026-10', stagingLaparoscopy: { state: 'notKnown', reason: 'Planned for next week.' }, lungFunction: 'FEV1 82 %', smoking: 'former', viewOnOperation: 'Would accept an operation; fears losing weight.',
};

/** Before the upper GI board: just taken, both reviews on offer. */
export const stomachCase = (stage: Stage, board: BoardDefinition): Story => async () => {
  const { days } = stage;
  const script = scriptOf(stage, {
    key: 'stomach', board, tumorType: 'stomach', origin: 'telaviv', referrer: 'levi', question: 'Cancer of the junction, mismatch repair deficient: immunotherapy first, or operation?',
    referral: { tumorSite: 'Gastro-oesophageal junction', laterality: 'notApplicable', presentingComplaint: 'Solids stick since August.', languageAndInterpreter: 'Hebrew' }, findings: stomachFindings,
  });
  await script.accepted(days.ago(2, '06:00'), days.ago(1, '05:30'));
};
