import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { actorId, caseManager, inPool, onCase, oneOf, referrer } from '../cases/may.js';
import { notUnderWay, openTaskOr, ownTaskOr } from '../cases/under-way.js';
import { completeTask, pauseTask, resumeTask } from '../tasks/change.js';
import { openTask } from '../tasks/open-task.js';
import { openTasks } from '../tasks/task.js';
import { isReview } from './opinion.js';

/**
 * A reviewer asks for slides, blocks or studies: the origin's case manager has a task for it, and the review's clock stands still
 * meanwhile where the policy says so. text: note. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED,
 * TASK.NEWER_VERSION, TASK.NOT_YOURS, REVIEW.NOT_A_REVIEW, REVIEW.ITEMS_NEEDED.
 */
export const requestMaterial: CaseCommand<'requestMaterial'> = {
  type: 'requestMaterial', stream: 'case',
  mayDo: (actor, state, data, context) => onCase((person) => {
    const task = state.tasks[data.taskId];
    return task === undefined || task.ownerId === person.personId || inPool(person, task);
  })(actor, state, data, context),
  decide: (state, { taskId, items, pausesClock }, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const task = ownTaskOr(state, context, taskId, seenVersion);
    if ('refused' in task) return task;
    if (!isReview(task.kind)) return refuse('REVIEW.NOT_A_REVIEW', { kind: task.kind });
    if (items.length === 0) return refuse('REVIEW.ITEMS_NEEDED', {}, 'items');
    const supply = openTask(state, context, {
      kind: 'supplyMaterial', stage: task.stage, about: { taskId, items: items.join(',') },
      offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.originCaseManagerId,
    });
    return [
      event('MaterialRequested', { taskId, items, supplyTaskId: supply.id, pausesClock, noteTextId: context.text('note') }),
      event('TaskCreated', { task: supply }),
      ...(pausesClock ? pauseTask(task, 'awaitingMaterial') : []),
    ];
  },
};

/**
 * What was asked for is there: the review's clock goes on when nothing else is awaited for it. By the referrer or a case manager.
 * Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, TASK.UNKNOWN, TASK.CLOSED, TASK.NEWER_VERSION, REVIEW.NOT_A_SUPPLY.
 */
export const supplyMaterial: CaseCommand<'supplyMaterial'> = {
  type: 'supplyMaterial', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, { taskId }, context, seenVersion) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    const supply = openTaskOr(state, context, taskId, seenVersion);
    if ('refused' in supply) return supply;
    const review = state.tasks[supply.about['taskId'] ?? ''];
    if (supply.kind !== 'supplyMaterial' || review === undefined) return refuse('REVIEW.NOT_A_SUPPLY', { kind: supply.kind });
    const others = openTasks(state.tasks).some((task) => task.kind === 'supplyMaterial' && task.id !== taskId && task.about['taskId'] === review.id);
    return [
      event('MaterialSupplied', { taskId: review.id, supplyTaskId: taskId }),
      completeTask(supply, 'supplied', actorId(context.actor)),
      ...(others || review.noDeadlineBecause !== 'awaitingMaterial' ? [] : resumeTask(context, review)),
    ];
  },
};
