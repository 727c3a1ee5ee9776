import { event } from '../core/event.js';
import { isRefusal, refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { actorId, hostChair, onCase, oneOf, originCaseManager } from '../cases/may.js';
import { firstOf, wordless } from '../cases/refusals.js';
import { notUnderWay } from '../cases/under-way.js';
import { backToDiscussion, transferUnderWay } from './back-to-discussion.js';
import { secondOpinionTask } from './second-opinion-elsewhere.js';
import { inForce } from './sign-recommendation.js';

/**
 * A second opinion is asked for, with a coded reason and words (text: note), by the origin or the board's chair. Of the same board: it speaks again, in a new round, and
 * what it said stays readable and in force until then. Of another: both sides are told, and the origin sends it there and brings the answer in (a task). Refused: RECOMMENDATION.SUPERSEDED,
 * LETTER.NOT_SENT, TEXT.NEEDED, TRANSFER.ONE_IS_LIVE (same board).
 */
export const askSecondOpinion: CaseCommand<'askSecondOpinion'> = {
  type: 'askSecondOpinion', stream: 'case',
  mayDo: onCase(oneOf((actor, state) => actor.personId === state.referrerId, originCaseManager, hostChair)),
  decide: (state, { outcomeId, reason, where }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    const task = where === 'otherBoard' ? secondOpinionTask(state, context, outcomeId) : null;
    const taskId = task?.type === 'TaskCreated' ? task.data.task.id : undefined;
    return firstOf(notUnderWay(state, context), outcome.letterSentAt === null ? refuse('LETTER.NOT_SENT', {}) : null, wordless(context, 'note'), where === 'sameBoard' ? transferUnderWay(state) : null) ?? [
      event('SecondOpinionAsked', { outcomeId, reason, where, by: actorId(context.actor), noteTextId: context.text('note'), ...(taskId === undefined ? {} : { taskId }) }),
      ...(task === null ? backToDiscussion(state, 'secondOpinion', context.text('note')) : [task]),
    ];
  },
};
