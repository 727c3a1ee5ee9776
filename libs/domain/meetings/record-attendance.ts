import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Discipline } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { namedSubstitute, type PersonSummary } from '../people/people.js';
import type { MeetingCommandData } from './commands.js';
import { notNow, type MeetingCommand } from './definition.js';
import { isIn, runsOrIs } from './run-meeting.js';
import type { Guest, MeetingState } from './state.js';

/** Clinicians of a field: specialists, and chairs and heads that a field is named for. */
const practises = (person: PersonSummary | null, discipline: Discipline, institutionId: string): boolean =>
  person?.active === true && person.posts.some((post) => post.discipline === discipline && post.institutionId === institutionId && post.role !== 'referringClinician');

const entitled = (meeting: MeetingState, data: MeetingCommandData['recordAttendance'], { people, board }: Context): Refusal | null => {
  const { personId, discipline, institutionId, substituteFor } = data;
  if (guestAs(meeting, personId) !== undefined && substituteFor === null) return practises(people.byId(personId), discipline, institutionId) ? null : refuse('MEETING.NOT_THEIR_DISCIPLINE', { personId, discipline, institutionId }, 'discipline');
  if (![board.hostInstitutionId, ...board.partnerInstitutionIds].includes(institutionId)) return refuse('MEETING.NOT_OF_THIS_BOARD', { institutionId }, 'institutionId');
  if (substituteFor === null) return practises(people.byId(personId), discipline, institutionId) ? null : refuse('MEETING.NOT_THEIR_DISCIPLINE', { personId, discipline, institutionId }, 'discipline');
  const member = people.byId(substituteFor);
  if (member === null || namedSubstitute(member, discipline) !== personId) return refuse('MEETING.SUBSTITUTE_NOT_NAMED', { personId, substituteFor }, 'substituteFor');
  return practises(member, discipline, institutionId) ? null : refuse('MEETING.NOT_THEIR_DISCIPLINE', { personId: substituteFor, discipline, institutionId }, 'discipline');
};

const guestAs = ({ guests }: MeetingState, personId: string): Guest['as'] | undefined => guests?.find((one) => one.personId === personId)?.as;
const guest = (meeting: MeetingState, { personId, substituteFor }: MeetingCommandData['recordAttendance']): { readonly as?: Guest['as'] } => {
  const as = guestAs(meeting, personId);
  return as === undefined || substituteFor !== null ? {} : { as };
};

/**
 * Somebody came, in the room or by video: for one discipline, their own or that of the person who named them as substitute beforehand; as a
 * guest of this sitting for none.
 * Refused: MEETING.WRONG_STATUS, MEETING.ALREADY_PRESENT, MEETING.NOT_THEIR_DISCIPLINE, MEETING.SUBSTITUTE_NOT_NAMED, MEETING.NOT_OF_THIS_BOARD.
 */
export const recordAttendance: MeetingCommand<'recordAttendance'> = {
  type: 'recordAttendance', stream: 'meeting',
  mayDo: (actor, meeting, { personId }) => runsOrIs(actor, meeting, personId),
  decide: (meeting, data, context) => notNow(meeting, 'open')
    ?? (isIn(meeting, data.personId) ? refuse('MEETING.ALREADY_PRESENT', { personId: data.personId }) : null)
    ?? entitled(meeting, data, context)
    ?? [event('AttendanceRecorded', { attendance: { ...data, ...guest(meeting, data), from: context.now, leftAt: null } })],
};

/**
 * Somebody goes on by video who sat in the room, or comes in. One step: they never stop counting, as leaving and coming again would have
 * it. Refused: MEETING.WRONG_STATUS, MEETING.NOT_PRESENT, MEETING.SAME_WAY.
 */
export const changeAttendance: MeetingCommand<'changeAttendance'> = {
  type: 'changeAttendance', stream: 'meeting',
  mayDo: (actor, meeting, { personId }) => runsOrIs(actor, meeting, personId),
  decide: (meeting, { personId, how }) => {
    const early = notNow(meeting, 'open');
    if (early !== null) return early;
    const stay = meeting.attendance.find((one) => one.personId === personId && one.leftAt === null);
    if (stay === undefined) return refuse('MEETING.NOT_PRESENT', { personId });
    return stay.how === how ? refuse('MEETING.SAME_WAY', { personId, how }, 'how') : [event('AttendanceChanged', { personId, how })];
  },
};

/** Somebody left: counts for nothing decided later. Refused: MEETING.WRONG_STATUS, MEETING.NOT_PRESENT; MEETING.CHAIR_STAYS until the chair was handed on. */
export const endAttendance: MeetingCommand<'endAttendance'> = {
  type: 'endAttendance', stream: 'meeting',
  mayDo: (actor, meeting, { personId }) => runsOrIs(actor, meeting, personId),
  decide: (meeting, { personId }) => notNow(meeting, 'open')
    ?? (isIn(meeting, personId) ? null : refuse('MEETING.NOT_PRESENT', { personId }))
    ?? (meeting.chairId === personId ? refuse('MEETING.CHAIR_STAYS', { personId }) : [event('AttendanceEnded', { personId })]),
};
