import { useQuery } from '@tanstack/react-query';
import { itemKey } from '#locales';
import { request } from '../api/http.js';
import type { BoardsDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { ownWord } from '../kit/form/own-words.js';

/** A data-set item by its name where its form is not at hand: the catalogues' word, else the hospital's own from whichever board asks it. */
export function useItemName(): (id: string) => string {
  const t = useT();
  const lang = useLanguage();
  const boards = useQuery({ queryKey: ['boards'], queryFn: ({ signal }) => request<BoardsDto>('/api/boards', { signal }) });
  return (id) => {
    const key = itemKey(id);
    if (key !== null) return t(key);
    return boards.data?.items.map(({ ownWords }) => ownWord(ownWords[id], lang)).find((word) => word !== undefined) ?? id;
  };
}
