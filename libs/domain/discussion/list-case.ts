import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { currentOutcome, readyForListing } from '../cases/gates.js';
import { firstOf, outside, shutGate } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import type { Context } from '../core/context.js';
import { missingItems } from '../cases/completeness.js';
import type { CaseEvent } from '../cases/events.js';
import { itemRequested } from '../preparation/request-item.js';
import { openRequestFor } from '../preparation/requests.js';
import { caseManager, hostCaseManager, hostChair, onCase, oneOf, onlyProcess, orProcess } from '../cases/may.js';
import { notUnderWay } from '../cases/under-way.js';
import { openTasksOf } from '../tasks/task.js';
import { putOnAgenda, putOnNextAgenda, takeOffAgenda } from './agenda.js';
import { missingForMeeting } from './missing.js';

/**
 * The case goes on the next agenda that isn't frozen: by itself when it is ready and after each deferral. Where no meeting can take it,
 * the host's case managers are asked to plan one. By hand it also ends that waiting. Refused: CASE.NOT_OPEN, MOVE.NOT_READY, MEETING.NONE_COMING.
 */
export const listOnNextMeeting: CaseCommand<'listOnNextMeeting'> = {
  type: 'listOnNextMeeting', stream: 'case', needs: ['meetings'],
  mayDo: orProcess(caseManager),
  decide: (state, _data, context) => {
    const waiting = openTasksOf(state.tasks, 'scheduleMeeting').length > 0;
    const undecided = state.stages.discussion.status === 'active' && state.listed === null && currentOutcome(state) === null;
    const refusal = firstOf(notUnderWay(state, context), shutGate(readyForListing(state) || (waiting && undecided), 'listOnNextMeeting'));
    if (refusal !== null) return refusal;
    const events = putOnNextAgenda(state, context);
    return events.length > 0 ? events : refuse('MEETING.NONE_COMING', {});
  },
};

/** A case manager or chair of the host puts a case on a meeting's agenda: a late addition, or another meeting. Refused: CASE.STAGE_NOT_ACTIVE, MEETING.NOT_FOR_LISTING, DISCUSSION.ALREADY_LISTED. */
export const listForMeeting: CaseCommand<'listForMeeting'> = {
  type: 'listForMeeting', stream: 'case', needs: ['meeting'],
  mayDo: onCase(oneOf(hostCaseManager, hostChair)),
  decide: (state, { meetingId }, context) => {
    const { meeting } = context;
    const refusal = firstOf(notUnderWay(state, context), outside(state, 'discussion'),
      currentOutcome(state) === null ? null : refuse('DISCUSSION.DECIDED', {}),
      meeting?.id === meetingId && meeting.boardId === state.boardId && ['planned', 'frozen', 'open'].includes(meeting.status) ? null : refuse('MEETING.NOT_FOR_LISTING', { status: meeting?.status ?? null }, 'meetingId'),
      state.listed?.meetingId === meetingId ? refuse('DISCUSSION.ALREADY_LISTED', {}) : null);
    if (refusal !== null) return refusal;
    const before = state.listed === null ? [] : takeOffAgenda(state, state.listed.meetingId, 'otherMeeting');
    return [...before, ...putOnAgenda(state, context, meetingId, true)];
  },
};

/** DISCUSSION.NOT_LISTED where the case isn't on that meeting's agenda. */
export const elsewhere = (state: CaseState, meetingId: string): Refusal | null =>
  state.listed?.meetingId === meetingId ? null : refuse('DISCUSSION.NOT_LISTED', { listed: state.listed !== null });

/**
 * Off a meeting's agenda and on the next one at once, so that the same meeting doesn't take it back: by the host's case manager or chair, or by the
 * process: at the cut (`fileIncomplete`) or when the meeting was cancelled. On hold it is taken off only. Refused: DISCUSSION.NOT_LISTED;
 * DISCUSSION.FILE_COMPLETE at a cut where nothing is missing any more.
 */
export const delistFromMeeting: CaseCommand<'delistFromMeeting'> = {
  type: 'delistFromMeeting', stream: 'case', needs: ['meeting', 'meetings'],
  mayDo: orProcess(oneOf(hostCaseManager, hostChair)),
  decide: (state, { meetingId, cause }, context) => {
    const refusal = firstOf(state.status === 'onHold' ? null : notUnderWay(state, context), elsewhere(state, meetingId),
      cause === 'fileIncomplete' && missingForMeeting(state).length === 0 ? refuse('DISCUSSION.FILE_COMPLETE', {}) : null);
    if (refusal !== null) return refusal;
    return [...takeOffAgenda(state, meetingId, cause), ...(state.status === 'open' ? putOnNextAgenda(state, context, [meetingId]) : [])];
  },
};

/** Required items that nobody was asked for, where nobody let the file through without them: the origin's case manager is asked now. */
const stillToAsk = (state: CaseState, context: Context): readonly CaseEvent[] => (state.override !== null ? [] : missingItems(state, context.board))
  .filter((item) => openRequestFor(state, item, null) === undefined)
  .flatMap((item) => itemRequested(state, context, { item, treatment: null, of: 'originCaseManager', personId: null, neededForMeeting: true }, `supplyItem:${item}`));

/**
 * Two days before the sitting both case managers are told that the file still misses something, by the chair's item: its mark is on record;
 * what nobody was asked for yet is asked of the origin.
 * What is missing they read in the case (`missingForMeeting`). Refused: DISCUSSION.NOT_LISTED, DISCUSSION.FILE_COMPLETE.
 */
export const warnOfFreeze: CaseCommand<'warnOfFreeze'> = {
  type: 'warnOfFreeze', stream: 'case',
  mayDo: onlyProcess,
  decide: (state, { meetingId }, context) => {
    const item = openTasksOf(state.tasks, 'decide')[0];
    const refusal = firstOf(notUnderWay(state, context), elsewhere(state, meetingId), missingForMeeting(state).length > 0 ? null : refuse('DISCUSSION.FILE_COMPLETE', {}));
    if (refusal !== null || item === undefined) return refusal ?? refuse('DISCUSSION.NOT_LISTED', { listed: false });
    const tells = ([['originCaseManager', state.originCaseManagerId], ['hostCaseManager', state.hostCaseManagerId]] as const).flatMap(([as, personId]) => (personId === null ? [] : [{ personId, as }]));
    return [...stillToAsk(state, context), event('MarkFired', { taskId: item.id, mark: 'fileFrozen', kind: 'remind', late: false, tells })];
  },
};
