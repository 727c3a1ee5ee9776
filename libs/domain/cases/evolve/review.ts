import type { Reducers } from './stamp.js';

type ReviewEvent = 'OpinionSigned' | 'OpinionAmended' | 'MaterialRequested' | 'MaterialSupplied' | 'DiscordanceResolved' | 'OpinionRequested' | 'OpinionRequestWithdrawn' | 'ThirdOpinionAsked' | 'ConflictDeclared';

export const reviewReducers: Reducers<ReviewEvent> = {
  OpinionSigned: (state, { opinion }) => ({ ...state, opinions: { ...state.opinions, [opinion.id]: opinion } }),
  // The replaced version stays: what the board read on a day can be shown again.
  OpinionAmended: (state, { opinion }) => ({ ...state, opinions: { ...state.opinions, [opinion.id]: opinion } }),
  MaterialRequested: (state) => state,
  MaterialSupplied: (state) => state,
  DiscordanceResolved: (state) => state,
  ThirdOpinionAsked: (state) => state,
  OpinionRequested: (state) => state,
  OpinionRequestWithdrawn: (state) => state,
  ConflictDeclared: (state, { personId }) => (state.conflicts.includes(personId) ? state : { ...state, conflicts: [...state.conflicts, personId] }),
};
