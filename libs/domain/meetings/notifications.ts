import type { Notification } from '../cases/notifications.js';
import type { People } from '../people/people.js';
import type { MeetingEvent } from './events.js';
import type { MeetingState } from './state.js';

/**
 * Who is told of what happened to a meeting. Where its quorum is not certain: its chairs (who is missing, by field), the substitutes who
 * are asked to come, and those who have not answered. Somebody told as chair is not asked a second time.
 */
export const notificationsOfMeeting = (event: MeetingEvent, meeting: MeetingState, people: People): readonly Notification[] => {
  if (event.type !== 'QuorumWarned') return [];
  const { missing, notKnown, asks, unanswered } = event.data;
  const params = { meetingId: meeting.id, meetingNumber: meeting.number, startsAt: meeting.startsAt };
  const chairs = people.holding('chair', meeting.hostInstitutionId).filter((person) => person.active && person.away !== true).map(({ id }) => id);
  const tell = (personId: string, kind: string, as: Notification['as'], more: Notification['params']): Notification =>
    ({ personId, kind, as, markKind: 'news', taskId: null, params: { ...params, ...more } });
  const told = [
    ...chairs.map((id) => tell(id, 'quorumWarned', 'chair', { missing: [...missing, ...notKnown], notKnown })),
    ...asks.map(({ personId }) => tell(personId, 'askedToStandIn', 'substitute', {})),
    ...unanswered.map((id) => tell(id, 'invitationUnanswered', 'invited', {})),
  ];
  return told.filter((one, place) => told.findIndex((other) => other.personId === one.personId) === place);
};
