import { has, t } from '#locales';
import type { BoardFault } from './read-board-definition.js';

/** A fault as a sentence, without its place. */
export const sayBoardFault = ({ code, facts }: BoardFault, lang: string): string => {
  const key = `problems.boardFault.${code}`;
  return has('en', key) ? t(lang, key, { ...facts }) : code;
};
