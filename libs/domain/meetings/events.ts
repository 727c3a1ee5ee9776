import type { DomainEvent } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import type { Attendance, MeetingState } from './state.js';

type E<Type extends string, Data extends object> = DomainEvent<Type, Data>;

/** Everything that can happen to a meeting. */
export type MeetingEvent =
  | E<'MeetingPlanned', { meeting: Omit<MeetingState, 'id' | 'version'> }>
  | E<'MeetingMoved', { startsAt: Instant; freezeAt: Instant; cutAt: Instant }>
  | E<'MeetingCancelled', { because: string }>
  | E<'AgendaOrdered', { order: readonly string[] }>
  | E<'FileFrozen', { missing: Readonly<Record<string, readonly string[]>> }>
  | E<'MeetingOpened', { chairId: string; scribeId: string | null }>
  | E<'AttendanceRecorded', { attendance: Attendance }>
  | E<'AttendanceEnded', { personId: string }>
  | E<'ChairHandedOn', { chairId: string }>
  | E<'MeetingClosed', Record<string, never>>;
