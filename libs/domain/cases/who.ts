import { holds, type Actor, type Role } from '../core/actor.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Task } from '../tasks/task.js';
import type { CaseState } from './state.js';

/** The refusal of somebody whose posts don't include the act: `needs` says which would (403). */
export const notTheirs = (...needs: readonly string[]): Refusal => refuse('ACCESS.NOT_ALLOWED', { needs });

export const isProcess = (actor: Actor): boolean => actor.kind === 'process';
export const idOf = (actor: Actor): string => (actor.kind === 'person' ? actor.personId : actor.name);

/** Holds a role at the case's host, at its origin, or at either. */
export const atHost = (actor: Actor, state: CaseState, role: Role): boolean => holds(actor, role, state.hostInstitutionId);
export const atOrigin = (actor: Actor, state: CaseState, role: Role): boolean => holds(actor, role, state.originInstitutionId);
export const atEither = (actor: Actor, state: CaseState, role: Role): boolean => atHost(actor, state, role) || atOrigin(actor, state, role);

/** The moves: the process issues them; a case manager may by hand while the process is behind. */
export const mayMove = (actor: Actor, state: CaseState): Refusal | null =>
  isProcess(actor) || atEither(actor, state, 'caseManager') ? null : notTheirs('caseManager');

/** Host's case manager or chair: who runs the board's agenda. */
export const mayRunAgenda = (actor: Actor, state: CaseState): Refusal | null =>
  atHost(actor, state, 'caseManager') || atHost(actor, state, 'chair') ? null : notTheirs('caseManager', 'chair');

/** The owner of a task, or anybody of the pool that it is offered to. */
export const worksOn = (actor: Actor, task: Task): boolean =>
  actor.kind === 'person' && (task.ownerId === actor.personId
    || holds(actor, task.offer.role, task.offer.institutionId, task.offer.discipline ?? undefined));

/** For the referring clinician: in person, or by a case manager of the origin on the clinician's behalf. */
export const mayAnswerForOrigin = (actor: Actor, state: CaseState): Refusal | null =>
  (actor.kind === 'person' && actor.personId === state.referrerId) || atOrigin(actor, state, 'caseManager') ? null : notTheirs('referringClinician', 'caseManager');
