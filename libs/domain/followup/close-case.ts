import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { missingConsents } from '../cases/consents.js';
import { evolveAll } from '../cases/evolve.js';
import { activeStages, isOver, notStarted } from '../cases/gates.js';
import { endedByConsent, heldForConsent } from '../cases/hold-case.js';
import { stages } from '../cases/stages.js';
import { actorId, caseManager, hostChair, onCase, oneOf, orProcess } from '../cases/may.js';
import { firstOf, shutGate, wordless } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay, over } from '../cases/under-way.js';
import { readyMoves } from '../cases/process.js';
import { cancelTasks, completeTask, pauseTask, reopenTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasks, openTasksOf } from '../tasks/task.js';
import { liveTransfer } from '../transfers/live.js';

/** Somebody of the host has to say how the case ended, or that it is discussed anew. */
const askToClose = (state: CaseState, context: Context): CaseEvent => taskCreated(state, context, {
  kind: 'closeCase', stage: 'followUp', offer: { institutionId: state.hostInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.hostCaseManagerId,
});

/** Nothing is left to do: stages that never began count as skipped, and the host's case manager is asked for the closure reason. Refused: MOVE.NOT_READY. */
export const finishCase: CaseCommand<'finishCase'> = {
  type: 'finishCase', stream: 'case',
  mayDo: orProcess(caseManager),
  decide: (state, _data, context) => firstOf(notUnderWay(state, context), shutGate(readyMoves(state).some(({ name }) => name === 'finishCase'), 'finishCase')) ?? [
    ...stages.filter((stage) => notStarted(state, stage)).map((stage) => event('StageLeft', { stage, round: state.round, skipped: true })),
    askToClose(state, context),
  ],
};

/** A transfer that is under way is ended first, with its own cause: it never stays behind a closed case (H25). */
const transferLive = (state: CaseState): Refusal | null => {
  const live = liveTransfer(state);
  return live === null ? null : refuse('TRANSFER.ONE_IS_LIVE', { status: live.status, since: live.history[0]?.at ?? null });
};

/**
 * The case is closed with a coded reason, at any time after it was submitted, also on hold. Every open task ends; the stages stay as they are, so that
 * a case closed by mistake goes on where it was. Refused: CASE.OVER, CASE.DRAFT, TRANSFER.ONE_IS_LIVE.
 */
export const closeCase: CaseCommand<'closeCase'> = {
  type: 'closeCase', stream: 'case',
  mayDo: onCase(caseManager),
  decide: (state, { reason }, context) => firstOf(state.status === 'onHold' ? null : notUnderWay(state, context), transferLive(state)) ?? [
    ...(state.listed === null ? [] : [event('CaseDelisted', { meetingId: state.listed.meetingId, cause: 'caseClosed' })]),
    ...openTasksOf(state.tasks, 'closeCase').map((task) => completeTask(task, reason, actorId(context.actor))),
    ...cancelTasks(state, 'caseClosed', (task) => task.kind !== 'closeCase'),
    event('CaseClosed', { reason, noteTextId: context.text('note') }),
  ],
};

/** What closing (or withdrawing) ended is open again, with its whole allowance. The chair's agenda item is not: the case is listed anew. */
const tasksAgain = (state: CaseState, context: Context): readonly CaseEvent[] => Object.values(state.tasks)
  .filter((task) => ['cancelled:caseClosed', 'cancelled:withdrawn'].includes(task.result ?? '') && task.round === state.round && task.kind !== 'decide' && task.kind !== 'resumeHold')
  .map((task) => reopenTask(context, task, 'caseReopened'));

/** Closed while a withdrawn consent had stopped it: what that ended is open again once the patient consents, and until then the case is on hold as before. */
const afterConsent = (state: CaseState, again: readonly CaseEvent[], context: Context): readonly CaseEvent[] => {
  const ended = endedByConsent(state);
  if (ended.length === 0) return again;
  if (missingConsents(state, context.now).length === 0) return [...again, ...ended.map((task) => reopenTask(context, task, 'caseReopened'))];
  const open = openTasks(evolveAll(state, again, context.now, actorId(context.actor)).tasks);
  return [...again, ...open.flatMap((task) => pauseTask(task, 'onHold')), ...heldForConsent(state, context)];
};

/**
 * A closed case is opened again, with a reason, on the stage where it was: by a case manager or the host's chair. Where no stage was
 * at work, the host's case manager is asked: a new round, or to close it again. Without the consent that it needs it is on hold. Refused: CASE.NOT_CLOSED, TEXT.NEEDED (note).
 */
export const reopenCase: CaseCommand<'reopenCase'> = {
  type: 'reopenCase', stream: 'case',
  mayDo: onCase(oneOf(caseManager, hostChair)),
  decide: (state, { reason }, context) => {
    const refusal = firstOf(state.status === 'closed' ? null : refuse('CASE.NOT_CLOSED', { status: state.status }), wordless(context, 'note'));
    if (refusal !== null) return refusal;
    const again = afterConsent(state, tasksAgain(state, context), context);
    const idle = again.length === 0 && activeStages(state).length === 0;
    return [event('CaseReopened', { reason, noteTextId: context.text('note') }), ...again, ...(idle ? [askToClose(state, context)] : [])];
  },
};

/**
 * The case is discussed anew, from the reviews on: progression, new information, a recurrence. What was decided stays readable and in force until the board
 * has spoken again. By a case manager or the host's chair. Refused: CASE.OVER, CASE.ON_HOLD, ROUND.NOT_DECIDED while this round has no outcome, TRANSFER.ONE_IS_LIVE.
 */
export const openNewRound: CaseCommand<'openNewRound'> = {
  type: 'openNewRound', stream: 'case',
  mayDo: onCase(oneOf(caseManager, hostChair)),
  decide: (state, { reason }, context) => {
    const hasSpoken = state.stages.discussion.status === 'done' || state.stages.discussion.status === 'skipped';
    return firstOf(isOver(state) ? over(state, context) : notUnderWay(state, context), hasSpoken ? null : refuse('ROUND.NOT_DECIDED', {}), transferLive(state)) ?? [
      ...openTasksOf(state.tasks, 'closeCase').map((task) => completeTask(task, 'newRound', actorId(context.actor))),
      ...openTasks(state.tasks).filter((task) => task.kind !== 'closeCase').map((task) => event('TaskCancelled', { taskId: task.id, cause: 'newRound' })),
      event('RoundOpened', { round: state.round + 1, reason, noteTextId: context.text('note') }),
    ];
  },
};
