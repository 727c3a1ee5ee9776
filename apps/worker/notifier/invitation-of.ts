import { invitationKinds } from '#domain';
import type { AnswerAddress, Mail } from '#integrations';
import type { LeasedMail, Receiver } from './leased-mails.js';

/** Never changes: a calendar knows a meeting again by it, whatever address the product has by then. */
const host = 'consilium.localhost';

/** The meeting that a calendar file is about, by its UID; null where it isn't one of ours. */
export const meetingOfUid = (uid: string): string | null => /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@consilium\.localhost$/.exec(uid.trim().toLowerCase())?.[1] ?? null;

/** A message that carries a calendar file, and so goes in a mail of its own: a calendar reads one meeting from a mail. */
export const isInvitation = ({ kind }: Pick<LeasedMail, 'kind'>): boolean => invitationKinds.some((each) => each === kind);

const placeInTime = ({ params, createdAt }: LeasedMail): string => `${String(params['sequence']).padStart(6, '0')} ${createdAt}`;

/** Of several changes of one meeting that wait together the last says all: a calendar would only see the others pass. */
export const overtakenInvitations = (mails: readonly LeasedMail[]): readonly LeasedMail[] => {
  const invitations = mails.filter((mail) => isInvitation(mail) && !mail.moot);
  return invitations.filter((mail) => invitations.some((other) => other !== mail && other.params['meetingId'] === mail.params['meetingId'] && placeInTime(other) > placeInTime(mail)));
};

/**
 * The meeting as a calendar file for one reader: what was so when it was told, never what became of it since. Its organizer stays as in the first file that the reader got of
 * the meeting: a calendar may ignore a change that comes from another one, and its reader would sit at the old time.
 */
export function invitationOf({ kind, params, meeting, createdAt }: LeasedMail, { personId, name, email, language }: Receiver, link: string, answers: AnswerAddress | null): Mail['invitation'] | null {
  const { meetingId, meetingNumber, startsAt, sequence } = params;
  if (meeting === null || typeof meetingId !== 'string' || typeof meetingNumber !== 'string' || typeof startsAt !== 'string' || typeof sequence !== 'number') return null;
  return {
    meetingId, host, method: kind === 'meetingCancelled' || kind === 'invitationWithdrawn' ? 'CANCEL' : 'REQUEST', sequence, at: createdAt, startsAt, minutes: meeting.minutes,
    title: `${meeting.board[language] ?? meeting.board['en'] ?? ''} ${meetingNumber}`.trim(), place: meeting.place, link,
    answerTo: answers === null || meeting.answersWereRead === false ? null : answers.of(meetingId, personId), attendees: [{ name, address: email }],
  };
}
