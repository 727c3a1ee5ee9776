import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { BoardSawDto, OutcomeDto } from '../generated/types.gen.js';

/** Query names that a change of an outcome makes old. */
export const outcomeQueries = ['outcome', 'case', 'cases', 'inbox', 'task', 'history', 'meeting'] as const;

/** What the board decided, with its words, signatures and letters. */
export function useOutcome(caseId: string, outcomeId: string) {
  return useQuery({ queryKey: ['outcome', caseId, outcomeId], queryFn: ({ signal }) => request<OutcomeDto>(`/api/cases/${caseId}/outcomes/${outcomeId}`, { signal }) });
}

/** What lay before the board when it decided: asked for once somebody wants to see it. */
export function useBoardSaw(caseId: string, outcomeId: string, enabled: boolean) {
  return useQuery({ queryKey: ['outcome', caseId, outcomeId, 'saw'], enabled, queryFn: ({ signal }) => request<BoardSawDto>(`/api/cases/${caseId}/outcomes/${outcomeId}/board-saw`, { signal }) });
}

/** A text among an outcome's; null where there is none, or where it was erased. */
export function textOf(outcome: OutcomeDto, field: keyof OutcomeDto['texts']): { text: string; language: string | null } | null {
  const found = outcome.texts[field];
  return found?.text ? { text: found.text, language: found.language } : null;
}
