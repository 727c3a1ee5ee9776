import { dateAt } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { caseManager, onCase } from '../cases/may.js';
import type { CaseState } from '../cases/state.js';
import { over } from '../cases/under-way.js';
import { waitingClocksOf, waitingTimesOf, waitingZone } from './clocks.js';
import { waitingPauseReasons } from './definition.js';

const openPause = (state: CaseState) => (state.waiting?.pauses ?? []).find(({ to }) => to === null) ?? null;

/**
 * Stops the running waiting-time clocks that the board's definition lets this reason stop; a hold never does. text: note.
 * Refused: CASE.OVER, CASE.DRAFT, CASE.REASON_UNKNOWN, WAITING.PAUSED_ALREADY (reason, since), WAITING.NOTHING_TO_PAUSE.
 */
export const pauseWaitingTime: CaseCommand<'pauseWaitingTime'> = {
  type: 'pauseWaitingTime', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, { reason }, context) => {
    if (isOver(state)) return over(state, context);
    if (state.submittedAt === null) return refuse('CASE.DRAFT');
    const known = waitingPauseReasons.find((one) => one === reason);
    if (known === undefined) return refuse('CASE.REASON_UNKNOWN', { reason }, 'reason');
    const paused = openPause(state);
    if (paused !== null) return refuse('WAITING.PAUSED_ALREADY', { reason: paused.reason, since: paused.from });
    const running = waitingClocksOf(state, context.board).filter(({ status }) => status === 'running').map(({ code }) => code);
    const clocks = waitingTimesOf(context.board).filter(({ code, pausedBy }) => running.includes(code) && pausedBy.includes(known)).map(({ code }) => code);
    return clocks.length === 0 ? refuse('WAITING.NOTHING_TO_PAUSE', { reason }, 'reason') : [event('WaitingTimePaused', { reason: known, clocks, noteTextId: context.text('note') })];
  },
};

/** The clocks that a pause stopped go on, with the days of the pause not counted. Refused: CASE.OVER, WAITING.NOT_PAUSED. */
export const resumeWaitingTime: CaseCommand<'resumeWaitingTime'> = {
  type: 'resumeWaitingTime', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, _data, context) => {
    if (isOver(state)) return over(state, context);
    return openPause(state) === null ? refuse('WAITING.NOT_PAUSED') : [event('WaitingTimeResumed', {})];
  },
};

/** The dates between which a first treatment can lie: not before the referral, not ahead, by the board's zone. */
export const treatmentDates = (state: CaseState, context: Parameters<CaseCommand<'recordFirstTreatment'>['decide']>[2]): { readonly from: string; readonly to: string } => {
  const zone = waitingZone(context.board);
  return { from: dateAt(state.submittedAt ?? state.openedAt, zone), to: dateAt(context.now, zone) };
};
