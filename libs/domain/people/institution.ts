import type { DomainEvent } from '../core/event.js';
import type { Discipline, Post } from '../core/actor.js';
import type { DisciplineSubstitute } from './people.js';
import type { Instant } from '../core/instant.js';
import type { NotificationSettings } from './notification-settings.js';

type E<Type extends string, Data extends object> = DomainEvent<Type, Data>;

export interface InstitutionState { readonly id: string; readonly code: string; readonly name: Readonly<Record<string, string>>; readonly zone: string; readonly country: string; readonly calendarId: string; readonly people: readonly string[]; /** Absent until the hospital drafts a calendar of its own. */ readonly calendar?: OwnCalendar }
/** `version`: the one in force, 0 before the first. `drafts`: how many were laid down; `draft`: the one that awaits its review. */
export interface OwnCalendar { readonly version: number; readonly drafts: number; readonly draft: { readonly number: number; readonly hash: string; readonly zone: string; readonly by: string } | null }
export type InstitutionEvent =
  | E<'InstitutionSetUp', { code: string; name: Readonly<Record<string, string>>; zone: string; country: string; calendarId: string }>
  | E<'PersonEnrolled', { personId: string; posts: readonly Post[] }>
  /** A calendar was laid down for review; its days stand in a row of its own. */
  | E<'CalendarDrafted', { draft: number; hash: string; zone: string }>
  /** A reviewed draft came in force; the hospital is in its zone from now on. */
  | E<'CalendarPublished', { calendarId: string; version: number; draft: number; hash: string; zone: string }>;

/** Tasks of somebody that have to go to others, since when. */
export interface OwedTasks { readonly because: 'leave' | 'disabled' | 'postsChanged'; readonly at: Instant }

export interface PersonState { readonly id: string; readonly subject: string; readonly posts: readonly Post[]; readonly active: boolean; readonly language: string; readonly zone: string; readonly substituteId: string | null; readonly leave: readonly { readonly from: string; readonly to: string }[];
  /** Absent until somebody was named for one field; a leave began (by its first day); tasks have to go. */
  readonly substitutes?: readonly DisciplineSubstitute[]; readonly begun?: readonly string[]; readonly owes?: OwedTasks | null;
  /** Absent until the person set something. */ readonly notifications?: NotificationSettings }
/** A person's name and contact stand in their row, not in events, so that erasure can remove them. */
export type PersonEvent =
  | E<'PersonAdded', { subject: string; posts: readonly Post[]; language: string; zone: string }>
  | E<'PostsChanged', { posts: readonly Post[] }>
  | E<'SubstituteNamed', { substituteId: string | null; discipline?: Discipline }>
  | E<'LeavePlanned', { leave: readonly { from: string; to: string }[] }>
  /** How the person wants to hear of things, whole; `language` is that of mails. */
  | E<'NotificationSettingsChanged', Omit<NotificationSettings, 'version'> & { language: string }>
  | E<'PersonDisabled', Record<string, never>>
  | E<'PersonEnabled', Record<string, never>>
  /** A planned leave begins: what the person owns has to go to the substitutes. */
  | E<'LeaveBegan', { from: string; to: string }>
  /** Every case was asked to hand on what the person owned. */
  | E<'TasksHandedOn', { because: OwedTasks['because'] }>;

/** `planAt`: when the process looks next whether the series has its coming sittings (UTC). */
export interface BoardState { readonly id: string; readonly version: number; readonly planAt: Instant; /** Absent where every version was published before this was kept. */ readonly hostInstitutionId?: string }
export type BoardEvent =
  | E<'BoardPublished', { version: number; definitionHash: string; movesOpenCases?: boolean; hostInstitutionId?: string }>
  /** The process planned the series' next sittings; each sitting is an event of its own meeting. */
  | E<'SeriesKept', { planAt: Instant }>;

/** Reads and refusals, one chain a person and month. */
export type AccessEvent =
  | E<'Read', { what: string; caseIds: readonly string[]; fields: 'identity' | 'clinical' | 'audit' | 'list' | 'aggregate' }>
  | E<'Refused', { what: string; code: string; caseId: string | null }>
  | E<'SignedIn', { fresh: boolean }>
  | E<'SignedOut', { because: string }>;
