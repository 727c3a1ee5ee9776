import type { Instant } from '../core/instant.js';
import type { MeetingEvent } from './events.js';
import type { MeetingState } from './state.js';

const unreached = (event: never): never => {
  throw new Error(`Not an event of a meeting: ${JSON.stringify(event)}`);
};

const after = (meeting: MeetingState, event: Exclude<MeetingEvent, { type: 'MeetingPlanned' }>, at: Instant): MeetingState => {
  switch (event.type) {
    // A moved meeting gets its freeze and cut anew: what was looked at for the old date says nothing about the new one.
    case 'MeetingMoved': return { ...meeting, ...event.data, status: 'planned', cutDoneAt: null };
    case 'MeetingCancelled': return { ...meeting, status: 'cancelled', cancelledBecause: event.data.because, owes: ['releaseAgenda'] };
    case 'AgendaOrdered': return { ...meeting, order: event.data.order };
    case 'FileFrozen': return { ...meeting, status: 'frozen', owes: Object.keys(event.data.missing).length > 0 ? [...meeting.owes, 'tellMissing'] : meeting.owes };
    case 'AgendaCut': return { ...meeting, cutDoneAt: at, owes: [...meeting.owes, 'delistIncomplete'] };
    case 'AgendaSettled': return { ...meeting, owes: meeting.owes.filter((move) => move !== event.data.move) };
    case 'MeetingOpened': return { ...meeting, status: 'open', chairId: event.data.chairId, scribeId: event.data.scribeId, openedAt: at };
    case 'AttendanceRecorded': return { ...meeting, attendance: [...meeting.attendance, event.data.attendance] };
    case 'AttendanceEnded': return {
      ...meeting, attendance: meeting.attendance.map((one) => (one.personId === event.data.personId && one.leftAt === null ? { ...one, leftAt: at } : one)),
    };
    case 'ChairHandedOn': return { ...meeting, chairId: event.data.chairId };
    // A cut that came too late to be carried out is overtaken: closing takes every undecided case off.
    case 'MeetingClosed': return {
      ...meeting, status: 'closed', closedAt: at, owes: ['releaseAgenda'],
      attendance: meeting.attendance.map((one) => (one.leftAt === null ? { ...one, leftAt: at } : one)),
    };
    default: return unreached(event);
  }
};

/** The meeting after an event: pure, total over every event ever stored. `streamId` names a meeting that begins. */
export const evolveMeeting = (state: MeetingState | null, event: MeetingEvent, at: Instant, _actorId: string, streamId?: string): MeetingState => {
  if (event.type === 'MeetingPlanned') {
    if (state !== null || streamId === undefined) throw new Error('A meeting begins once, and with the id of its stream');
    return { ...event.data.meeting, id: streamId, version: 1 };
  }
  if (state === null) throw new Error(`${event.type} on a meeting that was never planned`);
  return { ...after(state, event, at), version: state.version + 1 };
};
