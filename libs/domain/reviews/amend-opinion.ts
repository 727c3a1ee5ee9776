import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { onCase } from '../cases/may.js';
import { over } from '../cases/under-way.js';
import { onOtherEvidence } from '../recommendations/new-evidence.js';
import { openTasksOf } from '../tasks/task.js';
import { formFault, isMajor, opinionFrom } from './opinion.js';
import { discordanceTask } from './sign-review.js';

/**
 * Replaces a signed opinion by a new version, with a reason in words (text: reason): by who signed it, freshly signed in; the old
 * version stays. After the board has decided on it the chair is asked whether the recommendation holds, and signatures given so far are void. Possible until the case is over. Refused: CASE.OVER, REVIEW.OPINION_UNKNOWN, REVIEW.NOT_YOUR_OPINION, REVIEW.REPLACED_ALREADY,
 * REVIEW.NOTHING_CHANGED, TEXT.NEEDED, and what signing refuses of the form.
 */
export const amendOpinion: CaseCommand<'amendOpinion'> = {
  type: 'amendOpinion', stream: 'case', needsFreshSignIn: true, needs: ['draft'],
  mayDo: onCase((actor, state) => Object.values(state.opinions).some((opinion) => opinion.signedBy === actor.personId)),
  decide: (state, data, context) => {
    if (isOver(state)) return over(state, context);
    const { actor } = context;
    const before = state.opinions[data.opinionId];
    const task = before && state.tasks[before.taskId];
    if (before === undefined || task === undefined) return refuse('REVIEW.OPINION_UNKNOWN');
    if (actor.kind !== 'person' || before.signedBy !== actor.personId) return refuse('REVIEW.NOT_YOUR_OPINION');
    const newest = Math.max(...Object.values(state.opinions).filter((opinion) => opinion.taskId === before.taskId).map((opinion) => opinion.version));
    if (newest !== before.version) return refuse('REVIEW.REPLACED_ALREADY', { version: newest });
    const reason = context.text('reason');
    if (reason === null) return refuse('TEXT.NEEDED', { field: 'reason' }, 'reason');
    const fault = formFault(context, task, data);
    if (fault !== null) return fault;
    if (context.draft?.hash === before.hash && data.discordance === before.discordance) return refuse('REVIEW.NOTHING_CHANGED');
    const opinion = opinionFrom(context, actor, task, data, before.version + 1);
    const asksAnew = !isMajor(before.discordance) && openTasksOf(state.tasks, 'resolveDiscordance').length === 0;
    return [event('OpinionAmended', { opinion, replaces: before.id, reasonTextId: reason }), ...(asksAnew ? discordanceTask(state, context, opinion) : []), ...onOtherEvidence(state, context, opinion)];
  },
};
