import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { MeetingEvent } from './events.js';
import { processOnly, type MeetingCommand } from './definition.js';
import { nextMeetingDue } from './process.js';

/**
 * What falls due before a sitting: the freeze (what each listed case misses is put on record), then the cut. After a downtime both are
 * made at once. Refused: TIME.NOT_YET_DUE with `inMs`, the milliseconds to wait by the door's clock (null: nothing to wait for).
 */
export const runDueMeeting: MeetingCommand<'runDue'> = {
  type: 'runDue', stream: 'meeting', needs: ['agenda'],
  mayDo: processOnly,
  decide: (meeting, _data, { now, agenda }) => {
    const due = nextMeetingDue(meeting);
    if (due === null || due.at > now) return refuse('TIME.NOT_YET_DUE', { inMs: due === null ? null : Date.parse(due.at) - Date.parse(now) });
    const events: MeetingEvent[] = [];
    if (meeting.status === 'planned') {
      const missing = (agenda ?? []).filter((one) => one.missing.length > 0).map((one) => [one.caseId, one.missing] as const);
      events.push(event('FileFrozen', { missing: Object.fromEntries(missing) }));
    }
    if (meeting.cutDoneAt === null && meeting.cutAt <= now) events.push(event('AgendaCut', {}));
    return events;
  },
};

/** The process has put its command to every case on the agenda. Refused: MOVE.NOT_READY where nothing was owed. */
export const settleAgenda: MeetingCommand<'settleAgenda'> = {
  type: 'settleAgenda', stream: 'meeting',
  mayDo: processOnly,
  decide: (meeting, { move }) => (meeting.owes.includes(move) ? [event('AgendaSettled', { move })] : refuse('MOVE.NOT_READY', { move })),
};
