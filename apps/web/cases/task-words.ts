import { has } from '#locales';
import type { TaskDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { formatDate } from '../kit/iso-dates.js';
import { useItemName } from './item-name.js';

/** What a task is about, as far as words need it. */
export type Described = Pick<TaskDto, 'kind' | 'about'>;

// Which list the codes of a task's `about` belong to.
const lists: readonly (readonly [about: string, list: string])[] = [['item', 'transferItem'], ['discipline', 'discipline'], ['purpose', 'consentPurpose'], ['cause', 'deferralCause']];

/** The papers of an earlier treatment: "papers of radiotherapy, Russia, 2023". */
export function useTreatmentWords(): (of: { kind: string; country: string; from: string | null }) => string {
  const t = useT();
  const lang = useLanguage();
  const word = (list: string, code: string) => (has('en', `lists.${list}.${code}`) ? t(`lists.${list}.${code}`) : code);
  return ({ kind, country, from }) => {
    const said = { kind: word('treatmentKind', kind), country: word('country', country) };
    return from === null ? t('cases.treatmentPapers', said) : t('cases.treatmentPapersFrom', { ...said, from: formatDate(from, lang) });
  };
}

/** A task as a verb with its object: "Review imaging", "Complete a checklist item: visa". */
export function useTaskWords(): (task: Described) => string {
  const t = useT();
  const lang = useLanguage();
  const treatmentWords = useTreatmentWords();
  const itemName = useItemName();
  return ({ kind, about }) => {
    const verb = has('en', `lists.taskKind.${kind}`) ? t(`lists.taskKind.${kind}`) : kind;
    if (about['dataItem'] !== undefined) return t('cases.taskOf', { task: verb, of: itemName(about['dataItem']) });
    if (about['treatment'] !== undefined) return t('cases.taskOf', { task: verb, of: treatmentWords({ kind: about['treatment'], country: about['country'] ?? 'other', from: about['from'] ?? null }) });
    for (const [name, list] of lists) {
      const code = about[name];
      if (code !== undefined && (has(lang, `lists.${list}.${code}`) || has('en', `lists.${list}.${code}`))) return t('cases.taskOf', { task: verb, of: t(`lists.${list}.${code}`) });
    }
    if (about['month'] !== undefined) return t('cases.taskAt', { task: verb, at: t('followup.month', { months: Number(about['month']) }) });
    return about['day'] === undefined ? verb : t('cases.taskAt', { task: verb, at: t('followup.dayMark', { days: Number(about['day']) }) });
  };
}

/** A pool in words: "pathology, Shanghai General". */
export function usePoolWords(): (pool: TaskDto['pool']) => string {
  const t = useT();
  return ({ role, discipline, institution }) => `${t(discipline === null ? `lists.role.${role}` : `lists.discipline.${discipline}`)}, ${institution.name}`;
}

/** Where the work of a task is done: its own screen, or the case. */
export function placeOf(task: Pick<TaskDto, 'id' | 'caseId' | 'kind' | 'about'>): string | null {
  const at = `/cases/${task.caseId}`;
  switch (task.kind) {
    case 'pathologyReview': case 'secondPathologyReview': case 'imagingReview': case 'opinion': return `${at}/reviews/${task.id}`;
    case 'triage': case 'provideInformation': case 'supplyItem': case 'recordConsent': return `${at}/referral`;
    case 'decide': return task.about['meetingId'] === undefined ? null : `/meetings/${task.about['meetingId']}`;
    case 'sign': case 'acknowledge': case 'secondOpinion': case 'recordPatientDecision': case 'sendLetter': case 'confirmOutcome': case 'nameAddressee': return task.about['outcomeId'] === undefined ? null : `${at}/outcomes/${task.about['outcomeId']}`;
    case 'acceptTransfer': case 'transferItem': case 'sendTransfer': case 'recordDeparture': case 'confirmArrival': return `${at}/transfer`;
    case 'thirdOpinion': return `${at}/discordance/${task.about['taskId'] ?? task.id}`;
    case 'resolveDiscordance': return `${at}/discordance/${task.id}`;
    case 'supplyMaterial': case 'scheduleMeeting': case 'removeDeferralCause': case 'answerFollowUp': case 'followUpVisit': case 'resumeHold': case 'closeCase': return null;
  }
}
