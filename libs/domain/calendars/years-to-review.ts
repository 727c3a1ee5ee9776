import { dateAt } from '../core/date-in-zone.js';
import type { Instant } from '../core/instant.js';
import type { Calendar } from '../time/calendar.js';

/** From this day on the next year should have been reviewed (ours). */
const askFrom = '10-01';

/** Years that somebody should review now: this one, and from 1 October the next, by the calendar's own date. Dates computed in them are provisional. */
export const yearsToReview = (calendar: Calendar, now: Instant): readonly number[] => {
  const today = dateAt(now, calendar.zone);
  const year = Number(today.slice(0, 4));
  const wanted = today.slice(5) >= askFrom ? [year, year + 1] : [year];
  return wanted.filter((each) => !calendar.reviewedYears.some((reviewed) => reviewed.year === each));
};
