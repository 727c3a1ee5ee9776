import type { Reducers } from './stamp.js';

type IntakeEvent = 'ReferralAmended' | 'MovedToBoardVersion' | 'DataSetAnswered' | 'DocumentAdded' | 'DocumentRemoved' | 'ConsentRecorded' | 'ConsentWithdrawn'
  | 'ReferralSubmitted' | 'ReferralReturned' | 'InformationAnswered' | 'ItemRequested' | 'ReferralAccepted' | 'IntakeOverridden' | 'ReferralRejected';

export const intakeReducers: Reducers<IntakeEvent> = {
  ReferralAmended: (state, data) => ({
    ...state, urgency: data.urgency ?? state.urgency, tumorType: data.tumorType ?? state.tumorType,
    referrerId: data.referrerId === undefined ? state.referrerId : data.referrerId,
  }),
  // the ladders stay: deadlines are not moved by new questions
  MovedToBoardVersion: (state, { from, to, items }, { at }) => ({ ...state, boardVersion: to, policyVersion: state.policyVersion ?? from, items, boardMoves: [...(state.boardMoves ?? []), { from, to, at }] }),
  DataSetAnswered: (state, data) => ({ ...state, items: data.items, laterality: data.laterality }),
  DocumentAdded: (state, { document }) => ({ ...state, documents: { ...state.documents, [document.id]: document } }),
  DocumentRemoved: (state, { documentId }, { at }) => {
    const document = state.documents[documentId];
    return document === undefined ? state : { ...state, documents: { ...state.documents, [documentId]: { ...document, removedAt: at } } };
  },
  ConsentRecorded: (state, { consent }) => ({ ...state, consents: { ...state.consents, [consent.purpose]: consent } }),
  ConsentWithdrawn: (state, { purpose }, { at }) => {
    const consent = state.consents[purpose];
    return consent === undefined ? state : { ...state, consents: { ...state.consents, [purpose]: { ...consent, withdrawnAt: at } } };
  },
  ReferralSubmitted: (state, { emergencyBegunBy }, { at }) => ({ ...state, status: 'open', submittedAt: at, emergencyBegunBy }),
  ReferralReturned: (state, { count }) => ({ ...state, status: 'returned', returns: count }),
  InformationAnswered: (state) => ({ ...state, status: 'open' }),
  ItemRequested: (state) => state,
  ReferralAccepted: (state) => ({ ...state, status: 'open' }),
  IntakeOverridden: (state, { code }, { at, actorId }) => ({ ...state, status: 'open', override: { code, by: actorId, at } }),
  ReferralRejected: (state, { reason }, { at, actorId }) => ({ ...state, status: 'rejected', rejected: { reason, at, by: actorId } }),
};
