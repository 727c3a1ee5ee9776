import { has, languages } from '#locales';
import type { NotificationDto } from '../generated/types.gen.js';
import { useT } from '../i18n/useT.js';
import type { Status } from '../kit/status.js';

const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  referralRejected: { reason: 'lists.rejectReason' }, caseDeferred: { cause: 'lists.deferralCause' }, outcomeRecorded: { outcome: 'lists.outcomeKind' }, letterRecalled: { reason: 'lists.letterRecallReason' }, secondOpinionAsked: { reason: 'lists.secondOpinionReason' }, opinionAmended: { opinion: 'cases.opinionKind' }, handOverRefused: { reason: 'lists.declineReason' },
  opinionGiven: { discipline: 'lists.discipline' }, opinionDeclined: { discipline: 'lists.discipline', reason: 'lists.declineReason' },
  mailedAnswerTaken: { answer: 'meetings.answer' }, mailedAnswerNotTaken: { because: 'meetings.answerNotTaken' },
  transferProgressed: { status: 'lists.transferStatus' }, caseHeld: { reason: 'lists.holdReason' }, caseWithdrawn: { reason: 'lists.withdrawReason' }, caseClosed: { reason: 'lists.closureReason' },
};

/** What one was told, and why, as sentences. */
export function useNotificationWords() {
  const t = useT();
  const word = (prefix: string, code: unknown) => (typeof code === 'string' && has('en', `${prefix}.${code}`) ? t(`${prefix}.${code}`) : typeof code === 'string' ? code : '');
  const title = ({ kind, markKind, params, person }: NotificationDto): string => {
    if (markKind !== 'news') return t(`notifications.marks.${markKind}`, { task: word('lists.taskKind', kind) });
    const values = Object.fromEntries(Object.entries(lists[kind] ?? {}).map(([name, list]) => [name, word(list, params[name])]));
    const meeting = typeof params['meetingNumber'] === 'string' ? params['meetingNumber'] : '';
    const missing = Array.isArray(params['missing']) ? params['missing'].map((code) => word('lists.discipline', code)).join('; ') : '';
    const key = `notifications.kinds.${kind}`;
    return has('en', key) ? t(key, { ...values, meeting, missing, person: person?.name ?? '', task: word('lists.taskKind', params['task']) }) : kind;
  };
  const why = ({ as, markKind, params, person }: NotificationDto): string => {
    const instead = typeof params['insteadOf'] === 'string' ? ` ${t('notifications.insteadOf', { person: person?.name ?? '' })}` : '';
    const because = `${word('notifications.as', as)}${instead}`;
    return markKind === 'news' ? because : t('notifications.becauseMark', { because, mark: word('cases.mark', params['mark']) });
  };
  return { title, why };
}

/** The shape beside it: what escalates is red, what reminds amber, news is quiet. */
export function shapeOf(markKind: string): Status {
  if (markKind === 'escalate' || markKind === 'expire') return 'overdue';
  return markKind === 'remind' ? 'dueSoon' : 'onTime';
}

/** A language by its own name; a code where no catalogue of the page has it. */
export const languageName = (code: string): string => languages.find((language) => language.code === code)?.name ?? code;
