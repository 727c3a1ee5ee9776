import type { Notification } from '../cases/notifications.js';
import type { People } from '../people/people.js';
import type { MeetingEvent } from './events.js';
import type { MeetingState } from './state.js';

/** Kinds of message that carry the sitting as a calendar file. */
export const invitationKinds = ['meetingInvited', 'meetingMoved', 'meetingCancelled', 'invitationWithdrawn'] as const;
export type InvitationKind = (typeof invitationKinds)[number];

/**
 * Who is told of what happened to a meeting: who is invited, of each change. Sittings that a series plans by itself come as calendar
 * files alone, since the list of meetings shows them; whatever else happens to a sitting stands in the product too.
 */
export const notificationsOfMeeting = (event: MeetingEvent, meeting: MeetingState, people: People, before: MeetingState | null = null): readonly Notification[] => {
  const { id: meetingId, number: meetingNumber, startsAt, extraordinary, guests = [] } = meeting;
  const params = { meetingId, meetingNumber, startsAt, sequence: meeting.sequence ?? 0, ...(extraordinary === true ? { extraordinary } : {}) };
  const tell = (personIds: readonly string[], kind: InvitationKind, more: Notification['params'] = {}, mailOnly = false): readonly Notification[] => personIds.map((personId) => ({
    personId, kind, as: guests.some((guest) => guest.personId === personId) ? 'guest' as const : 'invited' as const, markKind: 'news' as const, taskId: null, params: { ...params, ...more }, ...(mailOnly ? { mailOnly: true as const } : {}),
  }));
  switch (event.type) {
    case 'PeopleInvited': return tell(event.data.personIds, 'meetingInvited', {}, meeting.slot !== undefined);
    case 'GuestInvited': return tell([event.data.personId], 'meetingInvited', { guest: event.data.as });
    case 'MeetingMoved': return tell(meeting.invited ?? [], 'meetingMoved', { was: before?.startsAt ?? null, ...(event.data.because === undefined ? {} : { because: event.data.because }) });
    case 'MeetingCancelled': return tell(meeting.invited ?? [], 'meetingCancelled', { because: event.data.because });
    case 'InvitationWithdrawn': return tell(event.data.personIds, 'invitationWithdrawn');
    // The person may not know of an answer in their name: somebody to whom the invitation was passed on can give one.
    case 'InvitationAnswered': return event.data.byMail === undefined ? [] : [ofMail(event.data.personId, 'mailedAnswerTaken', { ...params, answer: event.data.answer })];
    case 'MailedAnswerNotTaken': return [ofMail(event.data.personId, 'mailedAnswerNotTaken', { ...params, because: event.data.because })];
    case 'DayOffFound': return ofDayOff(event.data, meeting, people);
    case 'QuorumWarned': return ofQuorum(event.data, meeting, people);
    default: return [];
  }
};

const ofMail = (personId: string, kind: 'mailedAnswerTaken' | 'mailedAnswerNotTaken', params: Notification['params']): Notification =>
  ({ personId, kind, as: 'invited', markKind: 'news', taskId: null, params });

/** It stands on a day off: those who can move it hear of it, and where nobody of them is there, the host's admins. */
const ofDayOff = ({ institutionIds, again }: Extract<MeetingEvent, { type: 'DayOffFound' }>['data'], { id: meetingId, number: meetingNumber, startsAt, hostInstitutionId }: MeetingState, people: People): readonly Notification[] => {
  const there = (role: 'chair' | 'caseManager' | 'admin'): readonly string[] => people.holding(role, hostInstitutionId).filter((person) => person.active && person.away !== true).map(({ id }) => id);
  const run = [...new Set([...there('chair'), ...there('caseManager')])];
  const tell = (as: 'runsMeetings' | 'admin') => (personId: string): Notification => ({ personId, kind: 'meetingOnDayOff', as, markKind: 'news', taskId: null, params: { meetingId, meetingNumber, startsAt, institutionIds, again } });
  return run.length > 0 ? run.map(tell('runsMeetings')) : there('admin').map(tell('admin'));
};

/**
 * Where the quorum is not certain: its chairs (who is missing, by field), the substitutes who are asked to come, and those who have not
 * answered. Somebody told as chair is not asked a second time.
 */
const ofQuorum = ({ missing, notKnown, asks, unanswered }: Extract<MeetingEvent, { type: 'QuorumWarned' }>['data'], meeting: MeetingState, people: People): readonly Notification[] => {
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
