import { holds } from '../core/actor.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { actorId, onCase } from '../cases/may.js';
import { notUnderWay, openTaskOr, over } from '../cases/under-way.js';
import { cancelTasks, completeTask } from '../tasks/change.js';
import { tasksGivenUp } from '../tasks/claim-task.js';
import { recordConsensus } from './consensus.js';
import { pathologyReaders } from './third-opinion.js';

/**
 * A major discordance between two pathology readings: one of the two who differ records what they agreed (`consensus`), and the other has to confirm it
 * (`confirmConsensus`); or a pathologist who read neither settles it (`thirdOpinion`). By a pathologist, freshly signed in, in words (text: note). Until it is
 * settled the board does not decide. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, REVIEW.NOT_A_DISCORDANCE,
 * REVIEW.THIRD_READER_NEEDED, TEXT.NEEDED; of a consensus REVIEW.READERS_ONLY, REVIEW.OTHER_READER_GONE.
 */
export const resolveDiscordance: CaseCommand<'resolveDiscordance'> = {
  type: 'resolveDiscordance', stream: 'case', needsFreshSignIn: true, mayDo: onCase((actor) => holds(actor, 'specialist', undefined, 'pathology')),
  decide: (state, { taskId, how }, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    const opinionId = task.about['opinionId'];
    if (task.kind !== 'resolveDiscordance' || opinionId === undefined) return refuse('REVIEW.NOT_A_DISCORDANCE', { kind: task.kind });
    const by = actorId(context.actor);
    if (how === 'thirdOpinion' && pathologyReaders(state).includes(by)) return refuse('REVIEW.THIRD_READER_NEEDED', {}, 'how');
    const note = context.text('note');
    if (note === null) return refuse('TEXT.NEEDED', { field: 'note' }, 'note');
    if (how === 'consensus') return recordConsensus(state, context, task, note);
    return [event('DiscordanceResolved', { opinionId, how, by, noteTextId: note }), completeTask(task, how, by), ...cancelTasks(state, 'settled', (one) => one.kind === 'thirdOpinion')];
  },
};

/**
 * A conflict of interest of a person on this case, by the person, or noted by the chair or a case manager: the person counts neither in
 * its decision nor in its quorum, and what the person owned goes back to its pool. Refused: CASE.OVER, CONFLICT.KNOWN.
 */
export const declareConflict: CaseCommand<'declareConflict'> = {
  type: 'declareConflict', stream: 'case',
  mayDo: (actor, state, data, context) => onCase((person) => person.personId === data.personId || holds(person, 'chair', state.hostInstitutionId) || holds(person, 'caseManager', state.hostInstitutionId))(actor, state, data, context),
  decide: (state, { personId }, context) => {
    if (isOver(state)) return over(state, context);
    if (state.conflicts.includes(personId)) return refuse('CONFLICT.KNOWN');
    return [event('ConflictDeclared', { personId }), ...tasksGivenUp(state, context, personId)];
  },
};
