import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import { dateAt } from '../core/date-in-zone.js';
import type { Instant } from '../core/instant.js';
import { notNow, runsMeetingsAt, staleMeeting, type MeetingCommand } from './definition.js';
import type { MeetingCommandData } from './commands.js';
import { hospitalsOff } from './day-off.js';
import { fileDatesOn } from './file-dates.js';
import { membersNow } from './invitations.js';
import { dateOfSlot, instantOf, seriesOf, wallTimeOf, worksOn } from './series.js';

const passed = (startsAt: Instant, context: Context): Refusal | null =>
  startsAt > context.now ? null : refuse('MEETING.IN_THE_PAST', { startsAt }, 'startsAt');

/** When a sitting begins: a date of a series follows that series' rule for days off of the host. */
const startOf = ({ startsAt, zone, slot }: MeetingCommandData['planMeeting'], { actor, board, calendars }: Context): Instant | Refusal => {
  if (actor.kind !== 'process') return startsAt;
  const date = slot?.date ?? dateAt(startsAt, zone);
  const series = slot === undefined ? undefined : seriesOf(board).find(({ name }) => name === slot.series)?.series;
  const held = series === undefined ? (worksOn(date, zone, board.hostInstitutionId, calendars) ? date : null) : dateOfSlot(series, date, board.hostInstitutionId, calendars);
  if (held === null) return refuse('MEETING.HOST_HOLIDAY', { date });
  return held === date || series === undefined ? startsAt : instantOf(held, series.localTime, series.zone);
};

/**
 * A sitting of the board, of its series or beside it, with everybody of the board invited. Refused: MEETING.IN_THE_PAST; MEETING.HOST_HOLIDAY
 * for the process where the series' rule does not move it (a sitting on a day off of the host is confirmed by a person, never made silently).
 */
export const planMeeting: MeetingCommand<'planMeeting'> = {
  type: 'planMeeting', stream: 'meeting', begins: true,
  mayDo: (actor, _none, _data, { board }) => (actor.kind === 'process' ? null : runsMeetingsAt(actor, board.hostInstitutionId)),
  decide: (_none, data, context) => {
    const { board } = context;
    const startsAt = startOf(data, context);
    if (isRefusal(startsAt)) return startsAt;
    const late = passed(startsAt, context);
    if (late !== null) return late;
    const personIds = membersNow([], context);
    return [
      event('MeetingPlanned', { meeting: {
        number: data.number, boardId: data.boardId, hostInstitutionId: board.hostInstitutionId, startsAt, zone: data.zone, minutes: data.minutes, place: data.place, wallTime: wallTimeOf(startsAt, data.zone),
        ...(data.slot === undefined ? {} : { slot: data.slot }), ...(data.extraordinary === true ? { extraordinary: true } : {}),
        daysOffKnown: hospitalsOff(board, startsAt, context.calendars),
        status: 'planned', chairId: null, scribeId: null, ...fileDatesOn(startsAt, board.hostInstitutionId, context), attendance: [], order: [],
        openedAt: null, closedAt: null, cancelledBecause: null, cutDoneAt: null, owes: [],
      } }),
      ...(personIds.length > 0 ? [event('PeopleInvited', { personIds })] : []),
    ];
  },
};

/** Another time for the same sitting: freeze and cut are planned anew. Refused: MEETING.WRONG_STATUS, MEETING.IN_THE_PAST, MEETING.NEWER_VERSION. */
export const moveMeeting: MeetingCommand<'moveMeeting'> = {
  type: 'moveMeeting', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { startsAt }, context, seenVersion) => notNow(meeting, 'planned', 'frozen') ?? staleMeeting(meeting, seenVersion) ?? passed(startsAt, context)
    ?? [event('MeetingMoved', { startsAt, ...fileDatesOn(startsAt, meeting.hostInstitutionId, context), wallTime: wallTimeOf(startsAt, meeting.zone), daysOffKnown: hospitalsOff(context.board, startsAt, context.calendars) })],
};

/** The sitting will not be. Its cases go to the next one by themselves. Refused: MEETING.WRONG_STATUS. */
export const cancelMeeting: MeetingCommand<'cancelMeeting'> = {
  type: 'cancelMeeting', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { because }) => notNow(meeting, 'planned', 'frozen') ?? [event('MeetingCancelled', { because })],
};
