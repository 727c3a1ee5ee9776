import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { OutcomeDto } from '../generated/types.gen.js';

/** Query names that a change of an outcome makes old. */
export const outcomeQueries = ['outcome', 'case', 'cases', 'inbox', 'task', 'history', 'meeting'] as const;

/** What the board decided, with its words, signatures and letters. */
export function useOutcome(caseId: string, outcomeId: string) {
  return useQuery({ queryKey: ['outcome', caseId, outcomeId], queryFn: ({ signal }) => request<OutcomeDto>(`/api/cases/${caseId}/outcomes/${outcomeId}`, { signal }) });
}

/** A text among an outcome's, which the description of the api leaves open. */
export function textOf(outcome: OutcomeDto, field: string): { text: string; language: string | null } | null {
  const found: unknown = outcome.texts[field];
  if (typeof found !== 'object' || found === null) return null;
  const text: unknown = Reflect.get(found, 'text');
  const language: unknown = Reflect.get(found, 'language');
  return typeof text === 'string' && text !== '' ? { text, language: typeof language === 'string' ? language : null } : null;
}
