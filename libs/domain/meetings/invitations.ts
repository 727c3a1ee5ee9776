import { actorId } from '../cases/may.js';
import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { notNow, processOnly, runsMeetingsAt, type MeetingCommand } from './definition.js';
import type { MeetingEvent } from './events.js';
import { dayOffSince, hospitalsOff } from './day-off.js';
import { invitedTo } from './invited.js';
import { fileDatesOn } from './file-dates.js';
import { instantOf, wallTimeOf } from './series.js';
import type { MeetingState } from './state.js';

/** Whom the board would invite now: its own people, and the substitutes that they named, but not who was left out of this sitting. */
export const membersNow = (leftOut: readonly string[], { board, people }: Pick<Context, 'board' | 'people'>): readonly string[] =>
  invitedTo(board, people).map(({ personId }) => personId).filter((id) => !leftOut.includes(id));

/**
 * Somebody more is asked to a sitting that has not begun: a member who was left out, or a guest from outside the board, for this sitting
 * alone. Refused: MEETING.WRONG_STATUS, MEETING.INVITED_ALREADY, PERSON.UNKNOWN, MEETING.NOT_OF_THIS_BOARD (no member), MEETING.A_MEMBER (no guest).
 */
export const inviteToMeeting: MeetingCommand<'inviteToMeeting'> = {
  type: 'inviteToMeeting', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { personId, as }, context) => {
    const early = notNow(meeting, 'planned', 'frozen', 'open');
    if (early !== null) return early;
    if (meeting.invited?.includes(personId) === true) return refuse('MEETING.INVITED_ALREADY', { personId }, 'personId');
    if (context.people.byId(personId)?.active !== true) return refuse('PERSON.UNKNOWN', { personId }, 'personId');
    const isMember = membersNow([], context).includes(personId);
    if (as === 'member') return isMember ? [event('PeopleInvited', { personIds: [personId] })] : refuse('MEETING.NOT_OF_THIS_BOARD', { personId }, 'personId');
    return isMember ? refuse('MEETING.A_MEMBER', { personId }, 'as') : [event('GuestInvited', { personId, as })];
  },
};

/** The sitting is no longer for somebody: it leaves their calendar. Refused: MEETING.WRONG_STATUS, MEETING.NOT_INVITED. */
export const withdrawInvitation: MeetingCommand<'withdrawInvitation'> = {
  type: 'withdrawInvitation', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { personId }, { actor }) => notNow(meeting, 'planned', 'frozen')
    ?? (meeting.invited?.includes(personId) === true ? [event('InvitationWithdrawn', { personIds: [personId], by: actorId(actor) })] : refuse('MEETING.NOT_INVITED', { personId }, 'personId')),
};

/**
 * Once a day, and when the board or a calendar changes: a sitting ahead keeps the wall time that was meant although the zone's rules changed,
 * is in the calendars of those who sit on the board now, and does not stand unseen on a day off that was published later. Refused: MEETING.WRONG_STATUS, MEETING.AS_MEANT where nothing differs.
 */
export const keepMeeting: MeetingCommand<'keepMeeting'> = {
  type: 'keepMeeting', stream: 'meeting', needs: ['agenda'],
  mayDo: processOnly,
  decide: (meeting, _data, context) => {
    const late = notNow(meeting, 'planned', 'frozen');
    if (late !== null) return late;
    const moved = meantTime(meeting, context);
    const events = [...moved, ...meantPeople(meeting, context), ...(moved.length > 0 || meeting.extraordinary === true ? [] : dayOffSince(meeting, context))];
    return events.length > 0 ? events : refuse('MEETING.AS_MEANT', {});
  },
};

const meantTime = (meeting: MeetingState, context: Context): readonly MeetingEvent[] => {
  const { wallTime, zone } = meeting;
  const [date, time] = wallTime?.split('T') ?? [];
  if (wallTime === undefined || date === undefined || time === undefined) return [];
  const startsAt = instantOf(date, time, zone);
  // By the minute: a meeting that was planned to the second would else be moved, and its answers lost, by no rule at all.
  return wallTimeOf(meeting.startsAt, zone) === wallTime || startsAt <= context.now ? [] : [event('MeetingMoved', { startsAt, ...fileDatesOn(startsAt, meeting.hostInstitutionId, context), wallTime, daysOffKnown: hospitalsOff(context.board, startsAt, context.calendars), because: 'timeZoneRules' })];
};

const meantPeople = (meeting: MeetingState, context: Context): readonly MeetingEvent[] => {
  const { invited = [], leftOut = [], guests = [] } = meeting;
  const members = membersNow(leftOut, context);
  const gone = invited.filter((id) => !members.includes(id) && !guests.some(({ personId }) => personId === id));
  const come = members.filter((id) => !invited.includes(id));
  return [
    ...(gone.length > 0 ? [event('InvitationWithdrawn', { personIds: gone, by: null })] : []),
    ...(come.length > 0 ? [event('PeopleInvited', { personIds: come })] : []),
  ];
};
