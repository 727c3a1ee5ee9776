import { deferralCauses } from '../cases/lists.js';
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

/** What a board begins with where its kind says nothing else. */
export const defaults = {
  quorum: defaultQuorum, ladders: defaultLadders, followUpDays: [14, 30, 90], waitingTimes: defaultWaitingTimes, deferralCauses,
} as const satisfies Partial<BoardDefinition>;
