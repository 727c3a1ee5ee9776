import { isOpen } from '../../tasks/task.js';
import type { CaseState, Opinion } from '../state.js';
import type { Reducers } from './stamp.js';

type ReviewEvent = 'OpinionSigned' | 'OpinionAmended' | 'MaterialRequested' | 'MaterialSupplied' | 'DiscordanceResolved' | 'OpinionRequested' | 'OpinionRequestWithdrawn' | 'ConsensusRecorded' | 'ThirdOpinionAsked' | 'ConflictDeclared';

/** What was agreed about a reading is not agreed about its newer version. */
const withoutConsensus = (state: CaseState, amended: Opinion['kind']): CaseState => {
  if (state.consensus === undefined || (amended !== 'pathology' && amended !== 'secondPathology')) return state;
  const settled = Object.entries(state.consensus).filter(([taskId]) => { const task = state.tasks[taskId]; return task === undefined || !isOpen(task); });
  return { ...state, consensus: Object.fromEntries(settled) };
};

export const reviewReducers: Reducers<ReviewEvent> = {
  OpinionSigned: (state, { opinion }) => ({ ...state, opinions: { ...state.opinions, [opinion.id]: opinion } }),
  // The replaced version stays: what the board read on a day can be shown again.
  OpinionAmended: (state, { opinion }) => ({ ...withoutConsensus(state, opinion.kind), opinions: { ...state.opinions, [opinion.id]: opinion } }),
  MaterialRequested: (state) => state,
  MaterialSupplied: (state) => state,
  DiscordanceResolved: (state) => state,
  ConsensusRecorded: (state, { taskId, by, confirmBy, noteTextId }, { at }) => ({ ...state, consensus: { ...state.consensus, [taskId]: { by, confirmBy, at, textId: noteTextId } } }),
  ThirdOpinionAsked: (state) => state,
  OpinionRequested: (state) => state,
  OpinionRequestWithdrawn: (state) => state,
  ConflictDeclared: (state, { personId }) => (state.conflicts.includes(personId) ? state : { ...state, conflicts: [...state.conflicts, personId] }),
};
