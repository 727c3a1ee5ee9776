import { holds, type Actor } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { plusMilliseconds } from '../core/instant.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import { cancelTask, completeTask } from '../tasks/change.js';
import { openTask } from '../tasks/open-task.js';
import type { CaseCommandData } from '../cases/commands.js';
import { standings } from '../cases/completeness.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive, isLeft } from '../cases/gates.js';
import { requestEnds, requestedOf } from '../cases/lists.js';
import { actorId, caseManager, oneOf, onCase, referrer } from '../cases/may.js';
import { firstOf, openTaskOfKindOr } from '../cases/refusals.js';
import { aboutRequest, openRequestFor } from './requests.js';
import { nameOf, notUnderWay } from '../cases/under-way.js';
import type { CaseState } from '../cases/state.js';

type Data = CaseCommandData['requestItem'];

/** The hospital and the person who have to see to it; a source outside is seen to by who asks. */
const owedBy = (state: CaseState, { of, personId }: Pick<Data, 'of' | 'personId'>, context: Context): { readonly institutionId: string; readonly ownerId: string | null } => {
  const [origin, host] = [{ institutionId: state.originInstitutionId, ownerId: state.originCaseManagerId }, { institutionId: state.hostInstitutionId, ownerId: state.hostCaseManagerId }];
  switch (of) {
    case 'referrer': return { ...origin, ownerId: state.referrerId ?? state.originCaseManagerId };
    case 'originCaseManager': return origin;
    case 'hostCaseManager': return host;
    case 'person': {
      const atHost = context.people.byId(personId ?? '')?.posts.every((post) => post.institutionId !== state.originInstitutionId) === true;
      return { institutionId: atHost ? state.hostInstitutionId : state.originInstitutionId, ownerId: personId };
    }
    case 'outside': return asksForHost(context.actor, state) ? { ...host, ownerId: actorId(context.actor) } : { ...origin, ownerId: context.actor.kind === 'person' ? context.actor.personId : origin.ownerId };
  }
};
const asksForHost = (actor: Actor, state: CaseState): boolean => actor.kind === 'person' && !holds(actor, 'caseManager', state.originInstitutionId);

/** REQUEST.PERSON_UNKNOWN: nobody of the two hospitals that share the case. */
const stranger = (state: CaseState, { of, personId }: Data, context: Context): Refusal | null => {
  if (of !== 'person') return null;
  const person = personId === null ? null : context.people.byId(personId);
  const ours = person?.active === true && person.posts.some(({ institutionId }) => institutionId === state.originInstitutionId || institutionId === state.hostInstitutionId);
  return ours ? null : refuse('REQUEST.PERSON_UNKNOWN', {}, 'personId');
};

/** REQUEST.WHAT: exactly one of the two; REQUEST.NOT_MISSING where the item is answered; REQUEST.OPEN_ALREADY with who has it and since when. */
const unaskable = (state: CaseState, { item, treatment }: Data, context: Context): Refusal | null => {
  if ((item === null) === (treatment === null)) return refuse('REQUEST.WHAT', {}, 'item');
  const standing = standings(state, context.board).find(({ id }) => id === item);
  if (item !== null && standing === undefined) return refuse('INTAKE.ITEM_UNKNOWN', { items: [item] }, 'item');
  if (standing !== undefined && standing.state !== 'missing') return refuse('REQUEST.NOT_MISSING', { items: [standing.id] }, 'item');
  const open = openRequestFor(state, item, treatment);
  return open === undefined ? null : refuse('REQUEST.OPEN_ALREADY', { owner: nameOf(context, open.ownerId), since: open.createdAt });
};

/** The request with its task; `name` keeps ids apart where one command makes several. */
export const itemRequested = (state: CaseState, context: Context, data: Data, name = 'supplyItem'): readonly CaseEvent[] => {
  const { institutionId, ownerId } = owedBy(state, data, context);
  const task = openTask(state, context, {
    name, kind: 'supplyItem', stage: isActive(state, 'intake') ? 'intake' : 'discussion', offer: { institutionId, role: 'caseManager', discipline: null }, ownerId,
    about: { ...aboutRequest(data.item, data.treatment), of: data.of, askedBy: actorId(context.actor), ...(data.neededForMeeting && { needed: 'meeting' }) },
  });
  const { item, treatment, of, neededForMeeting } = data;
  return [event('ItemRequested', { taskId: task.id, item, treatment, of, neededForMeeting, sourceTextId: context.text('source'), noteTextId: context.text('note') }), event('TaskCreated', { task })];
};

/**
 * Asks somebody for one item that the file misses, or for the papers of an earlier treatment: by a case manager of either side. Five working
 * days, ten more, then both case managers. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, REQUEST.TOO_LATE (the board has spoken), REQUEST.WHAT,
 * INTAKE.ITEM_UNKNOWN, REQUEST.NOT_MISSING, REQUEST.OPEN_ALREADY, REQUEST.PERSON_UNKNOWN, TEXT.NEEDED (source, of one outside).
 */
export const requestItem: CaseCommand<'requestItem'> = {
  type: 'requestItem', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, data, context) => firstOf(notUnderWay(state, context),
    isLeft(state, 'discussion') ? refuse('REQUEST.TOO_LATE', { since: state.stages.discussion.leftAt }) : null,
    requestedOf.includes(data.of) ? null : refuse('REQUEST.PERSON_UNKNOWN', {}, 'of'),
    unaskable(state, data, context), stranger(state, data, context),
    data.of === 'outside' && context.text('source') === null ? refuse('TEXT.NEEDED', { field: 'source' }, 'source') : null) ?? itemRequested(state, context, data),
};

/** Nobody is reminded by hand twice within a day (ours): the ladder reminds as well. */
const betweenChases = 24 * 3_600_000;

/** Reminds who owes it, once more. text: note. Refused: as every task command, and REQUEST.CHASED_JUST_NOW (by, at). */
export const chaseItem: CaseCommand<'chaseItem'> = {
  type: 'chaseItem', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, { taskId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'supplyItem', seenVersion);
    if (isRefusal(task)) return task;
    const last = task.chased;
    return firstOf(notUnderWay(state, context),
      last !== undefined && context.now < plusMilliseconds(last.at, betweenChases) ? refuse('REQUEST.CHASED_JUST_NOW', { by: nameOf(context, last.by), at: last.at }) : null)
      ?? [event('ItemChased', { taskId, count: (last?.count ?? 0) + 1, noteTextId: context.text('note') })];
  },
};

/** What was asked for came another way than by form or document, or is on its way: said in words (text: note). Refused: as every task command, and TEXT.NEEDED. */
export const answerItem: CaseCommand<'answerItem'> = {
  type: 'answerItem', stream: 'case',
  mayDo: (actor, state, data, context) => onCase(oneOf(referrer, caseManager, (person) => state.tasks[data.taskId]?.ownerId === person.personId))(actor, state, data, context),
  decide: (state, { taskId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'supplyItem', seenVersion);
    if (isRefusal(task)) return task;
    const note = context.text('note');
    return firstOf(notUnderWay(state, context), note === null ? refuse('TEXT.NEEDED', { field: 'note' }, 'note') : null)
      ?? [completeTask(task, 'answered:otherwise', actorId(context.actor), { noteTextId: note })];
  },
};

/** It is not asked for any more, by a coded reason. Refused: as every task command, and CASE.REASON_UNKNOWN. */
export const cancelItemRequest: CaseCommand<'cancelItemRequest'> = {
  type: 'cancelItemRequest', stream: 'case', mayDo: onCase(caseManager),
  decide: (state, { taskId, reason }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'supplyItem', seenVersion);
    if (isRefusal(task)) return task;
    return firstOf(notUnderWay(state, context), requestEnds.includes(reason) ? null : refuse('CASE.REASON_UNKNOWN', { reason }, 'reason')) ?? [cancelTask(task, reason)];
  },
};
