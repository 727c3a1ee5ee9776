import type { NotificationDto } from '../generated/types.gen.js';

const reviews: readonly string[] = ['pathologyReview', 'secondPathologyReview', 'imagingReview'];
const ofTransfer: readonly string[] = ['acceptTransfer', 'transferItem', 'sendTransfer', 'recordDeparture', 'confirmArrival', 'transferStarted', 'transferProgressed'];
const ofReferral: readonly string[] = ['triage', 'provideInformation', 'recordConsent', 'referralReturned', 'informationAnswered'];

/** Where a notification leads: to the work itself, else to the case with its task in sight; null where the case is no longer open to the reader. */
export function placeOf({ kind, caseId, taskId, params }: Pick<NotificationDto, 'kind' | 'caseId' | 'taskId' | 'params'>): string | null {
  const { meetingId } = params;
  if (typeof meetingId === 'string') return `/meetings/${meetingId}`;
  if (caseId === null) return null;
  const about = typeof params['task'] === 'string' ? params['task'] : kind;
  const task = taskId === null ? '' : `?task=${taskId}`;
  if (taskId !== null && reviews.includes(about)) return `/cases/${caseId}/reviews/${taskId}`;
  if (ofTransfer.includes(about)) return `/cases/${caseId}/transfer${task}`;
  if (ofReferral.includes(about)) return `/cases/${caseId}/referral`;
  return `/cases/${caseId}${task}`;
}
