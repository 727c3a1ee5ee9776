import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import { taskCreated } from '../tasks/open-task.js';
import { missingConsents } from './consents.js';
import type { CaseCommand } from './definition.js';
import type { CaseEvent } from './events.js';
import { isOver } from './gates.js';
import { onCase, oneOf, originCaseManager, referrer } from './may.js';
import { nameOf, over } from './under-way.js';
import type { CaseState } from './state.js';

/** An emergency may begin before consent is on record, by two different, named clinicians who are there (product rule). */
const emergencyFault = (state: CaseState, begunBy: readonly string[], context: Context): Refusal | null => {
  if (state.urgency !== 'emergency') return refuse('INTAKE.NOT_AN_EMERGENCY', { urgency: state.urgency }, 'emergencyBegunBy');
  const clinicians = new Set(begunBy.filter((id) => {
    const person = context.people.byId(id);
    return person?.active === true && person.posts.some((post) => post.role === 'specialist' || post.role === 'referringClinician' || post.role === 'chair');
  }));
  return clinicians.size >= 2 ? null : refuse('INTAKE.TWO_CLINICIANS_NEEDED', { named: clinicians.size }, 'emergencyBegunBy');
};

/** Somebody of the origin owes a consent: because an emergency began without it, or (`dueAt`) because it lapses. */
export const consentTask = (state: CaseState, context: Context, purpose: string, dueAt?: string): CaseEvent => taskCreated(state, context, {
  name: `recordConsent:${purpose}`, kind: 'recordConsent', stage: 'intake', about: { purpose }, ...(dueAt !== undefined && { dueAt }),
  offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.originCaseManagerId,
});

/**
 * Hands the draft to the board: intake begins and a case manager of the host has it to check. What is missing of the data set does not
 * stop it (it is shown and asked for); consent does. Refused: CASE.OVER, INTAKE.ALREADY_SUBMITTED (when), INTAKE.CONSENT_MISSING
 * (purposes), INTAKE.NOT_AN_EMERGENCY, INTAKE.TWO_CLINICIANS_NEEDED.
 */
export const submitReferral: CaseCommand<'submitReferral'> = {
  type: 'submitReferral', stream: 'case', mayDo: onCase(oneOf(referrer, originCaseManager)),
  decide: (state, { emergencyBegunBy }, context) => {
    if (isOver(state)) return over(state, context);
    if (state.status !== 'draft') return refuse('INTAKE.ALREADY_SUBMITTED', { number: state.number, at: state.submittedAt, by: nameOf(context, state.openedBy) });
    const missing = missingConsents(state, context.now);
    if (missing.length > 0 && emergencyBegunBy === null) return refuse('INTAKE.CONSENT_MISSING', { purposes: missing }, 'consents');
    const fault = emergencyBegunBy === null ? null : emergencyFault(state, emergencyBegunBy, context);
    if (fault !== null) return fault;
    return [
      event('ReferralSubmitted', { emergencyBegunBy }),
      event('StageEntered', { stage: 'intake', round: state.round }),
      taskCreated(state, context, { kind: 'triage', stage: 'intake', offer: { institutionId: state.hostInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.hostCaseManagerId }),
      ...missing.map((purpose) => consentTask(state, context, purpose)),
    ];
  },
};
