import { letterKey } from '../../recommendations/letter-kinds.js';
import type { CaseState, Outcome } from '../state.js';
import type { Reducers } from './stamp.js';

type DiscussionEvent = 'IncompleteFileAccepted' | 'StandardOfCareMarked' | 'StandardOfCareUnmarked' | 'CaseListed' | 'CaseDelisted' | 'CaseDeferred' | 'OutcomeRecorded';
type RecommendationEvent = 'SignatureGiven' | 'SignatureRefused' | 'SignaturesVoided' | 'OutcomeConfirmed' | 'SignaturesCompleted' | 'LetterAsked' | 'LetterMade' | 'LetterSent' | 'LetterRecalled' | 'LetterMarked' | 'LetterFailed' | 'RecommendationAcknowledged' | 'PatientDecisionRecorded' | 'SecondOpinionAsked' | 'SecondOpinionSent' | 'SecondOpinionReceived';

const outcomeChanged = (state: CaseState, outcomeId: string, change: (outcome: Outcome) => Partial<Outcome>): CaseState => {
  const outcome = state.outcomes[outcomeId];
  if (outcome === undefined) throw new Error(`Event names outcome ${outcomeId}, which case ${state.id} does not have`);
  return { ...state, outcomes: { ...state.outcomes, [outcomeId]: { ...outcome, ...change(outcome) } } };
};

export const discussionReducers: Reducers<DiscussionEvent> = {
  IncompleteFileAccepted: (state, { by }) => ({ ...state, incompleteFileAcceptedBy: by }),
  StandardOfCareMarked: (state, { by, standardTextId, guideline }, { at }) => ({ ...state, standardOfCare: { by, at, textId: standardTextId, ...(guideline == null ? {} : { guideline }) } }),
  StandardOfCareUnmarked: (state) => ({ ...state, standardOfCare: null }),
  CaseListed: (state, { meetingId, manually }, { at }) => ({ ...state, listed: { meetingId, at, manually }, listings: state.listings + 1 }),
  CaseDelisted: (state) => ({ ...state, listed: null }),
  CaseDeferred: (state, { cause, meetingId }, { at }) => ({ ...state, listed: null, deferrals: [...state.deferrals, { cause, meetingId, at }] }),
  OutcomeRecorded: (state, { outcome }) => {
    const before = state.currentOutcomeId === null ? state : outcomeChanged(state, state.currentOutcomeId, () => ({ supersededBy: outcome.id }));
    return { ...before, listed: null, outcomes: { ...before.outcomes, [outcome.id]: outcome }, currentOutcomeId: outcome.id };
  },
};

export const recommendationReducers: Reducers<RecommendationEvent> = {
  SignatureGiven: (state, { outcomeId, signature }) => outcomeChanged(state, outcomeId, ({ signatures }) => ({ signatures: [...signatures, signature] })),
  SignatureRefused: (state) => state,
  SignaturesVoided: (state, { outcomeId, because, voided }, { at }) => outcomeChanged(state, outcomeId, ({ voided: before = [] }) => ({
    signatures: [], signaturesComplete: false, ...(voided === undefined ? {} : { voided: [...before, { at, because, signatures: voided }] }),
    // the drafts speak of other findings now
    ...(because === 'opinionAmended' ? { letter: null } : {}),
  })),
  OutcomeConfirmed: (state) => state,
  SignaturesCompleted: (state, { outcomeId }) => outcomeChanged(state, outcomeId, () => ({ signaturesComplete: true })),
  LetterAsked: (state, { outcomeId, language, plain }) => outcomeChanged(state, outcomeId, ({ lettersAsked = [] }) => ({ lettersAsked: [...lettersAsked, letterKey({ language, plain })] })),
  LetterMade: (state, { outcomeId, language, plain = false, letter }) =>
    outcomeChanged(state, outcomeId, (outcome) => ({ letter: { ...(outcome.letter ?? { en: null, ru: null }), [letterKey({ language, plain })]: letter } })),
  LetterSent: (state, { outcomeId }, { at }) => outcomeChanged(state, outcomeId, () => ({ letterSentAt: at })),
  LetterRecalled: (state, { outcomeId, reason, noteTextId, letters }, { at, actorId }) => outcomeChanged(state, outcomeId, ({ recalled = [] }) => ({
    letter: null, letterSentAt: null, acknowledgedAt: null, acknowledgedBy: null, patientDecision: null, recalled: [...recalled, { at, by: actorId, reason, noteTextId, letters }],
  })),
  LetterMarked: (state, { outcomeId, of, copy }) => outcomeChanged(state, outcomeId, ({ recalled = [] }) => ({
    recalled: recalled.map((one) => (Object.values(one.letters).some((letter) => letter?.sha256 === of) ? { ...one, marked: { ...one.marked, [of]: copy } } : one)),
  })),
  LetterFailed: (state) => state,
  RecommendationAcknowledged: (state, { outcomeId, by }, { at }) => outcomeChanged(state, outcomeId, () => ({ acknowledgedAt: at, acknowledgedBy: by })),
  PatientDecisionRecorded: (state, { outcomeId, decision, because, explained, by, reasonTextId }, { at }) => outcomeChanged(state, outcomeId, () => ({
    patientDecision: decision, patientDecidedAt: at, ...(because === undefined && explained === undefined ? {} : { patientSaid: { because: because ?? null, explained: explained ?? null, reasonTextId, by } }),
  })),
  SecondOpinionAsked: (state, { outcomeId, ...asked }, { at }) => outcomeChanged(state, outcomeId, ({ secondOpinions = [] }) => ({ secondOpinions: [...secondOpinions, { at, ...asked }] })),
  SecondOpinionSent: (state, { outcomeId, taskId, ...sent }, { at }) => outcomeChanged(state, outcomeId, ({ secondOpinions = [] }) => ({ secondOpinions: secondOpinions.map((one) => (one.taskId === taskId ? { ...one, sent: { at, ...sent } } : one)) })),
  SecondOpinionReceived: (state, { outcomeId, taskId, ...received }, { at }) => outcomeChanged(state, outcomeId, ({ secondOpinions = [] }) => ({ secondOpinions: secondOpinions.map((one) => (one.taskId === taskId ? { ...one, received: { at, ...received } } : one)) })),
};
