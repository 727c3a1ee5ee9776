import { upperGiImagingForm } from '../forms/imaging-upper-gi.js';
import { upperGiPathologyForm } from '../forms/pathology-upper-gi.js';
import { referralUpperGiForm } from '../forms/referral-upper-gi.js';
import { itemsOfForm } from './data-sets.js';
import type { BoardDefinition } from './definition.js';
import { defaultLadders, reviewWithin } from './ladders.js';
import { defaults, type BoardSetting } from './setting.js';

/** Board for oesophagus and stomach: endoscopy with biopsy, CT, and where cure is the aim PET-CT and laparoscopy; a gastroenterologist is part of its quorum [ESMO; NICE NG83]. */
export const upperGiBoard = ({ version = 1, ...setting }: BoardSetting): BoardDefinition => ({
  ...setting, ...defaults, version,
  name: { en: 'Upper GI board', he: 'ועדת מערכת העיכול העליונה', ru: 'Консилиум по опухолям пищевода и желудка' },
  tumorTypes: (['oesophagus', 'stomach'] as const).map((code) => ({ code, items: itemsOfForm(referralUpperGiForm), referralForm: referralUpperGiForm, secondPathology: false })),
  quorum: { requiredDisciplines: ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology', 'gastroenterology'], minimumSpecialties: 4, bothSidesWhenCrossBorder: true },
  ladders: { ...defaultLadders, imagingReview: reviewWithin(24) },
  followUpDays: [14, 30, 90, 180],
  guidelines: ['NCCN-ESOPHAGEAL', 'NCCN-GASTRIC', 'ESMO-OESOPHAGEAL', 'ESMO-GASTRIC', 'CSCO-GASTRIC', 'NICE-NG83'],
  pathologyForm: upperGiPathologyForm, imagingForm: upperGiImagingForm,
});
