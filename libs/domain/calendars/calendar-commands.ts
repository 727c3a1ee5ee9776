import type { CommandDefinition } from '../core/command.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { InstitutionCommandData } from '../people/commands.js';
import type { InstitutionEvent, InstitutionState } from '../people/institution.js';
import { adminOf } from '../people/rights.js';
import { calendarFaults } from '../time/calendar-faults.js';
import { ownCalendarId } from './reviewed.js';

type InstitutionCommand<Name extends keyof InstitutionCommandData> = CommandDefinition<InstitutionState, InstitutionCommandData[Name], InstitutionEvent>;

/**
 * Lays a whole calendar down for review; nothing counts by it yet. The last draft is the one that stands. By the hospital's admin.
 * Refused: CALENDAR.INVALID (faults with their places), CALENDAR.NEWER_DRAFT (somebody drafted since this one was on the screen).
 */
export const draftCalendar: InstitutionCommand<'draftCalendar'> = {
  type: 'draftCalendar', stream: 'institution', mayDo: (actor, state) => adminOf(actor, [state.id]),
  decide: (state, { calendar }, context, seenVersion) => {
    const { drafts = 0 } = state.calendar ?? {};
    if (seenVersion !== undefined && seenVersion !== drafts) return refuse('CALENDAR.NEWER_DRAFT', { draft: drafts, by: state.calendar?.draft?.by ?? null });
    const faults = calendarFaults(calendar).map(({ at, code }) => `${at}: ${code}`);
    if (faults.length > 0) return refuse('CALENDAR.INVALID', { faults: faults.slice(0, 20) }, 'calendar');
    return [event('CalendarDrafted', { draft: drafts + 1, hash: context.hash(calendar), zone: calendar.zone })];
  },
};

/**
 * Puts the draft in force as the next version of the hospital's own calendar: who publishes has reviewed it. Open deadlines are then planned
 * anew, case by case. Refused: CALENDAR.NO_DRAFT, CALENDAR.NEWER_DRAFT (the draft that was reviewed is not the one that stands).
 */
export const publishCalendar: InstitutionCommand<'publishCalendar'> = {
  type: 'publishCalendar', stream: 'institution', mayDo: (actor, state) => adminOf(actor, [state.id]),
  decide: (state, { draft }) => {
    const standing = state.calendar?.draft ?? null;
    if (standing === null) return refuse('CALENDAR.NO_DRAFT');
    if (standing.number !== draft) return refuse('CALENDAR.NEWER_DRAFT', { draft: standing.number, by: standing.by });
    return [event('CalendarPublished', { calendarId: ownCalendarId(state.code), version: (state.calendar?.version ?? 0) + 1, draft, hash: standing.hash, zone: standing.zone })];
  },
};
