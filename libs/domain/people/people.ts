import type { Discipline, Post, Role } from '../core/actor.js';
import type { NotificationSettings } from './notification-settings.js';

/** A person as decisions need them: no free text beside the name. */
export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly active: boolean;
  /** Named substitute, followed at most three deep. */
  readonly substituteId: string | null;
  /** On leave now: new tasks go to the substitute. */
  readonly away?: boolean;
  /** How the person wants to hear of things; absent: as everybody at first. */
  readonly notifications?: NotificationSettings;
}

/** What the domain may ask about people; filled by the door. */
export interface People {
  readonly byId: (id: string) => PersonSummary | null;
  readonly holding: (role: Role, institutionId: string, discipline?: Discipline) => readonly PersonSummary[];
}
