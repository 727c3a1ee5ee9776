import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { currentOutcome } from '../cases/gates.js';
import { actorId, onCase, oneOf, originCaseManager } from '../cases/may.js';
import { firstOf, openTaskOfKindOr, wordless } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf, type Task } from '../tasks/task.js';

const forTheOrigin = onCase(oneOf((actor, state) => actor.personId === state.referrerId, originCaseManager));

/** Asked of another board, it is the origin's to send and to bring in: a task with the board's own clock (ours: 15 working days). */
export const secondOpinionTask = (state: CaseState, context: Context, outcomeId: string): CaseEvent => taskCreated(state, context, {
  kind: 'secondOpinion', stage: 'recommendation', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.originCaseManagerId, about: { outcomeId },
});

const asked = (state: CaseState, task: Task) => state.outcomes[task.about['outcomeId'] ?? '']?.secondOpinions?.find(({ taskId }) => taskId === task.id);
const sentAlready = (state: CaseState, task: Task): Refusal | null => { const sent = asked(state, task)?.sent; return sent === undefined ? null : refuse('SECOND_OPINION.SENT_ALREADY', { at: sent.at }); };

/** What was sent, and to whom (texts: recipient, note): who asks later reads it here. Refused: as every task command; TEXT.NEEDED, SECOND_OPINION.SENT_ALREADY (when). */
export const sendSecondOpinion: CaseCommand<'sendSecondOpinion'> = {
  type: 'sendSecondOpinion', stream: 'case',
  mayDo: forTheOrigin,
  decide: (state, { taskId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'secondOpinion', seenVersion);
    if (isRefusal(task)) return task;
    return firstOf(notUnderWay(state, context), sentAlready(state, task), wordless(context, 'recipient', 'note')) ?? [
      event('SecondOpinionSent', { outcomeId: task.about['outcomeId'] ?? '', taskId, by: actorId(context.actor), recipientTextId: context.text('recipient'), noteTextId: context.text('note') }),
    ];
  },
};

/**
 * The answer is there, or it is known that none comes (text: note). Where it differs from a recommendation in force the host's chair is asked whether that holds, as after an amended
 * opinion. Refused: as every task command; TEXT.NEEDED.
 */
export const recordSecondOpinion: CaseCommand<'recordSecondOpinion'> = {
  type: 'recordSecondOpinion', stream: 'case',
  mayDo: forTheOrigin,
  decide: (state, { taskId, answer }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'secondOpinion', seenVersion);
    if (isRefusal(task)) return task;
    const by = actorId(context.actor);
    return firstOf(notUnderWay(state, context), wordless(context, 'note')) ?? [
      event('SecondOpinionReceived', { outcomeId: task.about['outcomeId'] ?? '', taskId, answer, by, noteTextId: context.text('note') }),
      completeTask(task, answer, by, { noteTextId: context.text('note') }),
      ...(answer === 'differs' ? doesItHold(state, context, task) : []),
    ];
  },
};

const doesItHold = (state: CaseState, context: Context, task: Task): readonly CaseEvent[] => {
  const outcome = currentOutcome(state);
  if (outcome === null || outcome.id !== task.about['outcomeId'] || openTasksOf(state.tasks, 'confirmOutcome').length > 0) return [];
  return [taskCreated(state, context, {
    kind: 'confirmOutcome', stage: 'recommendation', offer: { institutionId: state.hostInstitutionId, role: 'chair', discipline: null }, ownerId: outcome.chairId, about: { outcomeId: outcome.id, opinion: 'secondOpinion' },
    ...(context.board.ladders['confirmOutcome'] === undefined ? { ladder: 'resolveDiscordance' } : {}),
  })];
};
