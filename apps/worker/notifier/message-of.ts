import type { DeferralCause, NotTakenBecause, TaskKind } from '#domain';
import { caseNewsKinds, taskNewsKinds, type CaseNewsKind, type SingleMessage, type TaskLine, type TaskNewsKind } from '#integrations';
import type { LeasedMail } from './leased-mails.js';

const escalatedAs: Readonly<Record<string, 'deputy' | 'head' | 'caseManager' | 'admin'>> = {
  deputy: 'deputy', pool: 'deputy', head: 'head', chair: 'head', caseManagers: 'caseManager', originCaseManager: 'caseManager', hostCaseManager: 'caseManager', admin: 'admin',
};

/** What is mailed, in the words of the mail; null for what stands in the product only. */
export function messageOf(mail: LeasedMail): SingleMessage | null {
  if (mail.caseNumber === null) return ofMeeting(mail);
  const caseNumber = mail.caseNumber;
  return mail.markKind === 'news' ? ofNews(mail, caseNumber) : ofMark(mail, lineOf(mail, caseNumber, mail.kind));
}

function ofMeeting(mail: LeasedMail): SingleMessage | null {
  const [meetingNumber, startsAt] = [text(mail, 'meetingNumber'), text(mail, 'startsAt')];
  switch (mail.kind) {
    case 'quorumWarned': return { template: 'quorumMissing', meetingNumber, startsAt };
    case 'meetingOnDayOff': return { template: 'meetingOnDayOff', meetingNumber, startsAt };
    case 'askedToStandIn': return { template: 'standInAsked', meetingNumber, startsAt };
    case 'meetingInvited': return { template: mail.emergency ? 'extraordinary' : 'invitation', meetingNumber, startsAt };
    case 'meetingMoved': return { template: 'meetingMoved', meetingNumber, startsAt, was: text(mail, 'was') || null, because: text(mail, 'because') === 'timeZoneRules' ? 'timeZoneRules' : null };
    case 'meetingCancelled': case 'invitationWithdrawn': return { template: mail.kind, meetingNumber, startsAt };
    case 'mailedAnswerNotTaken': return { template: 'answerNotTaken', meetingNumber, startsAt, because: text(mail, 'because') as NotTakenBecause };
    case 'invitationUnanswered': return { template: 'answerAsked', meetingNumber, startsAt };
    default: return null;
  }
}

function ofMark(mail: LeasedMail, line: TaskLine): SingleMessage {
  if (mail.markKind === 'expire') return { template: 'lapsed', ...line };
  const as = escalatedAs[mail.as];
  if (mail.markKind === 'escalate' && as !== undefined) return { template: 'escalation', as, ...line };
  return { template: line.due !== null && line.due <= mail.createdAt ? 'overdue' : 'reminder', ...line };
}

function ofNews(mail: LeasedMail, caseNumber: string): SingleMessage | null {
  switch (mail.kind) {
    case 'taskOffered': case 'taskReopened': return { template: 'taskOffered', ...lineOf(mail, caseNumber, text(mail, 'task')) };
    case 'taskHandedOver': return { template: 'taskHandedOver', ...lineOf(mail, caseNumber, text(mail, 'task')) };
    case 'taskAssigned': case 'taskDelegated': case 'taskReturned': return { template: 'taskAssigned', ...lineOf(mail, caseNumber, text(mail, 'task')) };
    case 'referralReturned': return { template: 'returnedForInformation', caseNumber, items: list(mail, 'items'), due: mail.dueAt };
    case 'caseDeferred': return { template: 'deferred', caseNumber, cause: text(mail, 'cause') as DeferralCause, nextMeetingAt: null };
    case 'letterSent': return { template: 'letterAvailable', caseNumber };
    case 'transferStarted': return { template: 'handOver', caseNumber };
    default: return isTaskNews(mail.kind) ? { template: 'taskNews', news: mail.kind, ...lineOf(mail, caseNumber, text(mail, 'task')) } : isCaseNews(mail.kind) ? { template: 'caseNews', caseNumber, news: mail.kind } : null;
  }
}

const isTaskNews = (kind: string): kind is TaskNewsKind => taskNewsKinds.some((each) => each === kind);
const isCaseNews = (kind: string): kind is CaseNewsKind => caseNewsKinds.some((each) => each === kind);

/** The task's kind and cause are codes that the domain wrote; the mail's catalogue holds a word for each. */
const lineOf = (mail: LeasedMail, caseNumber: string, kind: string): TaskLine => ({ task: kind as TaskKind, caseNumber, due: text(mail, 'dueAt') === '' ? null : text(mail, 'dueAt') });
const text = ({ params }: LeasedMail, key: string): string => { const value = params[key]; return typeof value === 'string' ? value : ''; };
const list = ({ params }: LeasedMail, key: string): number => { const value = params[key]; return Array.isArray(value) ? value.length : 0; };
