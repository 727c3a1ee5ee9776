import type { Instant } from '../core/instant.js';
import { sameValue } from '../core/same-value.js';
import type { CaseEvent } from '../cases/events.js';
import { evolveCase } from '../cases/evolve.js';
import type { CaseDocument, CaseState, Opinion } from '../cases/state.js';
import type { FormAnswers } from '../forms/definition.js';
import { opinionsInForce } from './missing.js';

/** An event of the case as the log keeps it, in the log's order. */
export interface LoggedEvent { readonly event: CaseEvent; readonly at: Instant; readonly actorId: string }

/** The case as it stood right before an outcome was recorded. `referralVersion`: which version of the referral form counted then; null where none was taken yet. */
export interface BoardSaw { readonly state: CaseState; readonly referralVersion: number | null }

/** What the board had before it when it decided: by the place of the decision in the log, never by a clock. Null where the log has no such outcome. */
export const asTheBoardSaw = (log: readonly LoggedEvent[], caseId: string, outcomeId: string): BoardSaw | null => {
  let state: CaseState | null = null;
  let referralVersion: number | null = null;
  for (const { event, at, actorId } of log) {
    if (event.type === 'OutcomeRecorded' && event.data.outcome.id === outcomeId) return state && { state, referralVersion };
    if (event.type === 'DataSetAnswered') referralVersion = event.data.draftVersion;
    state = evolveCase(state, event, at, actorId, caseId);
  }
  return null;
};

/** What is otherwise now than it was when the board decided. */
export type ChangedSince =
  | { readonly what: 'opinionAmended' | 'opinionAdded'; readonly opinion: Opinion }
  | { readonly what: 'documentAdded' | 'documentRemoved'; readonly document: CaseDocument };

/** Opinions first, then papers; each by when it changed. What was decided itself never changes. */
export const changedSince = (then: CaseState, now: CaseState): readonly ChangedSince[] => {
  const seen = opinionsInForce(then);
  const newer = Object.values(now.opinions).filter(({ id }) => then.opinions[id] === undefined).sort((a, b) => a.signedAt.localeCompare(b.signedAt));
  const documents = Object.values(now.documents);
  return [
    ...newer.map((opinion): ChangedSince => ({ what: seen.some(({ taskId }) => taskId === opinion.taskId) ? 'opinionAmended' : 'opinionAdded', opinion })),
    ...documents.filter(({ id }) => then.documents[id] === undefined).map((document): ChangedSince => ({ what: 'documentAdded', document })),
    ...documents.filter(({ id, removedAt }) => removedAt !== null && then.documents[id]?.removedAt === null).map((document): ChangedSince => ({ what: 'documentRemoved', document })),
  ];
};

/** Fields of a form that are answered otherwise now. */
export const changedFields = (then: FormAnswers, now: FormAnswers): readonly string[] =>
  [...new Set([...Object.keys(then), ...Object.keys(now)])].filter((field) => !sameValue(then[field], now[field]));
