import type { DateOnly, Instant } from '../../core/instant.js';
import type { CaseState, WaitingState } from '../state.js';
import type { Reducers } from './stamp.js';

type WaitingEvent = 'WaitingTimePaused' | 'WaitingTimeResumed' | 'FirstTreatmentRecorded';

/** Cases from before waiting times were kept have none. */
const of = (state: CaseState): WaitingState => state.waiting ?? { pauses: [], treatments: [] };

/** A round's treatment: a day that somebody named stands over one that is only known to be past. */
export const treated = (state: CaseState, on: DateOnly | null, knownAt: Instant): CaseState => {
  const { pauses, treatments } = of(state);
  const said = treatments.find(({ round }) => round === state.round);
  if (said !== undefined && on === null) return state;
  return { ...state, waiting: { pauses, treatments: [...treatments.filter((one) => one !== said), { round: state.round, on, knownAt }] } };
};

export const waitingReducers: Reducers<WaitingEvent> = {
  WaitingTimePaused: (state, { reason, clocks }, { at }) => ({ ...state, waiting: { ...of(state), pauses: [...of(state).pauses, { reason, clocks, from: at, to: null }] } }),
  WaitingTimeResumed: (state, _data, { at }) => ({ ...state, waiting: { ...of(state), pauses: of(state).pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)) } }),
  FirstTreatmentRecorded: (state, { on }, { at }) => treated(state, on, at),
};
