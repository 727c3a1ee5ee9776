import { useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { ItemRequestDto, PreparationDto, TreatmentSourceDto } from '../generated/types.gen.js';

/** What the file misses, of whom it is asked, and what was done before. */
export function usePreparation(caseId: string, enabled = true) {
  return useQuery({ queryKey: ['case', caseId, 'preparation'], enabled, queryFn: ({ signal }) => request<PreparationDto>(`/api/cases/${caseId}/preparation`, { signal }) });
}

export const isOpenRequest = ({ task }: Pick<ItemRequestDto, 'task'>): boolean => task.closedAt === null;
export const requestFor = (requests: readonly ItemRequestDto[], item: string): ItemRequestDto | undefined => requests.find((each) => isOpenRequest(each) && each.item === item);
export const requestById = (requests: readonly ItemRequestDto[], taskId: string | null): ItemRequestDto | undefined => requests.find(({ task }) => task.id === taskId);

/** What is asked for: an item of the data set, or a treatment's papers. */
export type Wanted = { item: string; required: boolean } | { treatment: TreatmentSourceDto };
