import type { Fact } from '../core/refusal.js';
import type { People } from '../people/people.js';
import type { Audience, MarkKind } from '../tasks/allowances.js';
import { audienceOf } from '../tasks/audience.js';
import { inConflict } from '../tasks/conflict.js';
import { isOpen, openTasks, type Task, type TaskKind } from '../tasks/task.js';
import type { CaseEvent, CaseEventData } from './events.js';
import { currentOpinions } from './gates.js';
import type { CaseState } from './state.js';

/** Why a person is told: a mark of a task as owner, deputy, head, ...; or news of a case that is theirs. */
export type ToldAs = Audience | 'pool' | 'referrer' | 'transferCoordinator' | 'substitute' | 'invited' | 'runsMeetings' | 'guest' | 'asked' | 'sender' | 'signer' | 'reader';
/** One person told of one event: ids, codes and instants only, never a patient's word. `markKind` is `news` where no clock ran out. */
export interface Notification {
  readonly personId: string; readonly kind: string; readonly markKind: MarkKind | 'news'; readonly as: ToldAs; readonly taskId: string | null; readonly params: Readonly<Record<string, Fact>>;
  /** Told by mail alone: the product shows it where it belongs. */
  readonly mailOnly?: true;
}
type Hearer = Pick<Notification, 'personId' | 'as'>;

const one = (personId: string | null, as: ToldAs): readonly Hearer[] => (personId === null ? [] : [{ personId, as }]);
const referrerOf = (state: CaseState): readonly Hearer[] => one(state.referrerId, 'referrer');
const originManager = (state: CaseState): readonly Hearer[] => one(state.originCaseManagerId, 'originCaseManager');
const hostManager = (state: CaseState): readonly Hearer[] => one(state.hostCaseManagerId, 'hostCaseManager');
const everyone = (state: CaseState): readonly Hearer[] => [...referrerOf(state), ...originManager(state), ...hostManager(state)];
const owners = (state: CaseState): readonly Hearer[] => openTasks(state.tasks).flatMap((task) => one(task.ownerId, 'owner'));
const pool = (state: CaseState, task: Task, people: People): readonly Hearer[] => people.holding(task.offer.role, task.offer.institutionId, task.offer.discipline ?? undefined)
  .filter((person) => person.active && !inConflict(state, task.offer, person.id)).map((person) => ({ personId: person.id, as: 'pool' as const }));

const tell = (hearers: readonly Hearer[], kind: string, params: Notification['params'] = {}, taskId: string | null = null, markKind: Notification['markKind'] = 'news'): readonly Notification[] =>
  hearers.filter((hearer, place) => hearers.findIndex((other) => other.personId === hearer.personId) === place).map((hearer) => ({ ...hearer, kind, markKind, taskId, params }));

/** Tasks whose beginning is told by the event that made them, or that nobody has to do before a meeting. */
const toldOtherwise: readonly TaskKind[] = ['provideInformation', 'acknowledge', 'decide', 'answerFollowUp', 'followUpVisit', 'resumeHold'];

const offered = (state: CaseState, taskId: string, people: People, except: string | null, kind?: string): readonly Notification[] => {
  const task = state.tasks[taskId];
  if (task === undefined || !isOpen(task)) return [];
  const hearers = task.ownerId === null ? pool(state, task, people).filter((hearer) => hearer.personId !== except) : one(task.ownerId, 'owner');
  return tell(hearers, kind ?? (task.ownerId === null ? 'taskOffered' : 'taskAssigned'), { task: task.kind, dueAt: task.deadline?.dueAt ?? null }, taskId);
};

/** One person told of a change in who does a task. */
const ofTask = (state: CaseState, taskId: string, personId: string | null, as: ToldAs, kind: string, more: Notification['params'] = {}): readonly Notification[] => {
  const task = state.tasks[taskId];
  return task === undefined ? [] : tell(one(personId, as), kind, { task: task.kind, dueAt: task.deadline?.dueAt ?? null, ...more }, taskId);
};
/** The department head hears what became of a task by no doing of its owner's. */
const headTold = (state: CaseState, taskId: string, kind: string, people: People): readonly Notification[] => {
  const task = state.tasks[taskId];
  return task === undefined ? [] : tell(audienceOf(state, task, 'head', { people }), kind, { task: task.kind, dueAt: task.deadline?.dueAt ?? null }, taskId);
};
/** Nobody stands in, the owner is gone, or a mark took it: it waits in the pool again. */
const inPoolAgain = { nobodyLeft: 'taskNobodyLeft', disabled: 'taskOwnerGone', postLost: 'taskOwnerGone', escalated: 'taskReassigned' } as const;
/** A mark took the task from its owner: they hear it, who delegated it to them, and the department head. */
const takenAway = (before: CaseState | null, state: CaseState, taskId: string, from: string | undefined): readonly Notification[] => [
  ...ofTask(state, taskId, from ?? null, 'owner', 'taskTakenAway'),
  ...ofTask(state, taskId, delegator(before?.tasks[taskId]), 'sender', 'taskTakenAway'),
];
/** Who asked for an opinion hears what became of it. */
const askerTold = (state: CaseState, taskId: string, kind: string, more: Notification['params'] = {}): readonly Notification[] => {
  const task = state.tasks[taskId];
  return task?.kind === 'opinion' ? ofTask(state, taskId, task.about['askedBy'] ?? null, 'sender', kind, { discipline: task.offer.discipline, ...more }) : [];
};
/** Who delegated it hears that it is done. */
const delegator = (task: Task | undefined): string | null => (task?.actingFor?.because === 'delegated' ? task.actingFor.personId : null);

/** Who asked for an item hears that it came. */
const asker = (task: Task | undefined, people: People): string | null => (task?.kind === 'supplyItem' ? (people.byId(task.about['askedBy'] ?? '')?.id ?? null) : null);

/** Both who read differently hear how it was settled. */
const pathologyReadersOf = (state: CaseState): readonly Hearer[] => currentOpinions(state).filter(({ kind }) => kind === 'pathology' || kind === 'secondPathology').flatMap(({ signedBy }) => one(signedBy, 'owner'));

const transferHearers = (state: CaseState, people: People): readonly Hearer[] => {
  const sides = state.transfer === null ? [] : [state.transfer.fromInstitutionId, state.transfer.toInstitutionId];
  return [...everyone(state), ...sides.flatMap((id) => people.holding('transferCoordinator', id)).filter((person) => person.active).map((person) => ({ personId: person.id, as: 'transferCoordinator' as const }))];
};

/** Each person once: who is case manager of both sides, in a hospital's own case, hears one thing only. */
const ofMark = (state: CaseState, { taskId, mark, kind, late, tells }: CaseEventData['MarkFired']): readonly Notification[] => {
  const task = state.tasks[taskId];
  return tells.filter(({ personId }, place) => tells.findIndex((other) => other.personId === personId) === place).map(({ personId, as }) => ({ personId, as, kind: task?.kind ?? 'task', markKind: kind, taskId, // an admin may not read the case, and still has to know which one it is
    params: { mark, late, dueAt: task?.deadline?.dueAt ?? null, ...(as === 'admin' ? { caseNumber: state.number } : {}) } }));
};

/** In the place of who could not be told: the same mark, with whom it did not reach. */
const ofPassedOn = (state: CaseState, { taskId, mark, from, tells }: CaseEventData['EscalationPassedOn']): readonly Notification[] =>
  ofMark(state, { taskId, mark, kind: 'escalate', late: false, tells }).map((notification) => ({ ...notification, params: { ...notification.params, insteadOf: from } }));

/**
 * Who is told of an event, and of what. Marks name their hearers themselves; other events tell those whose work or whose patient it
 * is. Nobody is told of what they did (`actorId`), and what is not listed here tells nobody.
 */
export const notificationsOf = (event: CaseEvent, before: CaseState | null, after: CaseState, people: People, actorId: string | null = null): readonly Notification[] =>
  (event.type === 'MarkFired' ? ofMark(after, event.data) : newsOf(event, before, after, people).filter((notification) => notification.personId !== actorId));

const newsOf = (event: Exclude<CaseEvent, { readonly type: 'MarkFired' }>, before: CaseState | null, after: CaseState, people: People): readonly Notification[] => {
  switch (event.type) {
    case 'TaskCreated': return toldOtherwise.includes(event.data.task.kind) ? [] : offered(after, event.data.task.id, people, null);
    case 'TaskAssigned': return [...offered(after, event.data.taskId, people, null),
      ...(event.data.because === 'escalated' ? [...takenAway(before, after, event.data.taskId, event.data.from), ...headTold(after, event.data.taskId, 'taskReassigned', people)] : [])];
    case 'TaskKept': return headTold(after, event.data.taskId, 'taskKept', people);
    case 'TaskReleased': return [...offered(after, event.data.taskId, people, before?.tasks[event.data.taskId]?.ownerId ?? null), ...(event.data.because === undefined ? [] : headTold(after, event.data.taskId, inPoolAgain[event.data.because], people)),
      ...(event.data.because === 'escalated' ? takenAway(before, after, event.data.taskId, event.data.from) : [])];
    case 'TaskDeclined': return [...offered(after, event.data.taskId, people, event.data.by), ...askerTold(after, event.data.taskId, 'opinionDeclined', { reason: event.data.reason })];
    case 'OpinionSigned': return askerTold(after, event.data.opinion.taskId, 'opinionGiven');
    case 'TaskReopened': return offered(after, event.data.taskId, people, null, 'taskReopened');
    case 'TaskHandOverOffered': return ofTask(after, event.data.taskId, event.data.to, 'asked', 'taskHandedOver');
    case 'TaskHandOverAccepted': return ofTask(after, event.data.taskId, event.data.from, 'sender', 'handOverAccepted');
    case 'TaskHandOverRefused': return ofTask(after, event.data.taskId, event.data.from, 'owner', 'handOverRefused', { reason: event.data.reason });
    case 'TaskHandOverTakenBack': return event.data.because === undefined ? ofTask(after, event.data.taskId, event.data.to, 'asked', 'handOverTakenBack')
      : ofTask(after, event.data.taskId, after.tasks[event.data.taskId]?.ownerId ?? null, 'owner', 'handOverReturned', { reason: event.data.because });
    case 'EscalationPassedOn': return ofPassedOn(after, event.data);
    case 'TaskDelegated': return ofTask(after, event.data.taskId, event.data.ownerId, 'owner', 'taskDelegated');
    case 'TaskReturned': return ofTask(after, event.data.taskId, event.data.ownerId, 'owner', 'taskReturned');
    case 'TaskTakenBack': return ofTask(after, event.data.taskId, event.data.from, 'deputy', 'taskTakenBack');
    case 'TaskCompleted': return [...ofTask(after, event.data.taskId, delegator(after.tasks[event.data.taskId]), 'sender', 'taskDone'), ...ofTask(after, event.data.taskId, asker(after.tasks[event.data.taskId], people), 'sender', 'itemAnswered')];
    case 'ItemChased': return offered(after, event.data.taskId, people, null, 'itemChased');
    case 'TaskSuspensionEnded': return event.data.because === 'due' ? ofTask(after, event.data.taskId, after.tasks[event.data.taskId]?.ownerId ?? null, 'owner', 'taskGoesOn') : [];
    case 'ReferralReturned': return tell([...referrerOf(after), ...originManager(after)], 'referralReturned', { items: event.data.items, count: event.data.count });
    case 'InformationAnswered': return tell(hostManager(after), 'informationAnswered', { items: event.data.items });
    case 'ReferralAccepted': case 'IntakeOverridden': return tell([...referrerOf(after), ...originManager(after)], 'referralAccepted');
    case 'ReferralRejected': return tell([...referrerOf(after), ...originManager(after)], 'referralRejected', { reason: event.data.reason });
    case 'DiscordanceResolved': return tell(pathologyReadersOf(after), 'discordanceSettled');
    case 'ConsensusRecorded': return before?.tasks[event.data.taskId]?.ownerId === event.data.confirmBy ? offered(after, event.data.taskId, people, null) : [];
    case 'CaseListed': return tell([...originManager(after), ...hostManager(after)], 'caseListed', { meetingId: event.data.meetingId });
    case 'CaseDeferred': return tell(everyone(after), 'caseDeferred', { cause: event.data.cause, meetingId: event.data.meetingId });
    case 'OutcomeRecorded': return tell([...originManager(after), ...hostManager(after)], 'outcomeRecorded', { outcome: event.data.outcome.kind });
    case 'SignatureRefused': return tell([...hostManager(after), ...one(after.outcomes[event.data.outcomeId]?.chairId ?? null, 'chair')], 'signatureRefused');
    case 'SignaturesVoided': return tell([...(event.data.voided ?? []).map(({ personId }) => ({ personId, as: 'signer' as const })), ...one(after.outcomes[event.data.outcomeId]?.chairId ?? null, 'chair'), ...hostManager(after), ...originManager(after)], 'signaturesVoided', { because: event.data.because });
    case 'LetterRecalled': return tell([...referrerOf(after), ...originManager(after), ...hostManager(after), ...event.data.opened.map((personId) => ({ personId, as: 'reader' as const }))], 'letterRecalled', { reason: event.data.reason });
    case 'SecondOpinionAsked': return tell([...everyone(after), ...one(after.outcomes[event.data.outcomeId]?.chairId ?? null, 'chair')], 'secondOpinionAsked', { reason: event.data.reason });
    case 'LetterSent': return tell([...referrerOf(after), ...originManager(after)], 'letterSent');
    case 'RecommendationAcknowledged': return tell(hostManager(after), 'recommendationAcknowledged');
    case 'OpinionAmended': return tell([...hostManager(after), ...owners(after)], 'opinionAmended', { opinion: event.data.opinion.kind });
    case 'TransferStarted': return tell(transferHearers(after, people), 'transferStarted');
    case 'TransferProgressed': return tell(transferHearers(after, people), 'transferProgressed', { status: event.data.status });
    case 'CaseHeld': return tell([...everyone(after), ...(before === null ? [] : owners(before))], 'caseHeld', { reason: event.data.reason, resumeBy: event.data.resumeBy });
    case 'CaseResumed': return tell([...everyone(after), ...owners(after)], 'caseResumed');
    case 'TaskCancelled': return tell(one(after.tasks[event.data.taskId]?.ownerId ?? null, 'owner'), 'taskEnded', { task: after.tasks[event.data.taskId]?.kind ?? null, cause: event.data.cause }, event.data.taskId);
    case 'CaseWithdrawn': return tell(everyone(after), 'caseWithdrawn', { reason: event.data.reason });
    case 'CaseClosed': return tell(everyone(after), 'caseClosed', { reason: event.data.reason });
    case 'CaseReopened': case 'RoundOpened': return tell(everyone(after), 'caseReopened', { reason: event.data.reason });
    default: return [];
  }
};
