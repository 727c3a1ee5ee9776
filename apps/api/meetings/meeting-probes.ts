import { currentOutcome, type CaseState, type MeetingState } from '#domain';
import { probe, type Probe } from '../reading/may.js';

/** Actions on the meeting itself. */
export function meetingProbes(state: MeetingState, personId: string): Probe[] {
  const first = state.attendance.find(({ leftAt }) => leftAt === null);
  return [
    probe('openMeeting', { chairId: state.chairId ?? personId, scribeId: null }, state.version), probe('closeMeeting', {}, state.version), probe('approveMinutes', {}, state.version), probe('cancelMeeting', { because: 'other' }, state.version), probe('confirmDate', {}, state.version),
    probe('inviteToMeeting', { personId, as: 'member' }, state.version), probe('withdrawInvitation', { personId: state.invited?.[0] ?? personId }, state.version),
    probe('moveMeeting', { startsAt: new Date(Date.parse(state.startsAt) + 3_600_000).toISOString() }, state.version), probe('orderAgenda', { order: [...state.order] }, state.version),
    ...(first ? [probe('endAttendance', { personId: first.personId }), probe('handOnChair', { chairId: first.personId })] : []),
  ];
}

/** What can be recorded on a case of the agenda: a recommendation needs quorum, the others do not. */
export function agendaProbes(meetingId: string, state: CaseState | undefined): Probe[] {
  if (!state || currentOutcome(state) !== null) return [];
  const dueDate = '9999-12-31';
  return [
    probe('recordRecommendation', { meetingId, intent: 'curative', modalities: ['surgery'], laterality: state.laterality, guideline: 'offGuideline', responsibleId: state.referrerId ?? state.openedBy, dueDate, advisesTransferTo: null, dissents: [], abstentions: [] }),
    probe('deferCase', { meetingId, cause: 'other' }), probe('recordOtherOutcome', { meetingId, kind: 'coveredByStandard', againBy: null }), probe('signOffStandardOfCare', { meetingId }), probe('acceptIncompleteFile', {}), probe('delistFromMeeting', { meetingId, cause: 'other' }),
  ];
}
