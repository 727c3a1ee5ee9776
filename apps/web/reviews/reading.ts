import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { ComputedDto, OpinionDto, OpinionSourcesDto, OpinionViewDto, ReviewViewDto } from '../generated/types.gen.js';
import type { Answers } from '../kit/form/definition.js';

/** Query names that a change of a review makes old. */
export const reviewQueries = ['review', 'opinion', 'inbox', 'task', 'case', 'cases', 'history'] as const;

export const reviewKey = (caseId: string, taskId: string): readonly string[] => ['review', caseId, taskId];
export const askReview = (caseId: string, taskId: string, signal?: AbortSignal) => request<ReviewViewDto>(`/api/cases/${caseId}/reviews/${taskId}`, { signal });

/** The review: evidence and form. */
export function useReview(caseId: string, taskId: string) {
  return useQuery({ queryKey: reviewKey(caseId, taskId), queryFn: ({ signal }) => askReview(caseId, taskId, signal) });
}

/** A signed opinion with its answers. */
export function useOpinion(caseId: string, opinionId: string, enabled = true) {
  return useQuery({ queryKey: ['opinion', caseId, opinionId], enabled, queryFn: ({ signal }) => request<OpinionViewDto>(`/api/cases/${caseId}/opinions/${opinionId}`, { signal }) });
}

/** Whom the board can ask for an opinion. */
export function useOpinionSources(caseId: string) {
  return useQuery({ queryKey: ['case', caseId, 'opinion-sources'], queryFn: ({ signal }) => request<OpinionSourcesDto>(`/api/cases/${caseId}/opinion-requests/sources`, { signal }) });
}

/** What follows from the draft as last saved: asked again with each version; nothing for an amendment, whose draft is another. */
export function useComputed(caseId: string, taskId: string, version: number, enabled: boolean) {
  return useQuery({
    queryKey: ['review', caseId, taskId, 'computed', version], placeholderData: keepPreviousData, enabled,
    queryFn: ({ signal }) => request<ComputedDto>(`/api/cases/${caseId}/reviews/${taskId}/computed`, { signal }),
  });
}

/** Answers as the api gives them: an object whose shape the server has checked. */
export const answersIn = (said: Record<string, unknown>): Answers => said as Answers;

/** Opinions that no newer version has replaced. */
export const inForce = (opinions: readonly OpinionDto[]): OpinionDto[] => opinions.filter((opinion) => opinion.replacedBy === null);
