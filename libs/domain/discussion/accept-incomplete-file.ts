import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive } from '../cases/gates.js';
import { firstOf, outside, wordless } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { actorId, hostChair, onCase } from '../cases/may.js';
import { notUnderWay } from '../cases/under-way.js';
import { cancelTasks } from '../tasks/change.js';
import { opinionsInForce } from './missing.js';

const reviews = ['pathologyReview', 'imagingReview'] as const;

/** A review stage that is still at work ends: without any opinion it counts as skipped, and nobody is asked for one any more. */
const endReview = (state: CaseState, stage: (typeof reviews)[number]): readonly CaseEvent[] => {
  const signed = opinionsInForce(state).some(({ kind }) => kind === (stage === 'imagingReview' ? 'imaging' : 'pathology'));
  return [...cancelTasks(state, 'incompleteFileAccepted', (task) => task.stage === stage), event('StageLeft', { stage, round: state.round, skipped: !signed })];
};

/**
 * The chair takes the file as it is, with a reason: reviews that are still open end, and the case goes on to the discussion. In the
 * discussion it keeps a listed case on the agenda at the cut. Refused: TEXT.NEEDED (reason), CASE.STAGE_NOT_ACTIVE, DISCUSSION.ALREADY_ACCEPTED.
 */
export const acceptIncompleteFile: CaseCommand<'acceptIncompleteFile'> = {
  type: 'acceptIncompleteFile', stream: 'case',
  mayDo: onCase(hostChair),
  decide: (state, _data, context) => {
    const open = reviews.filter((stage) => isActive(state, stage));
    return firstOf(notUnderWay(state, context), open.length > 0 ? null : outside(state, 'discussion'),
      state.incompleteFileAcceptedBy === null ? null : refuse('DISCUSSION.ALREADY_ACCEPTED', {}), wordless(context, 'reason'))
      ?? [event('IncompleteFileAccepted', { by: actorId(context.actor), reasonTextId: context.text('reason') }), ...open.flatMap((stage) => endReview(state, stage))];
  },
};
