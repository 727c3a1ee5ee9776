import { plusMilliseconds, type Instant } from '../core/instant.js';
import type { MeetingEvent } from './events.js';
import type { MeetingState, Voice } from './state.js';

const unreached = (event: never): never => {
  throw new Error(`Not an event of a meeting: ${JSON.stringify(event)}`);
};

/** For meetings that were planned before the last look had a date of its own: two clock hours. */
const lastLookBefore = (startsAt: Instant): Instant => plusMilliseconds(startsAt, -2 * 3_600_000);

const withdrawn = (meeting: MeetingState, { personIds, by }: Extract<MeetingEvent, { type: 'InvitationWithdrawn' }>['data']): MeetingState => {
  const stays = ({ personId }: { readonly personId: string }): boolean => !personIds.includes(personId);
  return {
    ...meeting, invited: (meeting.invited ?? []).filter((id) => !personIds.includes(id)), guests: (meeting.guests ?? []).filter(stays), answers: meeting.answers.filter(stays),
    leftOut: by === null ? (meeting.leftOut ?? []) : [...(meeting.leftOut ?? []), ...personIds], sequence: (meeting.sequence ?? 0) + 1,
  };
};

/** The clock of the case that was heard stops. */
const stopped = (meeting: MeetingState, at: Instant): MeetingState => {
  const { current } = meeting;
  if (current == null) return meeting;
  const { caseId, since } = current;
  return { ...meeting, current: null, spent: { ...meeting.spent, [caseId]: (meeting.spent?.[caseId] ?? 0) + Date.parse(at) - Date.parse(since) } };
};

const withBox = (meeting: MeetingState, { caseId, minutes }: { caseId: string; minutes: number | null }): MeetingState['boxes'] => {
  const others = Object.entries(meeting.boxes ?? {}).filter(([id]) => id !== caseId);
  return Object.fromEntries(minutes === null ? others : [...others, [caseId, minutes]]);
};

const withVoice = (meeting: MeetingState, { caseId, voice, heard }: { caseId: string; voice: Voice; heard: boolean }): MeetingState['heard'] => {
  const others = (meeting.heard?.[caseId] ?? []).filter((one) => one !== voice);
  return { ...meeting.heard, [caseId]: heard ? [...others, voice] : others };
};

const foundOff = (meeting: MeetingState, { institutionIds, byRule, again }: Extract<MeetingEvent, { type: 'DayOffFound' }>['data'], at: Instant): MeetingState => {
  const { dayOff, daysOffKnown = [] } = meeting;
  const union = (before: readonly string[]): readonly string[] => [...new Set([...before, ...institutionIds])];
  return { ...meeting, dayOff: { institutionIds: union(dayOff?.institutionIds ?? []), byRule, at: again ? (dayOff?.at ?? at) : at, again }, daysOffKnown: union(daysOffKnown) };
};

const goneOff = (meeting: MeetingState, gone: readonly string[]): MeetingState => {
  const still = (ids: readonly string[]): readonly string[] => ids.filter((id) => !gone.includes(id));
  const left = still(meeting.dayOff?.institutionIds ?? []);
  return { ...meeting, dayOff: meeting.dayOff == null || left.length === 0 ? null : { ...meeting.dayOff, institutionIds: left }, daysOffKnown: still(meeting.daysOffKnown ?? []) };
};

const after = (meeting: MeetingState, event: Exclude<MeetingEvent, { type: 'MeetingPlanned' }>, at: Instant): MeetingState => {
  switch (event.type) {
    // A moved meeting gets its freeze, cut and answers anew: what was looked at and said for the old date says nothing about the new one.
    case 'MeetingMoved': {
      const { quorumAt = lastLookBefore(event.data.startsAt), because: _because, ...dates } = event.data;
      return { ...meeting, daysOffKnown: [], ...dates, dayOff: null, quorumAt, status: 'planned', cutDoneAt: null, quorumLook: 'none', answers: [], notTaken: [], sequence: (meeting.sequence ?? 0) + 1, timeSequence: (meeting.sequence ?? 0) + 1 };
    }
    case 'MeetingCancelled': return { ...meeting, status: 'cancelled', cancelledBecause: event.data.because, owes: ['releaseAgenda'], sequence: (meeting.sequence ?? 0) + 1 };
    case 'DayOffFound': return foundOff(meeting, event.data, at);
    case 'DayOffGone': return goneOff(meeting, event.data.institutionIds);
    case 'DateConfirmed': return { ...meeting, dayOff: null };
    case 'PeopleInvited': return { ...meeting, invited: [...(meeting.invited ?? []), ...event.data.personIds], leftOut: (meeting.leftOut ?? []).filter((id) => !event.data.personIds.includes(id)) };
    case 'GuestInvited': return { ...meeting, invited: [...(meeting.invited ?? []), event.data.personId], guests: [...(meeting.guests ?? []), event.data] };
    case 'InvitationWithdrawn': return withdrawn(meeting, event.data);
    case 'AgendaOrdered': return { ...meeting, order: event.data.order };
    case 'FileFrozen': return { ...meeting, status: 'frozen', owes: Object.keys(event.data.missing).length > 0 ? [...meeting.owes, 'tellMissing'] : meeting.owes };
    case 'AgendaCut': return { ...meeting, cutDoneAt: at, owes: [...meeting.owes, 'delistIncomplete'] };
    case 'InvitationAnswered': return { ...meeting, answers: [...meeting.answers.filter((one) => one.personId !== event.data.personId), { ...event.data, at }] };
    case 'MailedAnswerNotTaken': return { ...meeting, notTaken: [...(meeting.notTaken ?? []), event.data] };
    case 'QuorumChecked': case 'QuorumWarned': return { ...meeting, quorumLook: event.data.look };
    case 'AgendaSettled': return { ...meeting, owes: meeting.owes.filter((move) => move !== event.data.move) };
    case 'MeetingOpened': return { ...meeting, status: 'open', chairId: event.data.chairId, scribeId: event.data.scribeId, openedAt: at };
    case 'AttendanceRecorded': return { ...meeting, attendance: [...meeting.attendance, event.data.attendance] };
    case 'AttendanceChanged': return { ...meeting, attendance: meeting.attendance.map((one) => (one.personId === event.data.personId && one.leftAt === null ? { ...one, how: event.data.how, earlier: [...(one.earlier ?? []), { how: one.how, until: at }] } : one)) };
    case 'AttendanceEnded': return {
      ...meeting, attendance: meeting.attendance.map((one) => (one.personId === event.data.personId && one.leftAt === null ? { ...one, leftAt: at } : one)),
    };
    case 'ChairHandedOn': return { ...meeting, chairId: event.data.chairId };
    case 'CaseTakenUp': return { ...stopped(meeting, at), current: { caseId: event.data.caseId, since: at } };
    case 'BreakTaken': return stopped(meeting, at);
    case 'VoiceHeard': return { ...meeting, heard: withVoice(meeting, event.data) };
    case 'TimeBoxSet': return { ...meeting, boxes: withBox(meeting, event.data) };
    case 'MinutesApproved': return { ...meeting, minutesApproved: { by: event.data.by, at } };
    // A cut that came too late to be carried out is overtaken: closing takes every undecided case off.
    case 'MeetingClosed': return {
      ...stopped(meeting, at), status: 'closed', closedAt: at, owes: ['releaseAgenda'],
      attendance: meeting.attendance.map((one) => (one.leftAt === null ? { ...one, leftAt: at } : one)),
    };
    default: return unreached(event);
  }
};

/** The meeting after an event: pure, total over every event ever stored. `streamId` names a meeting that begins. */
export const evolveMeeting = (state: MeetingState | null, event: MeetingEvent, at: Instant, _actorId: string, streamId?: string): MeetingState => {
  if (event.type === 'MeetingPlanned') {
    if (state !== null || streamId === undefined) throw new Error('A meeting begins once, and with the id of its stream');
    const { meeting } = event.data;
    return { ...meeting, quorumAt: meeting.quorumAt ?? lastLookBefore(meeting.startsAt), quorumLook: 'none', answers: [], minutesApproved: null, timeSequence: 0, id: streamId, version: 1 };
  }
  if (state === null) throw new Error(`${event.type} on a meeting that was never planned`);
  return { ...after(state, event, at), version: state.version + 1 };
};
