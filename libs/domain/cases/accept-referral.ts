import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import { cancelTask, cancelTasks, completeTask } from '../tasks/change.js';
import { openTasksOf } from '../tasks/task.js';
import { missingItems } from './completeness.js';
import { missingConsents } from './consents.js';
import type { CaseCommand } from './definition.js';
import type { CaseEvent } from './events.js';
import { isActive } from './gates.js';
import { rejectReasons } from './lists.js';
import { actorId, hostCaseManager, hostChair, onCase, oneOf } from './may.js';
import { notUnderWay } from './under-way.js';
import type { CaseState } from './state.js';

const notInIntake = (state: CaseState, context: Context): Refusal | null => notUnderWay(state, context) ?? (isActive(state, 'intake') ? null : refuse('INTAKE.OVER', { since: state.stages.intake.leftAt }));

/** Consent blocks always; only an emergency goes on while its consent is a task. */
const withoutConsent = (state: CaseState, context: Context): Refusal | null => {
  const missing = missingConsents(state, context.now);
  return missing.length > 0 && state.emergencyBegunBy === null ? refuse('INTAKE.CONSENT_MISSING', { purposes: missing }, 'consents') : null;
};

const intakeDone = (state: CaseState, context: Context, result: string): readonly CaseEvent[] => [
  ...openTasksOf(state.tasks, 'triage').map((task) => completeTask(task, result, actorId(context.actor))),
  ...openTasksOf(state.tasks, 'provideInformation').map((task) => cancelTask(task, 'notNeeded')),
  event('StageLeft', { stage: 'intake', round: state.round, skipped: false }),
];

/** The file is complete and the board takes the case. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, INTAKE.OVER, INTAKE.CONSENT_MISSING, INTAKE.INCOMPLETE (items). */
export const acceptReferral: CaseCommand<'acceptReferral'> = {
  type: 'acceptReferral', stream: 'case', mayDo: onCase(hostCaseManager),
  decide: (state, _data, context) => {
    const refusal = notInIntake(state, context) ?? withoutConsent(state, context);
    if (refusal !== null) return refusal;
    const missing = missingItems(state, context.board);
    if (missing.length > 0) return refuse('INTAKE.INCOMPLETE', { items: missing });
    return [event('ReferralAccepted', { by: actorId(context.actor) }), ...intakeDone(state, context, 'accepted')];
  },
};

/**
 * Takes the case although items are missing: by a case manager or the chair of the host, with a code and a reason in words
 * (text: reason). Consent can't be overridden. Refused: as accepting, and TEXT.NEEDED, INTAKE.NOTHING_TO_OVERRIDE.
 */
export const overrideIntake: CaseCommand<'overrideIntake'> = {
  type: 'overrideIntake', stream: 'case', mayDo: onCase(oneOf(hostCaseManager, hostChair)),
  decide: (state, { code }, context) => {
    const refusal = notInIntake(state, context) ?? withoutConsent(state, context);
    if (refusal !== null) return refusal;
    const missing = missingItems(state, context.board);
    const reason = context.text('reason');
    if (reason === null) return refuse('TEXT.NEEDED', { field: 'reason' }, 'reason');
    if (missing.length === 0) return refuse('INTAKE.NOTHING_TO_OVERRIDE');
    if (code === 'chairsDecision' && !isChair(context, state)) return refuse('INTAKE.CHAIRS_DECISION_ONLY', {}, 'code');
    return [event('IntakeOverridden', { code, missing, reasonTextId: reason }), ...intakeDone(state, context, `overridden:${code}`)];
  },
};
const isChair = (context: Context, state: CaseState): boolean => context.actor.kind === 'person' && hostChair(context.actor, state, context);

/** The board does not take the case; everything open on it ends. text: note. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, INTAKE.OVER, CASE.REASON_UNKNOWN. */
export const rejectReferral: CaseCommand<'rejectReferral'> = {
  type: 'rejectReferral', stream: 'case', mayDo: onCase(oneOf(hostCaseManager, hostChair)),
  decide: (state, { reason }, context) => {
    const refusal = notInIntake(state, context);
    if (refusal !== null) return refusal;
    if (!rejectReasons.some((known) => known === reason)) return refuse('CASE.REASON_UNKNOWN', { reason }, 'reason');
    const triage = openTasksOf(state.tasks, 'triage');
    return [
      ...triage.map((task) => completeTask(task, 'rejected', actorId(context.actor))),
      ...cancelTasks(state, 'rejected', (task) => task.kind !== 'triage'),
      event('StageLeft', { stage: 'intake', round: state.round, skipped: false }),
      event('ReferralRejected', { reason, noteTextId: context.text('note') }),
    ];
  },
};
