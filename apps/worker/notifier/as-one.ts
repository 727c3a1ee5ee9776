import type { MailMessage, WrittenLanguage } from '#integrations';
import type { LeasedMail } from './leased-mails.js';
import type { Going } from './what-goes.js';

const written: readonly string[] = ['en', 'ru', 'he', 'kk', 'zh'] satisfies readonly WrittenLanguage[];
export const languageOf = (code: string): WrittenLanguage => (written.includes(code) ? (code as WrittenLanguage) : 'en');

/** Where messages lead, from the page's root: ids only. */
export function pathTo(mails: readonly LeasedMail[]): string {
  const [only, ...others] = mails;
  if (only === undefined || others.length > 0) return '/notifications';
  const { kind, caseId, taskId, params: { meetingId, because } } = only;
  if (kind === 'invitationWithdrawn' || (kind === 'mailedAnswerNotTaken' && because === 'notInvited')) return '/meetings';
  if (caseId === null && typeof meetingId === 'string') return `/meetings/${meetingId}`;
  return taskId === null ? `/cases/${caseId ?? ''}` : `/cases/${caseId ?? ''}?task=${taskId}`;
}

/** Several messages as one. */
export function asOne(going: readonly Going[]): MailMessage {
  const [only, ...others] = going;
  if (only !== undefined && others.length === 0) return only.message;
  return { template: going.every(({ mail }) => mail.held === 'digest') ? 'digest' : 'several', items: going.map(({ message }) => message) };
}
