import { holds } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { actorId, onCase } from '../cases/may.js';
import { firstOf, openTaskOfKindOr } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { nameOf, notUnderWay } from '../cases/under-way.js';
import { cancelTasks, completeTask, deadlineFor } from '../tasks/change.js';
import type { Task } from '../tasks/task.js';
import { firstReading } from './opinion.js';

/** The two who differ: who signed the first reading, and the second one that the task is about. */
export const readersInDispute = (state: CaseState, task: Task): readonly string[] =>
  [firstReading(state)?.signedBy, state.opinions[task.about['opinionId'] ?? '']?.signedBy].filter((id) => id !== undefined);

/** Why this person does not speak for one of the two readings: REVIEW.READERS_ONLY, TASK.CONFLICT_OF_INTEREST. */
const notAReader = (state: CaseState, task: Task, by: string): Refusal | null => {
  if (!readersInDispute(state, task).includes(by)) return refuse('REVIEW.READERS_ONLY', {}, 'how');
  return state.conflicts.includes(by) ? refuse('TASK.CONFLICT_OF_INTEREST') : null;
};

/**
 * What one of the two records as agreed: nothing is settled by it, and the task is the other's now. Recording anew replaces it, so that who doesn't agree says
 * so in words of their own. A colleague can't confirm for who is gone: REVIEW.OTHER_READER_GONE, and a third opinion is the way.
 */
export const recordConsensus = (state: CaseState, context: Context, task: Task, noteTextId: string): readonly CaseEvent[] | Refusal => {
  const by = actorId(context.actor);
  const refusal = notAReader(state, task, by);
  if (refusal !== null) return refusal;
  const other = readersInDispute(state, task).find((id) => id !== by);
  if (other === undefined || context.people.byId(other)?.active !== true || state.conflicts.includes(other)) return refuse('REVIEW.OTHER_READER_GONE', { other: nameOf(context, other ?? null) }, 'how');
  return [
    event('ConsensusRecorded', { taskId: task.id, opinionId: task.about['opinionId'] ?? '', by, confirmBy: other, noteTextId }),
    ...(task.ownerId === other ? [] : [event('TaskAssigned', { taskId: task.id, ownerId: other, deadline: deadlineFor(context, task, other), because: 'assigned' })]),
  ];
};

/**
 * The other of the two pathologists who differed confirms the consensus that was on the screen (`textId`), freshly signed in: only now is it settled.
 * Refused: as every task command, REVIEW.NO_CONSENSUS (nothing recorded, or a reading was amended since), REVIEW.CONSENSUS_CHANGED, REVIEW.CONSENSUS_OWN,
 * REVIEW.READERS_ONLY, TASK.CONFLICT_OF_INTEREST.
 */
export const confirmConsensus: CaseCommand<'confirmConsensus'> = {
  type: 'confirmConsensus', stream: 'case', needsFreshSignIn: true, mayDo: onCase((actor) => holds(actor, 'specialist', undefined, 'pathology')),
  decide: (state, { taskId, textId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'resolveDiscordance', seenVersion);
    if (isRefusal(task)) return task;
    const by = actorId(context.actor);
    const recorded = state.consensus?.[taskId];
    if (recorded === undefined) return refuse('REVIEW.NO_CONSENSUS');
    const refusal = firstOf(notUnderWay(state, context), notAReader(state, task, by), recorded.by === by ? refuse('REVIEW.CONSENSUS_OWN', { other: nameOf(context, recorded.confirmBy) }) : null,
      recorded.textId === textId ? null : refuse('REVIEW.CONSENSUS_CHANGED', { by: nameOf(context, recorded.by), at: recorded.at }));
    if (refusal !== null) return refusal;
    return [
      event('DiscordanceResolved', { opinionId: task.about['opinionId'] ?? '', how: 'consensus', by: recorded.by, confirmedBy: by, noteTextId: recorded.textId }),
      completeTask(task, 'consensus', by), ...cancelTasks(state, 'settled', (one) => one.kind === 'thirdOpinion'),
    ];
  },
};
