import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { completeTask, pauseTask, resumeTask } from '../tasks/change.js';
import { taskCreated, type TaskSpec } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';
import { tumorTypeOf } from './completeness.js';
import type { CaseCommand } from './definition.js';
import { isActive } from './gates.js';
import { actorId, caseManager, hostCaseManager, onCase, oneOf, referrer } from './may.js';
import { notUnderWay } from './under-way.js';
import type { CaseState } from './state.js';

/** First 5, then 10 working days; the third time the case managers of both hospitals have it, not the referrer. */
const informationAsked = (state: CaseState, context: Context, items: readonly string[], count: number): TaskSpec => {
  const byReferrer = count <= 2 && state.referrerId !== null;
  return {
    kind: 'provideInformation', stage: 'intake', about: { items: items.join(',') }, ladder: count <= 2 ? 'provideInformation' : 'provideInformation.again',
    allowance: { amount: count === 1 ? 5 : 10, unit: 'workingDays' }, ownerId: byReferrer ? state.referrerId : state.originCaseManagerId,
    offer: { institutionId: state.originInstitutionId, role: byReferrer ? 'referringClinician' : 'caseManager', discipline: null },
  };
};

/**
 * Sends the referral back for items of the data set; the check's clock stands still meanwhile. text: note.
 * Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, INTAKE.OVER, INTAKE.ALREADY_RETURNED, INTAKE.ITEMS_NEEDED, INTAKE.ITEM_UNKNOWN.
 */
export const returnReferral: CaseCommand<'returnReferral'> = {
  type: 'returnReferral', stream: 'case', mayDo: onCase(hostCaseManager),
  decide: (state, { items }, context) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    if (!isActive(state, 'intake')) return refuse('INTAKE.OVER', { since: state.stages.intake.leftAt });
    if (state.status === 'returned') return refuse('INTAKE.ALREADY_RETURNED');
    if (items.length === 0) return refuse('INTAKE.ITEMS_NEEDED', {}, 'items');
    const known = tumorTypeOf(context.board, state.tumorType)?.items.map((item) => item.id) ?? [];
    const unknown = items.filter((item) => !known.includes(item) && item !== 'question');
    if (unknown.length > 0) return refuse('INTAKE.ITEM_UNKNOWN', { items: unknown }, 'items');
    const count = state.returns + 1;
    return [
      event('ReferralReturned', { items, count, noteTextId: context.text('note') }),
      ...openTasksOf(state.tasks, 'triage').flatMap((task) => pauseTask(task, 'returned')),
      taskCreated(state, context, informationAsked(state, context, items, count)),
    ];
  },
};

/** The referrer (or a case manager for them) says that what was asked for is there: the check goes on. text: note. Refused: CASE.OVER, CASE.ON_HOLD, INTAKE.NOT_RETURNED. */
export const answerReturn: CaseCommand<'answerReturn'> = {
  type: 'answerReturn', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, _data, context) => {
    const refusal = notUnderWay(state, context);
    if (refusal !== null) return refusal;
    if (state.status !== 'returned') return refuse('INTAKE.NOT_RETURNED');
    const asked = openTasksOf(state.tasks, 'provideInformation');
    return [
      event('InformationAnswered', { items: asked.flatMap((task) => task.about['items']?.split(',') ?? []), noteTextId: context.text('note') }),
      ...asked.map((task) => completeTask(task, 'answered', actorId(context.actor))),
      ...openTasksOf(state.tasks, 'triage').flatMap((task) => resumeTask(context, task)),
    ];
  },
};
