import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import { notNow, runsMeetingsAt, type MeetingCommand } from './definition.js';

/** MEETING.CASE_NOT_TO_HEAR where the case is not on this agenda, or decided already. */
const notToHear = (caseId: string, { agenda }: Context): Refusal | null =>
  (agenda ?? []).some((one) => one.caseId === caseId) ? null : refuse('MEETING.CASE_NOT_TO_HEAR', {}, 'caseId');

/**
 * The board turns to a case: its clock runs, and every screen in the room follows. The clock of the case before it stops. Refused:
 * MEETING.WRONG_STATUS, MEETING.CASE_NOT_TO_HEAR, MEETING.CASE_IS_HEARD where it is the one already.
 */
export const takeUpCase: MeetingCommand<'takeUpCase'> = {
  type: 'takeUpCase', stream: 'meeting', needs: ['agenda'],
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { caseId }, context) => notNow(meeting, 'open') ?? (meeting.current?.caseId === caseId ? refuse('MEETING.CASE_IS_HEARD', {}, 'caseId') : null)
    ?? notToHear(caseId, context) ?? [event('CaseTakenUp', { caseId })],
};

/** The board rests: no case's clock runs. Refused: MEETING.WRONG_STATUS, MEETING.NO_CASE_HEARD. */
export const takeBreak: MeetingCommand<'takeBreak'> = {
  type: 'takeBreak', stream: 'meeting',
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting) => notNow(meeting, 'open') ?? (meeting.current == null ? refuse('MEETING.NO_CASE_HEARD') : [event('BreakTaken', {})]),
};

/**
 * Who has spoken on a case, by field, and whether the patient's view was told: what is not ticked stands as "not yet heard". Ticked by who runs
 * the meeting; it blocks nothing. Refused: MEETING.WRONG_STATUS, MEETING.CASE_NOT_TO_HEAR, MEETING.HEARD_ALREADY where it stands so already.
 */
export const recordHeard: MeetingCommand<'recordHeard'> = {
  type: 'recordHeard', stream: 'meeting', needs: ['agenda'],
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { caseId, voice, heard }, context) => notNow(meeting, 'open') ?? notToHear(caseId, context)
    ?? ((meeting.heard?.[caseId] ?? []).includes(voice) === heard ? refuse('MEETING.HEARD_ALREADY', { voice }, 'voice') : [event('VoiceHeard', { caseId, voice, heard })]),
};

/** How many minutes a case is given; null takes it back to its share of the sitting. Refused: MEETING.WRONG_STATUS, MEETING.CASE_NOT_TO_HEAR, MEETING.SAME_TIME_BOX. */
export const setTimeBox: MeetingCommand<'setTimeBox'> = {
  type: 'setTimeBox', stream: 'meeting', needs: ['agenda'],
  mayDo: (actor, meeting) => runsMeetingsAt(actor, meeting.hostInstitutionId),
  decide: (meeting, { caseId, minutes }, context) => notNow(meeting, 'planned', 'frozen', 'open') ?? notToHear(caseId, context)
    ?? ((meeting.boxes?.[caseId] ?? null) === minutes ? refuse('MEETING.SAME_TIME_BOX', { minutes }, 'minutes') : [event('TimeBoxSet', { caseId, minutes })]),
};
