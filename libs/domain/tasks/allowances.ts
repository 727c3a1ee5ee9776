import type { Instant } from '../core/instant.js';
import type { Role } from '../core/actor.js';

export type AllowanceUnit = 'workingHours' | 'workingDays' | 'clockHours' | 'clockDays';
export interface Allowance { readonly amount: number; readonly unit: AllowanceUnit }

/** Remind tells the owner; escalate brings in someone else; expire changes state. */
export type MarkKind = 'remind' | 'escalate' | 'expire';
/** Who hears a mark. `deputy` is the owner's named substitute or the pool; `head` the department head of the offer's institution and discipline. */
export type Audience = 'owner' | 'deputy' | 'head' | 'caseManagers' | 'originCaseManager' | 'hostCaseManager' | 'chair' | 'admin';

/** A rung: at a fraction of the allowance, or at the end plus a span. `reassigns`: an escalation that also takes the task from its owner. */
export interface Rung { readonly name: string; readonly kind: MarkKind; readonly fraction: number; readonly plus?: Allowance; readonly tells: readonly Audience[]; readonly reassigns?: boolean }
export interface Ladder { readonly allowance: Allowance; readonly rungs: readonly Rung[] }

/** Whose working time counts: an institution's calendar, with a person's leave where the task has an owner. */
export interface ClockOwner { readonly institutionId: string; readonly personId: string | null }
export interface PauseSpan { readonly from: Instant; readonly to: Instant | null }

export interface MarkInstant { readonly name: string; readonly at: Instant }
export interface ComputedMarks {
  readonly marks: readonly MarkInstant[];
  readonly calendarId: string;
  readonly calendarVersion: number;
  /** Version of the time-zone database by which wall clocks were read, such as `2026a`. */
  readonly timeZoneData?: string;
  /** Why the dates are provisional (`yearNotReviewed:2025`, `estimated:2027-05-16`), empty where they are not. */
  readonly provisional: readonly string[];
}

/** What the domain may ask of calendars: filled by the door with the versions in force; pure functions below it. */
export interface Calendars {
  readonly marks: (start: Instant, ladder: Ladder, owner: ClockOwner, pauses: readonly PauseSpan[]) => ComputedMarks;
  readonly workingMilliseconds: (from: Instant, to: Instant, owner: ClockOwner, pauses: readonly PauseSpan[]) => number;
  /** The last working instant of the institution at or before an instant. */
  readonly closeOfWorkBefore: (at: Instant, institutionId: string) => Instant;
  readonly zone: (institutionId: string) => string;
}

export type PoolRole = Extract<Role, 'specialist' | 'caseManager' | 'chair' | 'transferCoordinator' | 'referringClinician' | 'departmentHead' | 'admin'>;
