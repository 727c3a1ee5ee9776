import { imagingForm } from '../forms/imaging.js';
import { pathologyForm } from '../forms/pathology.js';
import { referralBoneSarcomaForm } from '../forms/referral-bone-sarcoma.js';
import { itemsOfForm } from './data-sets.js';
import type { BoardDefinition, MeetingSeries, QuorumRule } from './definition.js';
import { defaultLadders } from './ladders.js';
import { defaultWaitingTimes } from './waiting-times.js';

/** Who hosts, who takes part, when it sits: what a hospital decides; the rest is data of the board's kind. */
export interface BoardSetting {
  readonly id: string; readonly version?: number; readonly hostInstitutionId: string; readonly partnerInstitutionIds: readonly string[]; readonly series: MeetingSeries;
}

/** Five disciplines and three specialties; for a cross-border case somebody of each side [France; German centres]. */
export const defaultQuorum: QuorumRule = {
  requiredDisciplines: ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology'], minimumSpecialties: 3, bothSidesWhenCrossBorder: true,
};
export const defaultFollowUpDays: readonly number[] = [14, 30, 90];

/** Board for bone sarcoma: its data set, and a second pathology reading of every diagnosis from outside. */
export const boneSarcomaBoard = ({ version = 1, ...setting }: BoardSetting): BoardDefinition => ({
  ...setting, version,
  name: { en: 'Bone sarcoma board', he: 'ועדת סרקומה של העצם', ru: 'Консилиум по саркомам костей' },
  tumorTypes: [{ code: 'boneSarcoma', items: itemsOfForm(referralBoneSarcomaForm), referralForm: referralBoneSarcomaForm, secondPathology: true }],
  quorum: defaultQuorum, pathologyForm, imagingForm, ladders: defaultLadders, followUpDays: defaultFollowUpDays, waitingTimes: defaultWaitingTimes,
});
