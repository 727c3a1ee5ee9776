import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { itemKey } from '#locales';
import { request } from '../api/http.js';
import type { BoardsDto, CaseViewDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { ownWord } from '../kit/form/own-words.js';

/** Own words of the version that a case keeps, for what is said of that case. */
export const CaseWords = createContext<CaseViewDto['ownWords']>({});

/** A data-set item by its name where its form is not at hand: the catalogues' word, else the hospital's own: of the case's version, else of whichever board asks it. */
export function useItemName(): (id: string) => string {
  const t = useT();
  const lang = useLanguage();
  const ofCase = useContext(CaseWords);
  const boards = useQuery({ queryKey: ['boards'], queryFn: ({ signal }) => request<BoardsDto>('/api/boards', { signal }) });
  return (id) => {
    const key = itemKey(id);
    if (key !== null) return t(key);
    return ownWord(ofCase[id], lang) ?? boards.data?.items.map(({ ownWords }) => ownWord(ownWords[id], lang)).find((word) => word !== undefined) ?? id;
  };
}
