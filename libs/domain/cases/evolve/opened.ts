import type { CaseEventData } from '../events.js';
import type { CaseState } from '../state.js';
import { stages, type Stage } from '../stages.js';
import type { StageState } from '../state.js';
import type { Stamp } from './stamp.js';

const notStarted = (round: number): StageState => ({ status: 'notStarted', round, enteredAt: null, leftAt: null });
export const stagesFrom = (from: Stage, round: number, before: CaseState['stages'] | null): CaseState['stages'] => {
  const first = stages.indexOf(from);
  return Object.fromEntries(stages.map((stage, place) => [stage, before !== null && place < first ? before[stage] : notStarted(round)])) as Record<Stage, StageState>;
};

const nothingYet = {
  items: {}, laterality: null, consents: {}, documents: {}, tasks: {}, returns: 0, override: null, opinions: {}, incompleteFileAcceptedBy: null, conflicts: [], listed: null,
  listings: 0, deferrals: [], outcomes: {}, currentOutcomeId: null, transfer: null, followUps: [], hold: null, closed: null, withdrawn: null, rejected: null, emergencyBegunBy: null,
} as const;

/** A case as it begins: a draft that only its typist, its referrer and their case managers see. */
export const caseOpened = (data: CaseEventData['ReferralOpened'], { at, streamId }: Stamp): CaseState => ({
  ...nothingYet, ...data, id: streamId, status: 'draft', round: 1, openedAt: at, submittedAt: null, stages: stagesFrom('intake', 1, null),
});
