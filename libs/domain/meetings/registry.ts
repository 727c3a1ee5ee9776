import { answerInvitation } from './answer-invitation.js';
import { approveMinutes } from './approve-minutes.js';
import { confirmDate } from './day-off.js';
import type { MeetingCommands } from './definition.js';
import { recordHeard, setTimeBox, takeBreak, takeUpCase } from './hear-case.js';
import { inviteToMeeting, keepMeeting, withdrawInvitation } from './invitations.js';
import { cancelMeeting, moveMeeting, planMeeting } from './plan-meeting.js';
import { changeAttendance, endAttendance, recordAttendance } from './record-attendance.js';
import { runDueMeeting, settleAgenda } from './run-due.js';
import { closeMeeting, handOnChair, openMeeting, orderAgenda } from './run-meeting.js';
import { takeMailedAnswer } from './take-mailed-answer.js';

export { evolveMeeting } from './evolve-meeting.js';
export { meetingProcess } from './process.js';

/** Every command on a meeting, by name. */
export const meetingCommands: MeetingCommands = {
  planMeeting, moveMeeting, cancelMeeting, inviteToMeeting, withdrawInvitation, keepMeeting, confirmDate, answerInvitation, takeMailedAnswer, orderAgenda, openMeeting, recordAttendance, changeAttendance, endAttendance, handOnChair, takeUpCase, takeBreak, recordHeard, setTimeBox, closeMeeting, approveMinutes, runDue: runDueMeeting, settleAgenda,
};
