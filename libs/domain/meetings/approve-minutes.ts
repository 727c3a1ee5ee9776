import { actorId } from '../cases/may.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { notNow, type MeetingCommand } from './definition.js';

/**
 * The chair who closed the sitting stands for its minutes: what the meeting recorded, that is the agenda in its order, who was there from
 * when to when, and each case's outcome. Refused: MEETING.WRONG_STATUS before it is closed, MEETING.MINUTES_APPROVED (by whom, when).
 */
export const approveMinutes: MeetingCommand<'approveMinutes'> = {
  type: 'approveMinutes', stream: 'meeting',
  mayDo: (actor, meeting) => (actor.kind === 'person' && actor.personId === meeting.chairId ? null : refuse('ACCESS.NOT_ALLOWED', { needs: ['chair'] })),
  decide: (meeting, _data, { actor, people }) => notNow(meeting, 'closed')
    ?? (meeting.minutesApproved === null ? [event('MinutesApproved', { by: actorId(actor) })] : refuse('MEETING.MINUTES_APPROVED', { by: people.byId(meeting.minutesApproved.by)?.name ?? '', at: meeting.minutesApproved.at })),
};
