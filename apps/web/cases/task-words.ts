import { has } from '#locales';
import type { TaskDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';

/** What a task is about, as far as words need it. */
export type Described = Pick<TaskDto, 'kind' | 'about'>;

// Which list the codes of a task's `about` belong to.
const lists: readonly (readonly [about: string, list: string])[] = [['item', 'transferItem'], ['discipline', 'discipline'], ['purpose', 'consentPurpose'], ['cause', 'deferralCause']];

/** A task as a verb with its object: "Review imaging", "Complete a checklist item: visa". */
export function useTaskWords(): (task: Described) => string {
  const t = useT();
  const lang = useLanguage();
  return ({ kind, about }) => {
    const verb = has('en', `lists.taskKind.${kind}`) ? t(`lists.taskKind.${kind}`) : kind;
    for (const [name, list] of lists) {
      const code = about[name];
      if (code !== undefined && (has(lang, `lists.${list}.${code}`) || has('en', `lists.${list}.${code}`))) return t('cases.taskOf', { task: verb, of: t(`lists.${list}.${code}`) });
    }
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
    case 'triage': case 'provideInformation': case 'recordConsent': return `${at}/referral`;
    case 'decide': return task.about['meetingId'] === undefined ? null : `/meetings/${task.about['meetingId']}`;
    case 'sign': case 'acknowledge': case 'recordPatientDecision': case 'sendLetter': return task.about['outcomeId'] === undefined ? null : `${at}/outcomes/${task.about['outcomeId']}`;
    case 'acceptTransfer': case 'transferItem': case 'sendTransfer': case 'recordDeparture': case 'confirmArrival': return `${at}/transfer`;
    case 'resolveDiscordance': return `${at}/discordance/${task.id}`;
    case 'supplyMaterial': case 'scheduleMeeting': case 'removeDeferralCause': case 'answerFollowUp': case 'resumeHold': case 'closeCase': return null;
  }
}
