import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { notNow, type MeetingCommand } from './definition.js';
import { invitedTo } from './invited.js';
import { runsOrIs } from './run-meeting.js';

/**
 * Whether somebody comes to a sitting that has not begun: said by that person, or noted by who runs the meeting (a call by phone). The
 * last answer holds. Refused: MEETING.WRONG_STATUS, MEETING.NOT_INVITED, MEETING.SAME_ANSWER.
 */
export const answerInvitation: MeetingCommand<'answerInvitation'> = {
  type: 'answerInvitation', stream: 'meeting',
  mayDo: (actor, meeting, { personId }) => runsOrIs(actor, meeting, personId),
  decide: (meeting, { personId, answer }, { board, people }) => {
    const early = notNow(meeting, 'planned', 'frozen');
    if (early !== null) return early;
    if (!invitedTo(board, people).some((one) => one.personId === personId) && meeting.guests?.some((one) => one.personId === personId) !== true) return refuse('MEETING.NOT_INVITED', { personId }, 'personId');
    if (meeting.answers.some((one) => one.personId === personId && one.answer === answer)) return refuse('MEETING.SAME_ANSWER', { answer }, 'answer');
    return [event('InvitationAnswered', { personId, answer })];
  },
};
