import type { Discipline, Post, Role } from '../core/actor.js';
import type { NotificationSettings } from './notification-settings.js';

export interface DisciplineSubstitute { readonly discipline: Discipline; readonly personId: string }

/** A person as decisions need them: no free text beside the name. */
export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly active: boolean;
  /** Named substitute, followed at most three deep. */
  readonly substituteId: string | null;
  /** Who stands in for one field only, before the substitute for all. */
  readonly substitutes?: readonly DisciplineSubstitute[];
  /** On leave now: new tasks go to the substitute. */
  readonly away?: boolean;
  /** How the person wants to hear of things; absent: as everybody at first. */
  readonly notifications?: NotificationSettings;
}

/** What the domain may ask about people; filled by the door. */
export interface People {
  readonly byId: (id: string) => PersonSummary | null;
  readonly holding: (role: Role, institutionId: string, discipline?: Discipline) => readonly PersonSummary[];
  /** Who holds a post in any hospital: where none of those concerned has anybody, somebody still has to hear. */
  readonly holdingAnywhere: (role: Role) => readonly PersonSummary[];
  /** Who named this person as substitute, for all or for a field. */
  readonly whoNamed: (personId: string) => readonly PersonSummary[];
}

/** Who would stand in for a person in a field; in none (null) the substitute for all. */
export const namedSubstitute = (person: Pick<PersonSummary, 'substituteId' | 'substitutes'>, discipline: Discipline | null): string | null =>
  person.substitutes?.find((one) => one.discipline === discipline)?.personId ?? person.substituteId;
/** Everybody whom a person named. */
export const allNamed = (person: Pick<PersonSummary, 'substituteId' | 'substitutes'>): readonly string[] =>
  [...(person.substitutes ?? []).map(({ personId }) => personId), ...(person.substituteId === null ? [] : [person.substituteId])];
