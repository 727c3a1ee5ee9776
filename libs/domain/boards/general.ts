import { imagingForm } from '../forms/imaging.js';
import { pathologyForm } from '../forms/pathology.js';
import { referralGeneralForm } from '../forms/referral-general.js';
import { itemsOfForm } from './data-sets.js';
import type { BoardDefinition } from './definition.js';
import { sarcomaFollowUp } from './follow-up-plan.js';
import { defaults, type BoardSetting } from './setting.js';

const items = itemsOfForm(referralGeneralForm);

/** General tumor board: the data set of every tumor type; soft tissue sarcoma has its second reading here too. */
export const generalBoard = ({ version = 1, ...setting }: BoardSetting): BoardDefinition => ({
  ...setting, ...defaults, version,
  name: { en: 'General tumor board', he: 'ועדת גידולים כללית', ru: 'Общий онкологический консилиум' },
  tumorTypes: [
    { code: 'general', items, referralForm: referralGeneralForm, secondPathology: false },
    { code: 'softTissueSarcoma', items, referralForm: referralGeneralForm, secondPathology: true, followUpPlan: sarcomaFollowUp },
  ],
  guidelines: ['NCCN', 'ESMO', 'CSCO', 'ASCO', 'NICE', 'NCCN-STS', 'ESMO-STS'],
  pathologyForm, imagingForm,
});
