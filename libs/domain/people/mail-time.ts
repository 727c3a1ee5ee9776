import { DateTime } from 'luxon';
import { dateAt, endOfDate, startOfDate } from '../core/date-in-zone.js';
import type { DateOnly, Instant, Zone } from '../core/instant.js';
import type { Calendar, Leave } from '../time/calendar.js';
import { workingTimeBetween } from '../time/working-time-between.js';
import { defaultSettings, settingOf, type NotificationSettings, type NotificationTopic, type QuietHours } from './notification-settings.js';

/** Who gets a mail: what was set, and the working days of the own calendar less leave. */
export interface MailReceiver {
  readonly settings: NotificationSettings | undefined;
  readonly zone: Zone;
  /** Null where the person works in no hospital: every day is a working day. */
  readonly calendar: Calendar | null;
  readonly leave: readonly Leave[];
  /** The date, by the clock of the zone at that time, of the last digest; null before the first. */
  readonly lastDigest: DateOnly | null;
}

export type MailPlan =
  | { readonly when: 'now' }
  | { readonly when: 'never' }
  | { readonly when: 'later'; readonly at: Instant; readonly because: 'quietHours' | 'digest' };

/**
 * When a message of a topic is mailed. Escalations, and what is about an emergency, go at once at any hour; the rest waits for the end of quiet
 * hours, or for the daily digest where the person wants that.
 */
export const mailPlanOf = (topic: NotificationTopic, emergency: boolean, receiver: MailReceiver, now: Instant): MailPlan => {
  const { mail } = settingOf(receiver.settings, topic);
  if (mail === 'never') return { when: 'never' };
  if (topic === 'escalation' || emergency) return { when: 'now' };
  if (mail === 'digest') return { when: 'later', at: nextDigest(receiver, now), because: 'digest' };
  const at = quietUntil(receiver.settings?.quietHours ?? null, receiver.zone, now);
  return at === null ? { when: 'now' } : { when: 'later', at, because: 'quietHours' };
};

/**
 * When a message of a topic is pushed to the reader's browsers: as a mail, but there is no digest of pushes. Where the reader wants no push it is
 * never pushed; escalations always are.
 */
export const pushPlanOf = (topic: NotificationTopic, emergency: boolean, { settings, zone }: Pick<MailReceiver, 'settings' | 'zone'>, now: Instant): Exclude<MailPlan, { because: 'digest' }> => {
  if (!settingOf(settings, topic).push) return { when: 'never' };
  const at = topic === 'escalation' || emergency ? null : quietUntil(settings?.quietHours ?? null, zone, now);
  return at === null ? { when: 'now' } : { when: 'later', at, because: 'quietHours' };
};

/** The instant at which a wall clock shows a time on a date; a time that the clock skips is taken an hour later, of two equal ones the first. */
const instantAt = (date: DateOnly, clock: string, zone: Zone): Instant => {
  const at = DateTime.fromISO(`${date}T${clock}`, { zone });
  if (!at.isValid) throw new RangeError(`No such time in ${zone}: ${date} ${clock}`);
  return (at.getPossibleOffsets()[0] ?? at).toUTC().toISO();
};
const nextDate = (date: DateOnly): DateOnly => new Date(Date.parse(`${date}T00:00:00.000Z`) + 86_400_000).toISOString().slice(0, 10);

/** When the quiet hours end in which an instant falls; null where it falls in none. */
export const quietUntil = (quiet: QuietHours | null, zone: Zone, now: Instant): Instant | null => {
  if (quiet === null) return null;
  const clock = DateTime.fromISO(now, { zone }).toFormat('HH:mm');
  const overMidnight = quiet.to < quiet.from;
  const isQuiet = overMidnight ? clock >= quiet.from || clock < quiet.to : clock >= quiet.from && clock < quiet.to;
  if (!isQuiet) return null;
  const today = dateAt(now, zone);
  return instantAt(clock < quiet.to ? today : nextDate(today), quiet.to, zone);
};

const works = ({ calendar, leave, zone }: MailReceiver, date: DateOnly): boolean => {
  if (calendar === null) return true;
  const found = workingTimeBetween(startOfDate(date, zone), endOfDate(date, zone), { calendar, leave, unreviewedYears: 'plain-week' });
  return !found.ok || found.milliseconds > 0;
};

/** Longest time for which a digest waits for a working day, in days: somebody on leave for months gets one all the same. */
const patience = 31;

/** The next morning of the receiver after an instant: on a day on which the own calendar works, and on none that had its digest. */
export const nextDigest = (receiver: MailReceiver, now: Instant): Instant => {
  const clock = receiver.settings?.digestAt ?? defaultSettings.digestAt;
  const isFree = (date: DateOnly): boolean => instantAt(date, clock, receiver.zone) > now && (receiver.lastDigest === null || date > receiver.lastDigest);
  let date = dateAt(now, receiver.zone);
  while (!isFree(date)) date = nextDate(date);
  const first = date;
  for (let day = 0; day < patience; day += 1, date = nextDate(date)) if (works(receiver, date)) return instantAt(date, clock, receiver.zone);
  return instantAt(first, clock, receiver.zone);
};
