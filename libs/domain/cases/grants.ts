import type { Actor, Discipline, Role } from '../core/actor.js';
import { earliest, plusMilliseconds, type Instant } from '../core/instant.js';
import type { BoardDefinition } from '../boards/definition.js';
import { isLeft } from './gates.js';
import type { CaseState } from './state.js';

/** `clinical`: the identified case; `audit`: who did and saw what, without the patient's words. */
export type FieldClass = 'clinical' | 'audit';
/** One rule of who may see a case: a person, or whoever holds a post. The door stores it as a row, so that row-level security says the same. */
export interface Grant { readonly institutionId: string | null; readonly role: Role | null; readonly discipline: Discipline | null; readonly personId: string | null; readonly fields: FieldClass; readonly until: Instant | null }

const post = (institutionId: string, role: Role, discipline: Discipline | null = null, fields: FieldClass = 'clinical'): Grant => ({ institutionId, role, discipline, personId: null, fields, until: null });
const person = (personId: string | null): readonly Grant[] => (personId === null ? [] : [{ institutionId: null, role: null, discipline: null, personId, fields: 'clinical', until: null }]);

/**
 * Who may see the case: referrer, case managers, those to whom its open tasks are offered, who reviewed it, the board once it is
 * discussed, both sides of a transfer, and each side's auditors. What lies beyond the origin hospital rests on consent: withdrawn, it
 * ends at once; lapsing, it ends by itself (`until`). The origin keeps its own case.
 */
export const grantsOf = (state: CaseState, board: BoardDefinition): readonly Grant[] => {
  const own = originGrants(state);
  if (state.submittedAt === null) return own;
  const auditors = [...new Set([state.originInstitutionId, state.hostInstitutionId])].flatMap((id) => [post(id, 'admin', null, 'audit'), post(id, 'auditor', null, 'audit')]);
  const sharing = sharingUntil(state);
  const beyond = sharing.allowed ? consultantGrants(state, board).map((grant): Grant => ({ ...grant, until: earliest([grant.until, sharing.until].filter((end) => end !== null)) })) : [];
  return [...own, ...auditors, ...beyond];
};

const originGrants = (state: CaseState): readonly Grant[] => [...person(state.referrerId), ...person(state.openedBy), post(state.originInstitutionId, 'caseManager')];

/** Consent under which consultants see the case: care, and sharing too where the host is another hospital. Before consent, two clinicians' emergency. */
const sharingUntil = (state: CaseState): { readonly allowed: boolean; readonly until: Instant | null } => {
  const purposes = state.originInstitutionId === state.hostInstitutionId ? (['care'] as const) : (['care', 'sharingAcrossBorders'] as const);
  const consents = purposes.map((purpose) => state.consents[purpose]);
  if (consents.some((consent) => consent?.withdrawnAt != null)) return { allowed: false, until: null };
  if (consents.some((consent) => consent === undefined) && state.emergencyBegunBy === null) return { allowed: false, until: null };
  const ends = consents.flatMap((consent) => (consent?.validUntil == null ? [] : [consent.validUntil])).sort();
  return { allowed: true, until: ends[0] ?? null };
};

const consultantGrants = (state: CaseState, board: BoardDefinition): readonly Grant[] => [
  post(state.hostInstitutionId, 'caseManager'), post(state.hostInstitutionId, 'chair'), post(state.hostInstitutionId, 'scribe'),
  ...offeredGrants(state), ...boardGrants(state, board), ...transferGrants(state),
  ...Object.values(state.opinions).flatMap((opinion) => person(opinion.signedBy)),
];

/** How long a pool still sees a case after its task ended: whoever lost a race by seconds is told who won, not that there is nothing. */
const afterglowMilliseconds = 24 * 3_600_000;

/** Pools see what is offered to them, owners what they own or owned, who is asked to take it over what it is about, who it is done for how it goes, heads what their people owe. */
const offeredGrants = (state: CaseState): readonly Grant[] => Object.values(state.tasks).flatMap((task) => {
  const { offer, ownerId, closedAt, handOver, actingFor } = task;
  const until = closedAt === null ? null : plusMilliseconds(closedAt, afterglowMilliseconds);
  return [...person(ownerId), ...person(handOver?.to ?? null), ...person(actingFor?.personId ?? null), ...[post(offer.institutionId, offer.role, offer.discipline), post(offer.institutionId, 'departmentHead', offer.discipline)].map((grant) => ({ ...grant, until }))];
});

/** Members of the board at both hospitals, from the discussion on: they prepare, attend and stand by what was decided. */
const boardGrants = (state: CaseState, board: BoardDefinition): readonly Grant[] => {
  if (!isLeft(state, 'pathologyReview') || !isLeft(state, 'imagingReview')) return [];
  return [...new Set([board.hostInstitutionId, state.originInstitutionId])].flatMap((id) => [post(id, 'specialist'), post(id, 'chair'), post(id, 'departmentHead')]);
};

const transferGrants = ({ transfer }: CaseState): readonly Grant[] => (transfer === null ? [] : [
  post(transfer.fromInstitutionId, 'transferCoordinator'), post(transfer.toInstitutionId, 'transferCoordinator'), post(transfer.toInstitutionId, 'caseManager'), ...person(transfer.acceptingClinicianId),
]);

/** Whether an actor may read this class of fields now. The process reads everything; who is granted the clinical case sees its history as well. */
export const mayRead = (actor: Actor, grants: readonly Grant[], now: Instant, fields: FieldClass = 'clinical'): boolean =>
  actor.kind === 'process' || grants.some((grant) => (grant.fields === 'clinical' || grant.fields === fields) && (grant.until === null || now <= grant.until)
    && (grant.personId === null
      ? actor.posts.some((held) => held.institutionId === grant.institutionId && held.role === grant.role && (grant.discipline === null || held.discipline === grant.discipline))
      : grant.personId === actor.personId));
