import type { Context } from '../core/context.js';
import { dateAt, endOfDate, isDate } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { cancelTasks, completeTask, pauseTask, reopenTask, resumeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasks, openTasksOf, type Task } from '../tasks/task.js';
import { isInForce, missingConsents, neededConsents } from './consents.js';
import type { CaseCommand } from './definition.js';
import type { CaseEvent } from './events.js';
import { isOver } from './gates.js';
import { holdReasons, type ConsentPurpose } from './lists.js';
import { actorId, caseManager, oneOf, onCase, originCaseManager, referrer } from './may.js';
import { notUnderWay, over } from './under-way.js';
import type { CaseState } from './state.js';

/** Somebody answers for every hold: a case manager is asked on the resume-by date, in the zone of the hospital that holds. */
const resumeTaskOf = (state: CaseState, context: Context, resumeBy: string, side: 'host' | 'origin'): CaseEvent => {
  const institutionId = side === 'host' ? state.hostInstitutionId : state.originInstitutionId;
  return taskCreated(state, context, {
    kind: 'resumeHold', stage: openTasks(state.tasks)[0]?.stage ?? 'intake', dueAt: endOfDate(resumeBy, context.calendars.zone(institutionId)),
    offer: { institutionId, role: 'caseManager', discipline: null }, ownerId: side === 'host' ? state.hostCaseManagerId : state.originCaseManagerId,
  });
};

/**
 * Puts the case on hold with a resume-by date: the allowances of its tasks stop, waiting-time clocks never do. text: note.
 * Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, CASE.REASON_UNKNOWN, CASE.RESUME_BY_NOT_AHEAD.
 */
export const holdCase: CaseCommand<'holdCase'> = {
  type: 'holdCase', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, { reason, resumeBy }, context) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    if (!holdReasons.some((known) => known === reason)) return refuse('CASE.REASON_UNKNOWN', { reason }, 'reason');
    if (!isDate(resumeBy) || resumeBy <= dateAt(context.now, context.calendars.zone(state.hostInstitutionId))) return refuse('CASE.RESUME_BY_NOT_AHEAD', { resumeBy }, 'resumeBy');
    return [
      event('CaseHeld', { reason, resumeBy, noteTextId: context.text('note') }),
      ...openTasks(state.tasks).flatMap((task) => pauseTask(task, 'onHold')),
      resumeTaskOf(state, context, resumeBy, 'host'),
    ];
  },
};

/** What a withdrawn consent ended begins again, with its whole allowance; not the chair's item, because the case left the agenda and is listed anew. */
export const endedByConsent = (state: CaseState): readonly Task[] => Object.values(state.tasks).filter((task) => task.result === 'cancelled:consentWithdrawn' && !['recordConsent', 'decide', 'resumeHold'].includes(task.kind) && task.round === state.round);

/** The case goes on where it stood; clocks run again from what they had left. Refused: CASE.OVER, CASE.NOT_ON_HOLD, INTAKE.CONSENT_MISSING (after a withdrawn consent). */
export const resumeCase: CaseCommand<'resumeCase'> = {
  type: 'resumeCase', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, _data, context) => {
    if (isOver(state)) return over(state, context);
    if (state.status !== 'onHold' || state.hold === null) return refuse('CASE.NOT_ON_HOLD');
    const missing = missingConsents(state, context.now);
    const reopened = state.hold.reason === 'consentWithdrawn' ? endedByConsent(state) : [];
    if (state.hold.reason === 'consentWithdrawn' && missing.length > 0) return refuse('INTAKE.CONSENT_MISSING', { purposes: missing }, 'consents');
    return [
      event('CaseResumed', {}),
      ...openTasksOf(state.tasks, 'resumeHold').map((task) => completeTask(task, 'resumed', actorId(context.actor))),
      ...openTasks(state.tasks).filter((task) => task.noDeadlineBecause === 'onHold').flatMap((task) => resumeTask(context, task)),
      ...reopened.map((task) => reopenTask(context, task, 'consentRecorded')),
    ];
  },
};

const daysToAnswer = 30;
const inThirtyDays = (context: Context, zone: string): string => dateAt(new Date(Date.parse(context.now) + daysToAnswer * 86_400_000).toISOString(), zone);

/**
 * The patient takes a consent back. Care or sharing: the case goes on hold, consultants lose it at once, their tasks end, and the
 * origin's case manager has thirty days to settle it (ours). Other purposes are only noted.
 * Refused: CASE.OVER, CONSENT.NOT_IN_FORCE.
 */
export const withdrawConsent: CaseCommand<'withdrawConsent'> = {
  type: 'withdrawConsent', stream: 'case', mayDo: onCase(oneOf(referrer, originCaseManager)),
  decide: (state, { purpose }, context) => {
    if (isOver(state)) return over(state, context);
    if (!isInForce(state, purpose, context.now)) return refuse('CONSENT.NOT_IN_FORCE', { purpose }, 'purpose');
    const withdrawn = event('ConsentWithdrawn', { purpose });
    const stops = isNeeded(state, purpose) && state.status !== 'draft';
    return stops ? [withdrawn, ...stopped(state, context)] : [withdrawn];
  },
};
const isNeeded = (state: CaseState, purpose: ConsentPurpose): boolean => neededConsents(state).includes(purpose);
const stopped = (state: CaseState, context: Context): readonly CaseEvent[] => [
  ...cancelTasks(state, 'consentWithdrawn'),
  ...(state.listed === null ? [] : [event('CaseDelisted', { meetingId: state.listed.meetingId, cause: 'consentWithdrawn' })]),
  ...(state.status === 'onHold' ? [event('CaseResumed', {})] : []),
  ...heldForConsent(state, context),
];

/** On hold until the patient consents again: the origin's case manager has thirty days to settle it. */
export const heldForConsent = (state: CaseState, context: Context): readonly CaseEvent[] => {
  const resumeBy = inThirtyDays(context, context.calendars.zone(state.originInstitutionId));
  return [event('CaseHeld', { reason: 'consentWithdrawn', resumeBy, noteTextId: context.text('note') }), resumeTaskOf(state, context, resumeBy, 'origin')];
};
