import type { Context } from '../core/context.js';
import type { Discipline, Role } from '../core/actor.js';
import type { CaseState } from '../cases/state.js';
import type { PersonSummary } from '../people/people.js';
import type { Audience } from './allowances.js';
import { standInFor, substituteOf } from './stand-in.js';
import type { Task } from './task.js';

export interface Told { readonly personId: string; readonly as: Audience }
type Asked = readonly Told[];

const as = (audience: Audience, ids: readonly string[]): Asked => ids.map((personId) => ({ personId, as: audience }));
const firstNonEmpty = (...groups: readonly (() => Asked)[]): Asked => {
  for (const group of groups) {
    const told = group();
    if (told.length > 0) return told;
  }
  return [];
};

/**
 * Who hears a mark of a task now. Who is away is stood in for by the named substitute. A post that nobody fills goes one level up: owner or deputy to
 * the pool, pool to the head, head to the hospital's case managers, they to its admin, then the admins of the host and of the origin,
 * in the end also one who is away, and where neither hospital has an admin, those of every other. Empty only where there is no admin at all.
 */
export const audienceOf = (state: CaseState, task: Task, audience: Audience, context: Pick<Context, 'people'>): Asked => {
  const here = task.offer.institutionId;
  const active = (role: Role, institutionId: string, discipline?: Discipline): readonly PersonSummary[] =>
    context.people.holding(role, institutionId, discipline).filter((person) => person.active);
  const apart = (role: Role, id: string): boolean => (role === 'specialist' || role === 'chair') && state.conflicts.includes(id);
  const holders = (role: Role, institutionId: string, discipline?: Discipline): readonly string[] =>
    [...new Set(active(role, institutionId, discipline).flatMap((person) => standInFor(context.people, person.id) ?? []))].filter((id) => !apart(role, id));
  const hospitals = (institutionId: string): readonly string[] => [...new Set([institutionId, state.hostInstitutionId, state.originInstitutionId])];
  const admins = (institutionId: string): Asked => firstNonEmpty(
    ...hospitals(institutionId).map((id) => () => as('admin', holders('admin', id))),
    ...hospitals(institutionId).map((id) => () => as('admin', active('admin', id).map((person) => person.id))),
    () => as('admin', context.people.holdingAnywhere('admin').filter((person) => person.active).map((person) => person.id)));
  const managersOf = (institutionId: string, named: string | null): readonly string[] => {
    const standIn = named === null ? null : standInFor(context.people, named);
    return standIn === null ? holders('caseManager', institutionId) : [standIn];
  };
  const managers = (audienceIs: Audience, institutionId: string, named: string | null): Asked => firstNonEmpty(() => as(audienceIs, managersOf(institutionId, named)), () => admins(institutionId));
  const head = (): Asked => firstNonEmpty(
    () => (task.offer.discipline === null ? [] : as('head', holders('departmentHead', here, task.offer.discipline))),
    () => as('head', holders('departmentHead', here)), () => managers('caseManagers', here, null));
  const pool = (): Asked => as('deputy', holders(task.offer.role, here, task.offer.discipline ?? undefined).filter((id) => id !== task.ownerId));
  const substitute = (): Asked => {
    const found = task.ownerId === null ? null : substituteOf(context.people, task.ownerId, task.offer.discipline);
    return found === null ? [] : as('deputy', [found.id]);
  };
  const owner = (): Asked => {
    const standIn = task.ownerId === null ? null : standInFor(context.people, task.ownerId, task.offer.discipline);
    return standIn === null ? [] : as('owner', [standIn]);
  };
  switch (audience) {
    case 'owner': return firstNonEmpty(owner, pool, head);
    case 'deputy': return firstNonEmpty(substitute, pool, head);
    case 'head': return head();
    case 'caseManagers': return [...managers('caseManagers', state.originInstitutionId, state.originCaseManagerId), ...managers('caseManagers', state.hostInstitutionId, state.hostCaseManagerId)];
    case 'originCaseManager': return managers('originCaseManager', state.originInstitutionId, state.originCaseManagerId);
    case 'hostCaseManager': return managers('hostCaseManager', state.hostInstitutionId, state.hostCaseManagerId);
    case 'chair': return firstNonEmpty(() => as('chair', holders('chair', state.hostInstitutionId)), () => managers('hostCaseManager', state.hostInstitutionId, state.hostCaseManagerId));
    case 'admin': return admins(here);
  }
};
