import type { Instant } from './instant.js';

export const roles = ['referringClinician', 'caseManager', 'specialist', 'chair', 'scribe', 'transferCoordinator', 'departmentHead', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const disciplines = ['surgery', 'medicalOncology', 'radiationOncology', 'pathology', 'radiology', 'gastroenterology', 'nursing', 'psychoOncology', 'rehabilitation', 'palliativeCare'] as const;
export type Discipline = (typeof disciplines)[number];

/** A post a person holds. One person may hold several, in several institutions. */
export interface Post {
  readonly institutionId: string;
  readonly role: Role;
  /** For specialists, heads and chairs: their field. */
  readonly discipline: Discipline | null;
}

/** A signed-in person. `authenticatedAt` is when the identity provider last asked for credentials: sign-offs need ten minutes or less. */
export interface PersonActor {
  readonly kind: 'person';
  readonly personId: string;
  readonly posts: readonly Post[];
  readonly authenticatedAt: Instant;
  /** The post acted in, where the person named one; else the first that allows the act. */
  readonly institutionId: string;
  /** Whom the act is for: a case manager typing for a referrer who has no account. */
  readonly onBehalfOf: string | null;
  /** Where from (address), for the audit. */
  readonly from: string | null;
}

/** The durable process itself (a workflow, the watchdog, the seed, the reader of mailed answers). */
export interface ProcessActor {
  readonly kind: 'process';
  readonly name: 'case-workflow' | 'meeting-workflow' | 'keep-time-workflow' | 'mailed-answers' | 'operator';
}

export type Actor = PersonActor | ProcessActor;

export const holds = (actor: Actor, role: Role, institutionId?: string, discipline?: Discipline): boolean =>
  actor.kind === 'person' && actor.posts.some((post) => post.role === role
    && (institutionId === undefined || post.institutionId === institutionId)
    && (discipline === undefined || post.discipline === discipline));

/** Sign-offs are by the person, freshly authenticated: at most ten minutes old (product rule "every sign-off is by the person"). */
export const freshSignInMilliseconds = 10 * 60_000;
export const freshlySignedIn = (actor: Actor, now: Instant): boolean =>
  actor.kind === 'person' && Date.parse(now) - Date.parse(actor.authenticatedAt) <= freshSignInMilliseconds;
