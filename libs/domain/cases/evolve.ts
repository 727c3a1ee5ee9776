import type { Instant } from '../core/instant.js';
import type { CaseEvent, CaseEventData, CaseEventType } from './events.js';
import type { CaseState } from './state.js';
import { afterReducers } from './evolve/after.js';
import { discussionReducers, recommendationReducers } from './evolve/discussion.js';
import { intakeReducers } from './evolve/intake.js';
import { caseOpened } from './evolve/opened.js';
import { reviewReducers } from './evolve/review.js';
import { stageReducers } from './evolve/stage.js';
import { taskReducers } from './evolve/task.js';
import { waitingReducers } from './evolve/waiting.js';
import type { Reducers, Stamp } from './evolve/stamp.js';

type Later = Exclude<CaseEventType, 'ReferralOpened'>;
const reducers: Reducers<Later> = {
  ...intakeReducers, ...stageReducers, ...taskReducers, ...reviewReducers, ...discussionReducers, ...recommendationReducers, ...afterReducers, ...waitingReducers,
};
const reduce = <Type extends Later>(state: CaseState, type: Type, data: CaseEventData[Type], stamp: Stamp): CaseState => reducers[type](state, data, stamp);

/**
 * The case after an event. Total over everything ever stored: it judges nothing, so a stream can always be folded again.
 * `streamId` is needed for the first event only, which makes the state. Throws where a stream is not a case's
 * (no first event, a second one, a task or outcome that was never made): a broken assumption, not a refusal.
 */
export const evolveCase = (state: CaseState | null, event: CaseEvent, at: Instant, actorId: string, streamId?: string): CaseState => {
  const stamp: Stamp = { at, actorId, streamId: state?.id ?? streamId ?? '' };
  if (event.type === 'ReferralOpened') {
    if (state !== null || streamId === undefined) throw new Error('A case is opened once, and by its stream id');
    return caseOpened(event.data, stamp);
  }
  if (state === null) throw new Error(`The first event of a case is ReferralOpened, not ${event.type}`);
  return reduce(state, event.type, event.data, stamp);
};

/** Folds events made at one instant by one actor, as a decision does to see what follows from what it just decided. */
export const evolveAll = (state: CaseState, events: readonly CaseEvent[], at: Instant, actorId: string): CaseState =>
  events.reduce((before, event) => evolveCase(before, event, at, actorId), state);
