import { startOfDate } from '../core/date-in-zone.js';
import type { Instant } from '../core/instant.js';
import type { PersonState } from './institution.js';

export interface LeaveToBegin { readonly from: string; readonly to: string; readonly at: Instant }

/** Planned leave whose beginning nobody has acted on yet, with the instant (UTC) at which it begins where the person's clocks show it. */
export const leaveToBegin = (state: Pick<PersonState, 'leave' | 'begun' | 'zone'>): readonly LeaveToBegin[] => state.leave
  .filter(({ from }) => state.begun?.includes(from) !== true)
  .map(({ from, to }) => ({ from, to, at: from.length === 'YYYY-MM-DD'.length ? startOfDate(from, state.zone) : from }))
  .sort((a, b) => (a.at < b.at ? -1 : 1));

/** What a person's process needs to know: tasks that have to go to others now, else the next leave to begin. */
export const personNews = (state: PersonState) => {
  const [leave] = leaveToBegin(state);
  const next = leave === undefined ? null : { at: leave.at, what: 'person.leave' };
  return { stages: [], ready: [], nextDue: state.owes == null ? next : { at: state.owes.at, what: 'person.tasks' }, closed: false };
};
