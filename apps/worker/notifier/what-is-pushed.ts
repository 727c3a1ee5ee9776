import { pushPlanOf, supersededMarks } from '#domain';
import { overtakenInvitations } from './invitation-of.js';
import type { LeasedMail } from './leased-mails.js';
import type { LeasedPushes } from './leased-pushes.js';
import { messageOf } from './message-of.js';
import { urgentFirst, type Going, type Sorted } from './what-goes.js';

/** Of what waits for one browser: what goes now, what is not worth a message any more, what waits for the end of quiet hours. */
export function whatIsPushed({ mails, receiver, now, read }: LeasedPushes): Pick<Sorted, 'going' | 'dropped'> & { readonly waiting: readonly { readonly mail: LeasedMail; readonly at: string }[] } {
  const sorted = { going: [] as Going[], dropped: [] as Sorted['dropped'][number][], waiting: [] as { mail: LeasedMail; at: string }[] };
  const overtaken = new Set<LeasedMail>([...supersededMarks(mails.filter(({ moot }) => !moot)), ...overtakenInvitations(mails)]);
  for (const mail of mails) {
    const message = messageOf(mail);
    const plan = pushPlanOf(mail.topic, mail.emergency, receiver, now);
    if (mail.moot) sorted.dropped.push({ mail, because: 'what it was about has ended' });
    else if (read.has(mail.id)) sorted.dropped.push({ mail, because: 'read in the product' });
    else if (overtaken.has(mail)) sorted.dropped.push({ mail, because: 'overtaken by a later one' });
    else if (message === null) sorted.dropped.push({ mail, because: 'shown in the product only' });
    else if (plan.when === 'never') sorted.dropped.push({ mail, because: 'muted by its reader' });
    else if (plan.when === 'later') sorted.waiting.push({ mail, at: plan.at });
    else sorted.going.push({ mail, message });
  }
  return { ...sorted, going: sorted.going.sort(urgentFirst) };
}
