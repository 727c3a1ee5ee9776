import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import { dateAt } from '../core/date-in-zone.js';
import type { Instant } from '../core/instant.js';
import { notNow, runsMeetingsAt, staleMeeting, type MeetingCommand } from './definition.js';
import { fileDatesOf, worksOn } from './series.js';

const passed = (startsAt: Instant, context: Context): Refusal | null =>
  startsAt > context.now ? null : refuse('MEETING.IN_THE_PAST', { startsAt }, 'startsAt');

/**
 * A sitting of the board, of its series or beside it. Refused: MEETING.IN_THE_PAST; MEETING.HOST_HOLIDAY for the process (a sitting
 * on a day off of the host is confirmed by a person, never made silently).
 */
export const planMeeting: MeetingCommand<'planMeeting'> = {
  type: 'planMeeting', stream: 'meeting', begins: true,
  mayDo: (actor, _none, _data, { board }) => (actor.kind === 'process' ? null : runsMeetingsAt(actor, board.hostInstitutionId)),
  decide: (_none, data, context) => {
    const { board, calendars } = context;
    const late = passed(data.startsAt, context);
    if (late !== null) return late;
    const date = dateAt(data.startsAt, data.zone);
    if (context.actor.kind === 'process' && !worksOn(date, data.zone, board.hostInstitutionId, calendars)) return refuse('MEETING.HOST_HOLIDAY', { date });
    return [event('MeetingPlanned', { meeting: {
      number: data.number, boardId: data.boardId, hostInstitutionId: board.hostInstitutionId, startsAt: data.startsAt, zone: data.zone, minutes: data.minutes, place: data.place,
      status: 'planned', chairId: null, scribeId: null, ...fileDatesOf(data.startsAt, board.hostInstitutionId, calendars), attendance: [], order: [],
      openedAt: null, closedAt: null, cancelledBecause: null, cutDoneAt: null, owes: [],
    } })];
  },
};

/** Another time for the same sitting: freeze and cut are planned anew. Refused: MEETING.WRONG_STATUS, MEETING.IN_THE_PAST, MEETING.NEWER_VERSION. */
export const moveMeeting: MeetingCommand<'moveMeeting'> = {
  type: 'moveMeeting', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { startsAt }, context, seenVersion) => notNow(meeting, 'planned', 'frozen') ?? staleMeeting(meeting, seenVersion) ?? passed(startsAt, context)
    ?? [event('MeetingMoved', { startsAt, ...fileDatesOf(startsAt, meeting.hostInstitutionId, context.calendars) })],
};

/** The sitting will not be. Its cases go to the next one by themselves. Refused: MEETING.WRONG_STATUS. */
export const cancelMeeting: MeetingCommand<'cancelMeeting'> = {
  type: 'cancelMeeting', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { because }) => notNow(meeting, 'planned', 'frozen') ?? [event('MeetingCancelled', { because })],
};
