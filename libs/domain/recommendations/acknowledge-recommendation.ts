import { event } from '../core/event.js';
import { dateAt } from '../core/date-in-zone.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive } from '../cases/gates.js';
import { actorId, onCase, oneOf, originCaseManager } from '../cases/may.js';
import { firstOf, outside } from '../cases/refusals.js';
import type { CaseState, Explained, Outcome } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { liveTransfer } from '../transfers/live.js';
import { completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';
import { inForce } from './sign-recommendation.js';

/** The referring clinician, or a case manager of the origin on the clinician's behalf. */
const forTheOrigin = onCase(oneOf((actor, state) => actor.personId === state.referrerId, originCaseManager));

const askPatient = (state: CaseState, context: Context, outcome: Outcome): CaseEvent => taskCreated(state, context, {
  kind: 'recordPatientDecision', stage: 'recommendation', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null },
  ownerId: state.referrerId ?? state.originCaseManagerId, about: { outcomeId: outcome.id },
});

/** The referring clinician has the letter. The patient is asked next, and the follow-up begins by itself. Refused: RECOMMENDATION.SUPERSEDED, LETTER.NOT_SENT, RECOMMENDATION.ACKNOWLEDGED (by whom). */
export const acknowledgeRecommendation: CaseCommand<'acknowledgeRecommendation'> = {
  type: 'acknowledgeRecommendation', stream: 'case',
  mayDo: forTheOrigin,
  decide: (state, { outcomeId }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    const by = actorId(context.actor);
    return firstOf(notUnderWay(state, context), outside(state, 'recommendation'),
      outcome.letterSentAt === null ? refuse('LETTER.NOT_SENT', {}) : null,
      outcome.acknowledgedAt === null ? null : refuse('RECOMMENDATION.ACKNOWLEDGED', { by: outcome.acknowledgedBy, at: outcome.acknowledgedAt }),
    ) ?? [
      event('RecommendationAcknowledged', { outcomeId, by }),
      ...openTasksOf(state.tasks, 'acknowledge').map((task) => completeTask(task, 'acknowledged', by)),
      askPatient(state, context, outcome),
    ];
  },
};

/** A patient may think again: until the case is over, and as long as no transfer is under way, which is ended first. */
const settled = (state: CaseState, outcome: Outcome, decision: string): Refusal | null => {
  if (outcome.acknowledgedAt === null) return refuse('RECOMMENDATION.NOT_ACKNOWLEDGED', {});
  if (outcome.patientDecision === decision && decision !== 'undecided') return refuse('RECOMMENDATION.DECISION_KNOWN', { decision });
  const live = liveTransfer(state);
  return live === null ? null : refuse('TRANSFER.ONE_IS_LIVE', { status: live.status, since: live.history[0]?.at ?? null });
};

/** Somebody of the product explained it, and not on a day that is still to come. */
const unexplained = (state: CaseState, explained: Explained | null, context: Context): Refusal | null => {
  if (explained === null) return null;
  const today = dateAt(context.now, context.calendars.zone(state.originInstitutionId));
  return firstOf(context.people.byId(explained.by) === null ? refuse('RECOMMENDATION.EXPLAINER_UNKNOWN', {}, 'explainedBy') : null, explained.on > today ? refuse('RECOMMENDATION.EXPLAINED_LATER', { on: explained.on, today }, 'explainedOn') : null);
};

/**
 * What the patient wants, with the reason where it is no or not yet, and where, when and by whom it was explained. Accepted or declined ends the recommendation; undecided asks again. A transfer that is advised begins by itself
 * once it is accepted. Refused: RECOMMENDATION.SUPERSEDED, RECOMMENDATION.NOT_ACKNOWLEDGED, RECOMMENDATION.DECISION_KNOWN, TRANSFER.ONE_IS_LIVE,
 * RECOMMENDATION.REASON_CONTRADICTS (accepted), RECOMMENDATION.EXPLAINER_UNKNOWN, RECOMMENDATION.EXPLAINED_LATER.
 */
export const recordPatientDecision: CaseCommand<'recordPatientDecision'> = {
  type: 'recordPatientDecision', stream: 'case',
  mayDo: forTheOrigin,
  decide: (state, { outcomeId, decision, because, explained }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    const by = actorId(context.actor);
    return firstOf(notUnderWay(state, context), settled(state, outcome, decision), unexplained(state, explained ?? null, context),
      decision === 'accepted' && because != null ? refuse('RECOMMENDATION.REASON_CONTRADICTS', {}, 'because') : null) ?? [
      event('PatientDecisionRecorded', { outcomeId, decision, by, reasonTextId: context.text('reason'), ...(because === undefined ? {} : { because }), ...(explained === undefined ? {} : { explained }) }),
      ...openTasksOf(state.tasks, 'recordPatientDecision').map((task) => completeTask(task, decision, by)),
      ...(decision === 'undecided' ? [askPatient(state, context, outcome)] : leaving(state)),
    ];
  },
};

const leaving = (state: CaseState): readonly CaseEvent[] => (isActive(state, 'recommendation') ? [event('StageLeft', { stage: 'recommendation', round: state.round, skipped: false })] : []);
