import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { request } from '../api/http.js';
import type { BoardDefinitionDto, CaseMovesDto, CheckedBoardDto } from '../generated/types.gen.js';

/** Query names that a published version or a moved case makes old. */
export const boardQueries = ['board-definition', 'board-moves', 'boards', 'policy', 'cases'] as const;

export const useBoardDefinition = (boardId: string) => useQuery({ queryKey: ['board-definition', boardId], queryFn: ({ signal }) => request<BoardDefinitionDto>(`/api/boards/${boardId}/definition`, { signal }) });
export const checkBoard = (boardId: string, definition: object) => request<CheckedBoardDto>(`/api/boards/${boardId}/definition/check`, { method: 'POST', body: { definition } });

/** Open cases on earlier versions, page by page. */
export const useCaseMoves = (boardId: string) => useInfiniteQuery({
  queryKey: ['board-moves', boardId], initialPageParam: '',
  queryFn: ({ signal, pageParam }) => request<CaseMovesDto>(`/api/boards/${boardId}/moves${pageParam === '' ? '' : `?after=${pageParam}`}`, { signal }),
  getNextPageParam: (page) => page.next ?? undefined,
});
