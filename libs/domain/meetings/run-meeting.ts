import { holds } from '../core/actor.js';
import type { AgendaCase } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { People } from '../people/people.js';
import { notNow, runsMeetingsAt, staleMeeting, type MeetingCommand } from './definition.js';
import type { MeetingEvent } from './events.js';
import { inOrder } from './hardness.js';
import type { MeetingState } from './state.js';

const mayLead = (people: People, personId: string, institutionId: string): Refusal | null => {
  const person = people.byId(personId);
  return person?.active === true && person.posts.some((post) => post.role === 'chair' && post.institutionId === institutionId)
    ? null : refuse('MEETING.NOT_A_CHAIR', { personId }, 'chairId');
};

/** The order of the agenda. Refused: MEETING.WRONG_STATUS, MEETING.NEWER_VERSION, MEETING.ORDER_REPEATS. */
export const orderAgenda: MeetingCommand<'orderAgenda'> = {
  type: 'orderAgenda', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { order }, _context, seenVersion) => notNow(meeting, 'planned', 'frozen', 'open') ?? staleMeeting(meeting, seenVersion)
    ?? (new Set(order).size < order.length ? refuse('MEETING.ORDER_REPEATS', {}, 'order') : [event('AgendaOrdered', { order })]),
};

/** The order as it is when the sitting begins: what changes in a file meanwhile doesn't move the cases under the eyes of the room. */
const orderNow = (meeting: MeetingState, cases: readonly AgendaCase[]): readonly MeetingEvent[] => {
  const order = inOrder(meeting.order, cases).map(({ caseId }) => caseId);
  return order.length < 2 || order.join() === meeting.order.join() ? [] : [event('AgendaOrdered', { order })];
};

/** The sitting begins, under a chair of the host; the order of its agenda stands from then on. Refused: MEETING.WRONG_STATUS, MEETING.NOT_A_CHAIR. */
export const openMeeting: MeetingCommand<'openMeeting'> = {
  type: 'openMeeting', stream: 'meeting', needs: ['agenda'],
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { chairId, scribeId }, { people, agenda }) => notNow(meeting, 'planned', 'frozen') ?? mayLead(people, chairId, meeting.hostInstitutionId)
    ?? [...orderNow(meeting, agenda ?? []), event('MeetingOpened', { chairId, scribeId })],
};

/** The chair passes to another chair of the host, in the room: for a conflict of interest, or to leave. */
export const handOnChair: MeetingCommand<'handOnChair'> = {
  type: 'handOnChair', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { chairId }, { people }) => notNow(meeting, 'open') ?? mayLead(people, chairId, meeting.hostInstitutionId)
    ?? (isIn(meeting, chairId) ? null : refuse('MEETING.NOT_PRESENT', { personId: chairId }, 'chairId')) ?? [event('ChairHandedOn', { chairId })],
};

/** The sitting ends. Cases still undecided go to the next one by themselves, as "time ran out". Refused: MEETING.WRONG_STATUS. */
export const closeMeeting: MeetingCommand<'closeMeeting'> = {
  type: 'closeMeeting', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting) => notNow(meeting, 'open') ?? [event('MeetingClosed', {})],
};

export const isIn = (meeting: MeetingState, personId: string): boolean => meeting.attendance.some((one) => one.personId === personId && one.leftAt === null);

/** Runs the meeting, or is the person concerned. */
export const runsOrIs = (actor: Parameters<typeof holds>[0], meeting: MeetingState, personId: string): Refusal | null =>
  actor.kind === 'person' && actor.personId === personId ? null : runsMeetingsAt(actor, meeting.hostInstitutionId);
