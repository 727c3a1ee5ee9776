import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import type { Instant } from '../core/instant.js';
import { refuse } from '../core/refusal.js';
import type { MeetingEvent } from './events.js';
import { processOnly, type MeetingCommand } from './definition.js';
import { expectedQuorum } from './expected-quorum.js';
import { invitedTo } from './invited.js';
import { nextMeetingDue } from './process.js';
import type { MeetingState, QuorumLook } from './state.js';

/**
 * What falls due before a sitting: the freeze (what each listed case misses is put on record), then the cut; with the freeze and 2 h
 * before, a look at the quorum that planned attendance would give. After a downtime they are made at once, and one look for both. Refused: TIME.NOT_YET_DUE with `inMs`, the milliseconds to wait by the door's clock (null: nothing to wait for).
 */
export const runDueMeeting: MeetingCommand<'runDue'> = {
  type: 'runDue', stream: 'meeting', needs: ['agenda'],
  mayDo: processOnly,
  decide: (meeting, _data, context) => {
    const { now, agenda } = context;
    const due = nextMeetingDue(meeting);
    if (due === null || due.at > now) return refuse('TIME.NOT_YET_DUE', { inMs: due === null ? null : Date.parse(due.at) - Date.parse(now) });
    const events: MeetingEvent[] = [];
    if (meeting.status === 'planned') {
      const missing = (agenda ?? []).filter((one) => one.missing.length > 0).map((one) => [one.caseId, one.missing] as const);
      events.push(event('FileFrozen', { missing: Object.fromEntries(missing) }));
    }
    if (meeting.cutDoneAt === null && meeting.extraordinary !== true && meeting.cutAt <= now) events.push(event('AgendaCut', {}));
    const look = quorumLookDue(meeting, now);
    if (look !== null) events.push(lookAtQuorum(meeting, look, context));
    return events;
  },
};

/** On short notice one look is enough: people have been invited only just before the first. */
const wide = ({ freezeAt, quorumAt }: MeetingState): boolean => Date.parse(quorumAt) - Date.parse(freezeAt) >= 12 * 3_600_000;

const quorumLookDue = (meeting: MeetingState, now: Instant): QuorumLook | null => {
  if (meeting.quorumLook !== 'last' && meeting.quorumAt <= now) return 'last';
  return meeting.quorumLook === 'none' && meeting.freezeAt <= now && wide(meeting) ? 'first' : null;
};

/** Warns only where cases are to be decided and could not be. */
const lookAtQuorum = (meeting: MeetingState, look: QuorumLook, { now, agenda, board, people }: Context): MeetingEvent => {
  const { stands, missing, notKnown, missingSides, asks, unanswered } = expectedQuorum(board.quorum, invitedTo(board, people).filter(({ personId }) => meeting.leftOut?.includes(personId) !== true), meeting.answers, agenda ?? [], now);
  return (agenda ?? []).length === 0 || stands ? event('QuorumChecked', { look }) : event('QuorumWarned', { look, missing, notKnown, missingSides, asks, unanswered });
};

/** The process has put its command to every case on the agenda. Refused: MOVE.NOT_READY where nothing was owed. */
export const settleAgenda: MeetingCommand<'settleAgenda'> = {
  type: 'settleAgenda', stream: 'meeting',
  mayDo: processOnly,
  decide: (meeting, { move }) => (meeting.owes.includes(move) ? [event('AgendaSettled', { move })] : refuse('MOVE.NOT_READY', { move })),
};
