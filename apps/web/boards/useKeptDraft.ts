import { useState } from 'react';
import { isDefinition, type Definition } from './definition.js';

const place = (boardId: string, version: number) => `consilium.board-draft.${boardId}.${version}`;

/** What is typed and not published, in this browser: no patient stands in a definition. Storage can be full or shut; then it lasts as long as the page. */
function read(key: string): Definition | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isDefinition(kept) ? kept : null;
  } catch {
    return null;
  }
}
function write(key: string, draft: Definition | null): void {
  try {
    if (draft === null) localStorage.removeItem(key); else localStorage.setItem(key, JSON.stringify(draft));
  } catch { /* it lasts as long as the page */ }
}

/** The next version of a board as far as it is made: it survives a reload, and ends with the version that it began on. */
export function useKeptDraft(boardId: string, version: number): readonly [Definition | null, (draft: Definition | null) => void] {
  const key = place(boardId, version);
  const [kept, setKept] = useState(() => ({ key, draft: read(key) }));
  const draft = kept.key === key ? kept.draft : read(key);
  return [draft, (next) => { write(key, next); setKept({ key, draft: next }); }];
}
