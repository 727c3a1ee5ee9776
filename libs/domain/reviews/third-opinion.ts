import { holds } from '../core/actor.js';
import { event } from '../core/event.js';
import { isRefusal, refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { actorId, caseManager, hostChair, onCase, oneOf } from '../cases/may.js';
import { firstOf, openTaskOfKindOr, wordless } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay, ownTaskOr } from '../cases/under-way.js';
import { completeTask } from '../tasks/change.js';
import { receiverOf } from '../tasks/claim-task.js';
import { openTask } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';
import { poolOf } from './start-reviews.js';

/** Who signed one of the two pathology readings. */
export const pathologyReaders = (state: CaseState): readonly string[] =>
  Object.values(state.opinions).filter(({ kind }) => kind === 'pathology' || kind === 'secondPathology').map((opinion) => opinion.signedBy);

/**
 * Asks a pathologist who signed neither reading how a major discordance is to be settled: a named one, or the pool. By a pathologist, a case manager or
 * the host's chair. Refused: as every task command, REVIEW.THIRD_ASKED_ALREADY, REVIEW.THIRD_READER_NEEDED, and what giving a task to a person refuses.
 */
export const askThirdOpinion: CaseCommand<'askThirdOpinion'> = {
  type: 'askThirdOpinion', stream: 'case', mayDo: onCase(oneOf(caseManager, hostChair, (actor) => holds(actor, 'specialist', undefined, 'pathology'))),
  decide: (state, { taskId, personId }, context, seenVersion) => {
    const discordance = openTaskOfKindOr(state, context, taskId, 'resolveDiscordance', seenVersion);
    if (isRefusal(discordance)) return discordance;
    const refusal = firstOf(notUnderWay(state, context),
      openTasksOf(state.tasks, 'thirdOpinion').length === 0 ? null : refuse('REVIEW.THIRD_ASKED_ALREADY', { at: openTasksOf(state.tasks, 'thirdOpinion')[0]?.createdAt ?? null }),
      personId !== null && pathologyReaders(state).includes(personId) ? refuse('REVIEW.THIRD_READER_NEEDED', {}, 'personId') : null);
    if (refusal !== null) return refusal;
    const asTask = (ownerId: string | null) => openTask(state, context, {
      kind: 'thirdOpinion', stage: 'pathologyReview', offer: poolOf(state, context, 'pathology', pathologyReaders(state)), ownerId, about: { taskId, opinionId: discordance.about['opinionId'] ?? '' }, ladder: 'resolveDiscordance',
    });
    const receiver = personId === null ? null : receiverOf(state, asTask(null), personId, context, 'personId');
    if (receiver !== null && typeof receiver !== 'string') return receiver;
    const task = asTask(receiver);
    return [event('ThirdOpinionAsked', { taskId, thirdTaskId: task.id, personId: receiver, noteTextId: context.text('note') }), event('TaskCreated', { task })];
  },
};

/**
 * The third opinion, by its owner, freshly signed in and in words (text: note): which reading it bears out. It settles the discordance.
 * Refused: as every task command, TASK.NOT_YOURS, REVIEW.THIRD_READER_NEEDED, TEXT.NEEDED.
 */
export const giveThirdOpinion: CaseCommand<'giveThirdOpinion'> = {
  type: 'giveThirdOpinion', stream: 'case', needsFreshSignIn: true, mayDo: onCase((actor) => holds(actor, 'specialist', undefined, 'pathology')),
  decide: (state, { taskId, bearsOut }, context, seenVersion) => {
    const asked = openTaskOfKindOr(state, context, taskId, 'thirdOpinion', seenVersion);
    if (isRefusal(asked)) return asked;
    const task = ownTaskOr(state, context, taskId, seenVersion);
    if (isRefusal(task)) return task;
    const by = actorId(context.actor);
    const refusal = firstOf(notUnderWay(state, context), pathologyReaders(state).includes(by) ? refuse('REVIEW.THIRD_READER_NEEDED', {}, 'bearsOut') : null, wordless(context, 'note'));
    if (refusal !== null) return refusal;
    return [
      event('DiscordanceResolved', { opinionId: task.about['opinionId'] ?? '', how: 'thirdOpinion', by, noteTextId: context.text('note'), bearsOut }),
      completeTask(task, `bearsOut:${bearsOut}`, by), ...openTasksOf(state.tasks, 'resolveDiscordance').map((one) => completeTask(one, 'thirdOpinion', by)),
    ];
  },
};
