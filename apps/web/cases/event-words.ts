import { has } from '#locales';
import type { HistoryEntryDto, TaskDto } from '../generated/types.gen.js';
import { useLanguage, useT } from '../i18n/useT.js';
import { formatDate } from '../kit/iso-dates.js';
import { useItemName } from './item-name.js';
import { useTaskWords, useTreatmentWords } from './task-words.js';
import { listWords } from '../kit/intl.js';

type Data = Readonly<Record<string, unknown>>;
const record = (value: unknown): Data => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Data : {});
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Which list the code of an event's field belongs to, by the event's type first. */
const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': { stage: 'lists.stage', purpose: 'lists.consentPurpose', because: 'lists.notCarriedOutReason', decision: 'lists.patientDecision', status: 'lists.transferStatus', urgency: 'lists.urgency', tumorType: 'lists.tumorType', how: 'cases.discordanceHow', answer: 'cases.followUpAnswer', mark: 'cases.mark', language: 'cases.letterLanguage' },
  FollowUpVisitRecorded: { status: 'lists.followUpStatus' },
  CaseDeferred: { cause: 'lists.deferralCause' }, CaseHeld: { reason: 'lists.holdReason' }, CaseWithdrawn: { reason: 'lists.withdrawReason' }, CaseClosed: { reason: 'lists.closureReason' },
  CaseReopened: { reason: 'cases.reopenReason' }, RoundOpened: { reason: 'cases.newRoundReason' }, ReferralRejected: { reason: 'lists.rejectReason' }, TaskDeclined: { reason: 'lists.declineReason' }, TaskHandOverRefused: { reason: 'lists.declineReason' }, TaskSuspended: { reason: 'lists.suspendReason' },
  TaskKept: { because: 'cases.keptBecause' },
  OpinionRequested: { discipline: 'lists.discipline' },
  IntakeOverridden: { code: 'lists.overrideCode' }, DocumentRemoved: { reason: 'intake.removeReason' }, CaseDelisted: { cause: 'cases.delistCause' }, DeadlinesReplanned: { cause: 'cases.replanCause' },
};

/** Fields that name a person: who has it, who gave it, who is asked. */
const personFields = ['ownerId', 'from', 'to'];

/** Parts that an event carries whole: their fields as values, under the part's name. */
const parts: Readonly<Record<string, readonly (readonly [field: string, list: string])[]>> = {
  document: [['kind', 'lists.documentKind']], consent: [['purpose', 'lists.consentPurpose']], opinion: [['kind', 'cases.opinionKind'], ['discordance', 'lists.discordanceGrade'], ['discipline', 'lists.discipline']],
  outcome: [['kind', 'lists.outcomeKind'], ['intent', 'lists.intent']],
};

/**
 * What happened, as a sentence: `cases.events.<type>`, with codes in words, tasks by their names and people by theirs. Tasks come from the case
 * as it is now, because events name them by id.
 */
export function useEventWords(tasks: readonly TaskDto[]) {
  const t = useT();
  const lang = useLanguage();
  const taskWords = useTaskWords();
  const treatmentWords = useTreatmentWords();
  const itemName = useItemName();
  const known = new Map(tasks.map((task) => [task.id, task]));
  const coded = (prefix: string | undefined, code: unknown) => (prefix !== undefined && has('en', `${prefix}.${text(code)}`) ? t(`${prefix}.${text(code)}`) : text(code));
  const listed = (values: readonly string[]) => listWords(lang, values);

  const wantedIn = ({ item, treatment }: Data): string => {
    if (typeof item === 'string') return itemName(item);
    const { kind, country, from } = record(treatment);
    return treatmentWords({ kind: text(kind), country: text(country), from: typeof from === 'string' ? from : null });
  };
  const values = (entry: HistoryEntryDto): Record<string, string | number> => {
    const said: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(entry.data)) {
      const person = personFields.includes(name) ? entry.people.find(({ id }) => id === value) : undefined;
      if (person) said[name] = person.name;
      else if (typeof value === 'number') said[name] = value;
      else if (typeof value === 'string') said[name] = /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, lang) : coded(lists[entry.type]?.[name] ?? lists['*']?.[name], value);
      for (const [field, list] of parts[name] ?? []) said[`${name}_${field}`] = coded(list, record(value)[field]);
    }
    if (Array.isArray(entry.data['items'])) said['items'] = listed(entry.data['items'].map((id) => itemName(text(id))));
    if (entry.type === 'ItemRequested') said['what'] = wantedIn(entry.data);
    if (Array.isArray(entry.data['fields'])) said['fields'] = listed(entry.data['fields'].map((id) => t(amended(text(id)))));
    if (Array.isArray(entry.data['tasks'])) said['tasks'] = listed(entry.data['tasks'].flatMap((each) => { const one = known.get(text(record(each)['taskId'])); return one ? [taskWords(one)] : []; }));
    const task = taskOf(entry, known);
    if (task) said['task'] = taskWords(task);
    said['people'] = listed(entry.people.filter((person) => person.id !== entry.actor?.id).map((person) => person.name));
    said['stage'] ??= entry.stage === null ? '' : t(`lists.stage.${entry.stage}`);
    return said;
  };

  return (entry: HistoryEntryDto): string => {
    const variant = variantOf(entry);
    const filled = { task: t('tasks.title'), ...values(entry) };
    return has('en', `cases.events.${variant}`) ? t(`cases.events.${variant}`, filled) : t('cases.events.other', { type: entry.type });
  };
}

const amendable = ['urgency', 'tumorType', 'question', 'referrerId'];
const amended = (field: string): string => (amendable.includes(field) ? `cases.amended.${field}` : 'cases.amended.patient');

/** The task that an event is about: carried whole, or by its id. */
function taskOf(entry: HistoryEntryDto, known: ReadonlyMap<string, TaskDto>): Pick<TaskDto, 'kind' | 'about'> | undefined {
  const whole = record(entry.data['task']);
  const id = text(whole['id'] ?? entry.data['taskId'] ?? entry.taskId);
  return known.get(id);
}

/** A sentence of its own where the same event says different things. */
function variantOf({ type, data }: HistoryEntryDto): string {
  if (type === 'StageLeft' && data['skipped'] === true) return 'StageSkipped';
  if (data['because'] === 'escalated') return type === 'TaskReleased' ? 'TaskTakenAway' : 'TaskReassigned';
  if (type === 'TaskReleased' && data['because'] !== undefined) return data['because'] === 'nobodyLeft' ? 'TaskNobodyLeft' : 'TaskOwnerGone';
  if (type === 'TaskHandOverTakenBack' && data['because'] !== undefined) return 'TaskHandOverReturned';
  if (type === 'TaskAssigned' && data['because'] === 'substitute' && data['from'] !== undefined) return 'TaskToSubstitute';
  if ((type === 'LetterMade' || type === 'LetterAsked') && data['plain'] === true) return `${type}Plain`;
  if (type === 'CaseListed' && data['manually'] === true) return 'CaseListedByHand';
  if (type === 'MarkFired' && data['kind'] === 'escalate') return 'MarkEscalated';
  if (type === 'MarkFired' && data['kind'] === 'expire') return 'MarkExpired';
  if (type === 'DeadlinesReplanned' && typeof data['policyVersion'] === 'number') return Array.isArray(data['tasks']) && data['tasks'].length > 0 ? 'PolicyMoved' : 'PolicyMovedOnly';
  if (record(data['opinion'])['kind'] === 'opinion') return type === 'OpinionAmended' ? 'OpinionGivenAnew' : 'OpinionGiven';
  if (type === 'OpinionSigned' && typeof record(data['opinion'])['discordance'] === 'string') return 'OpinionSignedCompared';
  return type;
}
