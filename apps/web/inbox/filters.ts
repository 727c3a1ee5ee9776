import type { TaskDto } from '../generated/types.gen.js';
import { isShown, type Shown } from './shown.js';

export const kinds: readonly TaskDto['kind'][] = ['pathologyReview', 'secondPathologyReview', 'imagingReview', 'opinion', 'resolveDiscordance', 'thirdOpinion', 'triage', 'provideInformation', 'supplyItem', 'recordConsent', 'supplyMaterial', 'decide', 'sign', 'acknowledge', 'recordPatientDecision', 'secondOpinion', 'acceptTransfer', 'transferItem', 'confirmArrival', 'answerFollowUp', 'followUpVisit', 'closeCase'];
export const urgencies = ['emergency', 'urgent', 'routine'] as const;
/** How much time somebody may have between two things. */
export const minuteChoices = ['5', '8', '10', '15', '30', '45'] as const;

/** What is looked at in the inbox: it stands in the address, so that it can be kept and sent, and is there again after going back. */
export interface InboxFilters { readonly shown: Shown; readonly kind: string | null; readonly urgency: string | null; readonly minutes: string | null }

const oneOf = (list: readonly string[], given: string | null): string | null => (given !== null && list.includes(given) ? given : null);

/** The filters of an address; what it can't mean is left out. Whole minutes up to two hours, also such as no choice names: what is left of one. */
export function filtersIn(search: URLSearchParams): InboxFilters {
  const shown = search.get('show');
  const minutes = search.get('minutes');
  return {
    shown: isShown(shown) ? shown : 'mine', kind: oneOf(kinds, search.get('kind')), urgency: oneOf(urgencies, search.get('urgency')),
    minutes: minutes !== null && /^([1-9]|[1-9]\d|1[01]\d|120)$/.test(minutes) ? minutes : null,
  };
}

/** The address after a change; null takes a filter out. Another list begins with nothing chosen. */
export function withFilters(before: URLSearchParams, change: Readonly<Record<string, string | null>>): URLSearchParams {
  const next = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) if (value === null || (name === 'show' && value === 'mine')) next.delete(name); else next.set(name, value);
  return next;
}

/** Until when somebody has time who has so many minutes from now, as it goes from task to task in the address. */
export const untilIn = (minutes: string, now: number): string => new Date(now + Number(minutes) * 60_000).toISOString();
/** Whole minutes that are left of it; null where nobody is in a hurry. */
export function minutesLeft(until: string | null, now: number): number | null {
  const end = until === null ? Number.NaN : Date.parse(until);
  return Number.isNaN(end) ? null : Math.max(0, Math.floor((end - now) / 60_000));
}
