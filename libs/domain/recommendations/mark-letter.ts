import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { onlyProcess } from '../cases/may.js';
import { lettersToMark } from './recalled-letters.js';

/**
 * A copy of a letter that was called back, with that on each of its pages, was made and stored: the signed bytes stay as they are. Its hash is in the event, so that the copy
 * is known where it is checked. Possible whatever stage the case is in. Refused: LETTER.NOT_TO_BE_MARKED (not called back, or its copy says all there is to say).
 */
export const attachMarkedLetter: CaseCommand<'attachMarkedLetter'> = {
  type: 'attachMarkedLetter', stream: 'case',
  mayDo: onlyProcess,
  decide: (state, { outcomeId, of, fileId, sha256, replacedAt }) => {
    const wanted = lettersToMark(state).find((one) => one.outcomeId === outcomeId && one.of.sha256 === of);
    if (wanted === undefined) return refuse('LETTER.NOT_TO_BE_MARKED', {});
    return [event('LetterMarked', { outcomeId, of, copy: { fileId, sha256, replacedAt } })];
  },
};
