import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { actorId, caseManager, onCase } from '../cases/may.js';
import { firstOf, openTaskOfKindOr } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';

/** The referring clinician's account ended. Where there never was one, a case manager of the origin answers on the clinician's behalf. */
const referrerLeft = (state: CaseState, context: Context): boolean => state.referrerId !== null && context.people.byId(state.referrerId)?.active !== true;

/** A letter that would go to nobody: before it is made, a case manager of the origin names who gets it. Empty where somebody does. */
export const askForAddressee = (state: CaseState, context: Context, outcomeId: string): readonly CaseEvent[] => (!referrerLeft(state, context) ? [] : [taskCreated(state, context, {
  kind: 'nameAddressee', stage: 'recommendation', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.originCaseManagerId, about: { outcomeId },
  // boards from before this task was thought of have no times for it
  ...(context.board.ladders['nameAddressee'] === undefined ? { ladder: 'sendLetter' } : {}),
})]);

/** A clinician of the origin with an account: they get the letter, and with it the case. */
const unknown = (state: CaseState, personId: string, context: Context): Refusal | null => {
  const person = context.people.byId(personId);
  const fits = person?.active === true && person.posts.some(({ institutionId, role }) => institutionId === state.originInstitutionId && (role === 'referringClinician' || role === 'specialist'));
  return fits ? null : refuse('LETTER.ADDRESSEE_UNKNOWN', {}, 'personId');
};

/**
 * Another clinician of the origin takes the place of the one who left: the letter is addressed and sent to them, and what the case asks of its referrer is asked of them.
 * Refused: as every task command; LETTER.ADDRESSEE_UNKNOWN.
 */
export const nameAddressee: CaseCommand<'nameAddressee'> = {
  type: 'nameAddressee', stream: 'case',
  mayDo: onCase(caseManager),
  decide: (state, { taskId, personId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'nameAddressee', seenVersion);
    if (isRefusal(task)) return task;
    return firstOf(notUnderWay(state, context), unknown(state, personId, context)) ?? [
      event('ReferralAmended', { fields: ['referrerId'], referrerId: personId }),
      completeTask(task, 'named', actorId(context.actor)),
    ];
  },
};
