import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { MailedAnswer } from './commands.js';
import { processOnly, type MeetingCommand } from './definition.js';
import { invitedTo } from './invited.js';
import type { InvitationAnswer, MeetingState, NotTakenBecause } from './state.js';

/**
 * Whether somebody comes, as their calendar answered by mail (RFC 5546, REPLY): taken as said by mail, or put on record as not taken, so that the person
 * hears why; each reason once for a time of the sitting. An answer to an earlier time says nothing of the present one. Refused: PERSON.UNKNOWN;
 * MEETING.SAME_ANSWER where it was said, or told, before.
 */
export const takeMailedAnswer: MeetingCommand<'takeMailedAnswer'> = {
  type: 'takeMailedAnswer', stream: 'meeting',
  mayDo: processOnly,
  decide: (meeting, mailed, context) => {
    const { personId, said } = mailed;
    if (context.people.byId(personId)?.active !== true) return refuse('PERSON.UNKNOWN', { personId }, 'personId');
    const before = meeting.answers.find((one) => one.personId === personId);
    const because = whyNotTaken(meeting, mailed, before, context);
    if (because !== null) return isTold(meeting, personId, because) ? refuse('MEETING.SAME_ANSWER', { because }) : [event('MailedAnswerNotTaken', { personId, because })];
    if ('notTaken' in said || isSame(before, said.answer)) return refuse('MEETING.SAME_ANSWER', {});
    return [event('InvitationAnswered', { personId, answer: said.answer, byMail: { saidAt: saidAt(mailed, context) } })];
  },
};

const whyNotTaken = (meeting: MeetingState, mailed: MailedAnswer, before: InvitationAnswer | undefined, context: Context): NotTakenBecause | null => {
  const { said } = mailed;
  if ((meeting.status !== 'planned' && meeting.status !== 'frozen') || meeting.startsAt <= context.now) return 'over';
  if (!isInvited(meeting, mailed.personId, context)) return 'notInvited';
  if ('notTaken' in said) return said.notTaken;
  if (!isAboutItsTime(meeting, mailed)) return 'overtaken';
  return before !== undefined && (before.byMail?.saidAt ?? before.at) > saidAt(mailed, context) && !isSame(before, said.answer) ? 'answeredSince' : null;
};

const isInvited = ({ invited = [], guests = [] }: MeetingState, personId: string, { board, people }: Context): boolean =>
  invited.includes(personId) && (guests.some((guest) => guest.personId === personId) || invitedTo(board, people).some((one) => one.personId === personId));

/** By the number that the file carried, and by the time in it where a calendar repeats it: either alone can be missing or kept by a calendar that moved the entry itself. */
const isAboutItsTime = (meeting: MeetingState, { sequence, startsAt }: MailedAnswer): boolean =>
  sequence >= (meeting.timeSequence ?? meeting.sequence ?? 0) && (startsAt === null || Date.parse(startsAt) === Date.parse(meeting.startsAt));

/** A sender's clock that runs ahead must not outweigh what is said in the product later. */
const saidAt = ({ saidAt: said }: MailedAnswer, { now }: Context): string => (said > now ? now : said);

/** A calendar knows no video: its "accepted" does not take back that somebody comes by video. */
const isSame = (before: InvitationAnswer | undefined, answer: InvitationAnswer['answer']): boolean =>
  before?.answer === answer || (before?.answer === 'byVideo' && answer === 'coming');

const isTold = ({ notTaken = [] }: MeetingState, personId: string, because: NotTakenBecause): boolean =>
  notTaken.some((one) => one.personId === personId && one.because === because);
