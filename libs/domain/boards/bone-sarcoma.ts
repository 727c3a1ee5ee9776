import { imagingForm } from '../forms/imaging.js';
import { pathologyForm } from '../forms/pathology.js';
import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { itemsOfForm } from './data-sets.js';
import type { BoardDefinition } from './definition.js';
import { sarcomaFollowUp } from './follow-up-plan.js';
import { defaults, type BoardSetting } from './setting.js';

/** Board for bone sarcoma: its data set, and a second pathology reading of every diagnosis from outside. */
export const boneSarcomaBoard = ({ version = 1, ...setting }: BoardSetting): BoardDefinition => ({
  ...setting, ...defaults, version,
  name: { en: 'Bone sarcoma board', he: 'ועדת סרקומה של העצם', ru: 'Консилиум по саркомам костей' },
  tumorTypes: [{ code: 'boneSarcoma', items: itemsOfForm(referralBoneSarcomaForm), referralForm: referralBoneSarcomaForm, secondPathology: true, followUpPlan: sarcomaFollowUp }],
  guidelines: ['NCCN-BONE', 'NCCN-STS', 'ESMO-BONE', 'ESMO-STS', 'CSCO-SARCOMA', 'UK-BONE-SARCOMA'],
  pathologyForm, imagingForm,
});
