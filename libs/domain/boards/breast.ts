import { breastImagingForm } from '../forms/imaging-breast.js';
import { breastPathologyForm } from '../forms/pathology-breast.js';
import { referralBreastForm } from '../forms/referral-breast.js';
import { itemsOfForm } from './data-sets.js';
import type { BoardDefinition } from './definition.js';
import { defaultLadders, reviewWithin } from './ladders.js';
import { defaults, type BoardSetting } from './setting.js';

/**
 * Breast board: receptors, both breasts and the axilla before it sits; a breast care nurse is part of its quorum [EUSOMA, requirements of a
 * specialist breast centre]. A year after, it asks once more what was carried out (ours).
 */
export const breastBoard = ({ version = 1, ...setting }: BoardSetting): BoardDefinition => ({
  ...setting, ...defaults, version,
  name: { en: 'Breast board', he: 'ועדת שד', ru: 'Консилиум по раку молочной железы' },
  tumorTypes: [{ code: 'breast', items: itemsOfForm(referralBreastForm), referralForm: referralBreastForm, secondPathology: false }],
  quorum: { requiredDisciplines: ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology', 'nursing'], minimumSpecialties: 4, bothSidesWhenCrossBorder: true },
  ladders: { ...defaultLadders, pathologyReview: reviewWithin(24), imagingReview: reviewWithin(24) },
  followUpDays: [14, 30, 90, 365],
  guidelines: ['NCCN-BREAST', 'ESMO-EARLY-BREAST', 'ESMO-METASTATIC-BREAST', 'CSCO-BREAST', 'NICE-NG101', 'ST-GALLEN'],
  pathologyForm: breastPathologyForm, imagingForm: breastImagingForm,
});
