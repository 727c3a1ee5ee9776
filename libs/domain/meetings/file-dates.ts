import type { Context } from '../core/context.js';
import { plusMilliseconds, type Instant } from '../core/instant.js';
import { fileDatesOf, type FileDates } from './series.js';

/**
 * Freeze, cut and last look of a sitting that is planned or moved now. One on short notice has none of them in the past: its files are
 * looked at at once, and what would be over already comes half-way to the sitting, so that nobody loses a place before hearing of it.
 */
export const fileDatesOn = (startsAt: Instant, hostInstitutionId: string, { now, calendars }: Pick<Context, 'now' | 'calendars'>): FileDates => {
  const dates = fileDatesOf(startsAt, hostInstitutionId, calendars);
  const halfWay = plusMilliseconds(now, Math.floor((Date.parse(startsAt) - Date.parse(now)) / 2));
  const ahead = (at: Instant): Instant => (at > now ? at : halfWay);
  return { freezeAt: dates.freezeAt > now ? dates.freezeAt : now, cutAt: ahead(dates.cutAt), quorumAt: ahead(dates.quorumAt) };
};
