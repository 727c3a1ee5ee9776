import type { CaseState, Translation } from '../state.js';
import type { Reducers } from './stamp.js';

type IntakeEvent = 'ReferralAmended' | 'MovedToBoardVersion' | 'DataSetAnswered' | 'DocumentAdded' | 'DocumentRemoved' | 'TranslationAttached' | 'TranslationVerified' | 'ConsentRecorded' | 'ConsentWithdrawn'
  | 'ReferralSubmitted' | 'ReferralReturned' | 'InformationAnswered' | 'ItemRequested' | 'ReferralAccepted' | 'IntakeOverridden' | 'ReferralRejected';

const translated = (state: CaseState, documentId: string, change: (before: Translation | undefined) => Translation | undefined): CaseState => {
  const document = state.documents[documentId];
  const translation = change(document?.translation);
  return document === undefined || translation === undefined ? state : { ...state, documents: { ...state.documents, [documentId]: { ...document, translation } } };
};

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
  TranslationAttached: (state, { documentId, ...translation }) => translated(state, documentId, () => ({ ...translation, verified: null })),
  TranslationVerified: (state, { documentId, by }, { at }) => translated(state, documentId, (before) => before && { ...before, verified: { by, at } }),
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
