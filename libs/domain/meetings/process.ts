import type { Move } from '../core/command.js';
import type { Instant } from '../core/instant.js';
import type { AgendaMove, MeetingState } from './state.js';

const isAhead = (meeting: MeetingState): boolean => meeting.status === 'planned' || meeting.status === 'frozen';

/** The next moment (UTC) at which the process has to look at the files or at who will come, with a code of what for. Null once the sitting has begun. */
export const nextMeetingDue = (meeting: MeetingState): { readonly at: Instant; readonly what: string } | null => {
  if (!isAhead(meeting)) return null;
  if (meeting.status === 'planned') return { at: meeting.freezeAt, what: 'meeting.freeze' };
  if (meeting.cutDoneAt === null && meeting.extraordinary !== true) return { at: meeting.cutAt, what: 'meeting.cut' };
  return meeting.quorumLook === 'last' ? null : { at: meeting.quorumAt, what: 'meeting.quorum' };
};

/**
 * What the process owes the agenda now: for each move, one derived command a case that is listed and undecided (`warnOfFreeze` for `tellMissing`; `delistFromMeeting` for
 * `delistIncomplete`; for `releaseAgenda` `deferCase` with cause timeRanOut after a sitting, `delistFromMeeting` with cause
 * meetingCancelled after a cancellation), then `settleAgenda`. The instant it was for makes the round, so that the freeze and cut of a moved sitting are new.
 */
export const readyMeetingMoves = (meeting: MeetingState): readonly Move[] => meeting.owes.map((name) => ({ name, round: roundOf(meeting, name) }));

const roundOf = (meeting: MeetingState, move: AgendaMove): number => {
  switch (move) {
    case 'tellMissing': return Date.parse(meeting.freezeAt);
    case 'delistIncomplete': return Date.parse(meeting.cutAt);
    case 'releaseAgenda': return 1;
  }
};

/** Nothing more will happen to it. */
export const isMeetingOver = (meeting: MeetingState): boolean => !isAhead(meeting) && meeting.status !== 'open' && meeting.owes.length === 0;

/** What the rest of the product needs to know of a meeting's process after each commit. */
export const meetingProcess = {
  readyMoves: readyMeetingMoves,
  nextDue: nextMeetingDue,
  news: (meeting: MeetingState) => ({ stages: [meeting.status], ready: readyMeetingMoves(meeting), nextDue: nextMeetingDue(meeting), closed: isMeetingOver(meeting) }),
} as const;
