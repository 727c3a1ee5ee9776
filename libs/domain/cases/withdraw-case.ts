import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { cancelTasks } from '../tasks/change.js';
import type { CaseCommand } from './definition.js';
import { isOver } from './gates.js';
import { withdrawReasons } from './lists.js';
import { caseManager, oneOf, onCase, referrer } from './may.js';
import { over } from './under-way.js';

/** Takes the case back, from any stage; everything open on it ends, nobody is reminded of it again. text: note. Refused: CASE.OVER (how, by whom, when), CASE.REASON_UNKNOWN. */
export const withdrawCase: CaseCommand<'withdrawCase'> = {
  type: 'withdrawCase', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, { reason }, context) => {
    if (isOver(state)) return over(state, context);
    if (!withdrawReasons.some((known) => known === reason)) return refuse('CASE.REASON_UNKNOWN', { reason }, 'reason');
    return [...cancelTasks(state, 'withdrawn'), event('CaseWithdrawn', { reason, noteTextId: context.text('note') })];
  },
};
