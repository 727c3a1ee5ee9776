import { holds, type Actor, type PersonActor } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Task } from '../tasks/task.js';
import { grantsOf, mayRead } from './grants.js';
import type { CaseState } from './state.js';

type Asks = (actor: PersonActor, state: CaseState, context: Context) => boolean;

/**
 * A right on a case: first whether the actor may see it at all (ACCESS.NOT_FOUND, in the same words as for a case that isn't
 * there), then whether the rule allows this act (ACCESS.NOT_ALLOWED). The process has only the rights of `orProcess`.
 */
export const onCase = (rule: Asks) => (actor: Actor, state: CaseState, _data: object, context: Context): Refusal | null => {
  if (actor.kind === 'process') return refuse('ACCESS.NOT_ALLOWED');
  if (!mayRead(actor, grantsOf(state, context.board), context.now)) return refuse('ACCESS.NOT_FOUND');
  return rule(actor, state, context) ? null : refuse('ACCESS.NOT_ALLOWED');
};

/** The process may, and so may whom the rule allows: by hand, when the process is behind. */
export const orProcess = (rule: Asks) => (actor: Actor, state: CaseState, data: object, context: Context): Refusal | null =>
  (actor.kind === 'process' ? null : onCase(rule)(actor, state, data, context));
export const onlyProcess = (actor: Actor): Refusal | null => (actor.kind === 'process' ? null : refuse('ACCESS.NOT_ALLOWED'));

export const originCaseManager: Asks = (actor, state) => holds(actor, 'caseManager', state.originInstitutionId);
export const hostCaseManager: Asks = (actor, state) => holds(actor, 'caseManager', state.hostInstitutionId);
export const caseManager: Asks = (actor, state) => holds(actor, 'caseManager', state.originInstitutionId) || holds(actor, 'caseManager', state.hostInstitutionId);
export const hostChair: Asks = (actor, state) => holds(actor, 'chair', state.hostInstitutionId);
/** The referring clinician, or who typed the referral for them. */
export const referrer: Asks = (actor, state) => actor.personId === state.referrerId || actor.personId === state.openedBy;
export const anyone: Asks = () => true;
export const oneOf = (...rules: readonly Asks[]): Asks => (actor, state, context) => rules.some((rule) => rule(actor, state, context));

/** Whether the actor stands in the pool that a task is offered to. */
export const inPool = (actor: PersonActor, task: Task): boolean => holds(actor, task.offer.role, task.offer.institutionId, task.offer.discipline ?? undefined);
/** Who may give a task to somebody: the department head of the pool, case managers of the pool's hospital and of the host, the host's chair. */
export const mayAssign = (actor: PersonActor, state: CaseState, task: Task): boolean =>
  holds(actor, 'caseManager', task.offer.institutionId) || holds(actor, 'chair', state.hostInstitutionId) || holds(actor, 'caseManager', state.hostInstitutionId)
  || holds(actor, 'departmentHead', task.offer.institutionId, task.offer.discipline ?? undefined);

/** The person who acts; the name of the process where it does. */
export const actorId = (actor: Actor): string => (actor.kind === 'person' ? actor.personId : actor.name);
