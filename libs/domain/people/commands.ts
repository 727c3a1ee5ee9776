import type { Discipline, Post } from '../core/actor.js';
import type { BoardDefinition } from '../boards/definition.js';
import type { Calendar } from '../time/calendar.js';
import type { NotificationChannel, NotificationSettings, NotificationTopic, QuietHours } from './notification-settings.js';

export interface InstitutionCommandData {
  setUpInstitution: { code: string; name: Record<string, string>; zone: string; country: string; calendarId: string };
  /** The whole calendar; id and version are given when it is published. */
  draftCalendar: { calendar: Calendar };
  /** Number of the draft that was reviewed. */
  publishCalendar: { draft: number };
}
/** A person's name, mail address and phone are row texts (`texts`: name, email, phone, nameOriginal). */
export interface PersonCommandData {
  addPerson: { subject: string; posts: readonly Post[]; language: string; zone: string };
  changePosts: { posts: readonly Post[] };
  /** For one field, or (absent, null) for all. */
  nameSubstitute: { substituteId: string | null; discipline?: Discipline | null };
  planLeave: { leave: readonly { from: string; to: string }[] };
  changeNotificationSettings: { topics: NotificationSettings['topics']; quietHours: QuietHours | null; digestAt: string; language: string };
  muteNotifications: { topic: NotificationTopic; channel: NotificationChannel; muted: boolean };
  disablePerson: Record<string, never>;
  enablePerson: Record<string, never>;
  /** The process: leave that begins, and tasks of it or of somebody gone that were handed on (`settles`: the instant that was owed). */
  keepAbsence: { settles: string | null };
}
export interface BoardCommandData { /** `movesOpenCases`: open cases follow the new version's times; else they keep their own. */ publishBoard: { definition: BoardDefinition; movesOpenCases?: boolean }; keepSeries: Record<string, never> }
