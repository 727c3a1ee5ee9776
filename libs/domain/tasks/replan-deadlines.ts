import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { caseManager, orProcess } from '../cases/may.js';
import { over } from '../cases/under-way.js';
import { replannedTasks } from './replan.js';

/**
 * Plans the case's open deadlines anew after a change of calendar, leave, owner, zone or time-zone database, or moves the case to a newer
 * version of its board's policy. Told marks never move; one that now lies in the past is told once, at once, as late.
 * Refused: CASE.OVER, TIME.NOTHING_MOVES.
 */
export const replanDeadlines: CaseCommand<'replanDeadlines'> = {
  type: 'replanDeadlines', stream: 'case', mayDo: orProcess(caseManager),
  decide: (state, { cause, policyVersion }, context) => {
    if (isOver(state)) return over(state, context);
    const moves = policyVersion !== undefined && policyVersion !== (state.policyVersion ?? state.boardVersion);
    const tasks = replannedTasks(state, context, moves ? (context.policy ?? null) : null);
    if (tasks.length === 0 && !moves) return refuse('TIME.NOTHING_MOVES', { cause });
    return [event('DeadlinesReplanned', { cause, policyVersion: moves ? policyVersion : null, tasks })];
  },
};
