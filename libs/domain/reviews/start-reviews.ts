import type { Context } from '../core/context.js';
import type { Discipline } from '../core/actor.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver, readyForDiscussion, readyForReviews } from '../cases/gates.js';
import { caseManager, orProcess } from '../cases/may.js';
import { notUnderWay } from '../cases/under-way.js';
import type { CaseState } from '../cases/state.js';
import { taskCreated } from '../tasks/open-task.js';
import type { Offer } from '../tasks/task.js';

/** A discipline's pool at the host; where the host has nobody of it, at the first partner (the origin first) that has. */
export const poolOf = (state: CaseState, context: Context, discipline: Discipline, except: readonly string[] = []): Offer => {
  const sides = [...new Set([state.hostInstitutionId, state.originInstitutionId, ...context.board.partnerInstitutionIds])];
  const has = (id: string): boolean => context.people.holding('specialist', id, discipline).some((person) => person.active && !except.includes(person.id) && !state.conflicts.includes(person.id));
  return { institutionId: sides.find(has) ?? state.hostInstitutionId, role: 'specialist', discipline };
};

const notReady = (state: CaseState, context: Context, isReady: (state: CaseState) => boolean, move: string): Refusal | null => {
  if (isOver(state) || state.status === 'onHold') return notUnderWay(state, context);
  return state.status === 'open' && isReady(state) ? null : refuse('MOVE.NOT_READY', { move });
};

/** Intake is done: both reviews begin side by side, each offered to its pool with the board's ladder. Refused: CASE.OVER, CASE.ON_HOLD, MOVE.NOT_READY. */
export const startReviews: CaseCommand<'startReviews'> = {
  type: 'startReviews', stream: 'case', mayDo: orProcess(caseManager),
  decide: (state, _data, context) => notReady(state, context, readyForReviews, 'startReviews') ?? [
    event('StageEntered', { stage: 'pathologyReview', round: state.round }),
    taskCreated(state, context, { kind: 'pathologyReview', stage: 'pathologyReview', offer: poolOf(state, context, 'pathology') }),
    event('StageEntered', { stage: 'imagingReview', round: state.round }),
    taskCreated(state, context, { kind: 'imagingReview', stage: 'imagingReview', offer: poolOf(state, context, 'radiology') }),
  ],
};

/** Both reviews are left and nothing contradicts: the board has the case. Refused: CASE.OVER, CASE.ON_HOLD, MOVE.NOT_READY. */
export const enterDiscussion: CaseCommand<'enterDiscussion'> = {
  type: 'enterDiscussion', stream: 'case', mayDo: orProcess(caseManager),
  decide: (state, _data, context) => notReady(state, context, readyForDiscussion, 'enterDiscussion') ?? [event('StageEntered', { stage: 'discussion', round: state.round })],
};
