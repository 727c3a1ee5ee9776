import { dateAt, mailPlanOf, supersededMarks } from '#domain';
import type { SingleMessage } from '#integrations';
import type { LeasedMail, LeasedMails } from './leased-mails.js';
import { isInvitation, overtakenInvitations } from './invitation-of.js';
import { messageOf } from './message-of.js';

export interface Going { readonly mail: LeasedMail; readonly message: SingleMessage }
export interface Sorted {
  readonly going: readonly Going[];
  readonly dropped: readonly { readonly mail: LeasedMail; readonly because: string }[];
  readonly waiting: readonly { readonly mail: LeasedMail; readonly at: string; readonly held: 'quietHours' | 'digest' }[];
}

const urgent = ['escalation', 'lapse', 'reminder'];
const rank = ({ topic }: LeasedMail): number => { const place = urgent.indexOf(topic); return place === -1 ? urgent.length : place; };
export const urgentFirst = (a: Going, b: Going): number => rank(a.mail) - rank(b.mail);

/** Of what waits for one person: what goes now, what is not worth a mail any more, what its reader wants later. */
export function whatGoes({ mails, receiver, now }: LeasedMails, isOpen: (caseId: string) => boolean): Sorted {
  const sorted = { going: [] as Going[], dropped: [] as Sorted['dropped'][number][], waiting: [] as Sorted['waiting'][number][] };
  const overtaken = new Set<LeasedMail>([...supersededMarks(mails.filter(({ moot }) => !moot)), ...overtakenInvitations(mails)]);
  const digestDone = receiver.lastDigest !== null && receiver.lastDigest >= dateAt(now, receiver.zone);
  for (const mail of mails) {
    const message = messageOf(mail);
    const plan = mailPlanOf(mail.topic, mail.emergency, receiver, now);
    const isDigest = mail.held === 'digest' && !digestDone;
    if (mail.moot) sorted.dropped.push({ mail, because: 'what it was about has ended' });
    else if (overtaken.has(mail)) sorted.dropped.push({ mail, because: isInvitation(mail) ? 'overtaken by a later change of the same meeting' : 'overtaken by a later mark of the same task' });
    else if (message === null) sorted.dropped.push({ mail, because: 'shown in the product only' });
    else if (plan.when === 'never') sorted.dropped.push({ mail, because: 'muted by its reader' });
    else if (mail.held === 'digest' && mail.caseId !== null && !isOpen(mail.caseId)) sorted.dropped.push({ mail, because: 'the case is no longer open to its reader' });
    else if (plan.when === 'later' && !(plan.because === 'digest' && isDigest)) sorted.waiting.push({ mail, at: plan.at, held: plan.because });
    else sorted.going.push({ mail, message });
  }
  sorted.going.sort(urgentFirst);
  return sorted;
}
