import { stagesFrom } from './opened.js';
import type { Reducers } from './stamp.js';

type StageEvent = 'StageEntered' | 'StageLeft' | 'RoundOpened' | 'CaseHeld' | 'CaseResumed' | 'CaseWithdrawn' | 'CaseClosed' | 'CaseReopened';

export const stageReducers: Reducers<StageEvent> = {
  StageEntered: (state, { stage, round }, { at }) => ({
    ...state, stages: { ...state.stages, [stage]: { status: 'active', round, enteredAt: at, leftAt: null } },
  }),
  StageLeft: (state, { stage, skipped }, { at }) => ({
    ...state, stages: { ...state.stages, [stage]: { ...state.stages[stage], status: skipped ? 'skipped' : 'done', leftAt: at } },
  }),
  RoundOpened: (state, { round, from }) => ({
    ...state, round, stages: stagesFrom(from ?? 'pathologyReview', round, state.stages), incompleteFileAcceptedBy: null, listed: null, followUps: [], ...(state.followUpVisits === undefined ? {} : { followUpVisits: [] }), ...(state.standardOfCare == null ? {} : { standardOfCare: null }),
  }),
  CaseHeld: (state, { reason, resumeBy }, { at, actorId }) => ({
    ...state, status: 'onHold', hold: { reason, since: at, resumeBy, by: actorId, before: state.status },
  }),
  CaseResumed: (state) => ({ ...state, status: state.hold?.before ?? 'open', hold: null }),
  CaseWithdrawn: (state, { reason }, { at, actorId }) => ({ ...state, status: 'withdrawn', hold: null, listed: null, withdrawn: { reason, at, by: actorId } }),
  CaseClosed: (state, { reason }, { at, actorId }) => ({ ...state, status: 'closed', hold: null, listed: null, closed: { reason, at, by: actorId } }),
  CaseReopened: (state) => ({ ...state, status: 'open', closed: null, withdrawn: null, rejected: null }),
};
