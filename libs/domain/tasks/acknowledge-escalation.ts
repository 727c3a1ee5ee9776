import { holds, type PersonActor } from '../core/actor.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { grantsOf, mayRead } from '../cases/grants.js';
import type { CaseState } from '../cases/state.js';
import { nameOf, over } from '../cases/under-way.js';
import type { Escalation, Task } from './task.js';

/** The last escalation of a task by a mark: a task that was opened again may have gone through the same mark twice. */
const lastOf = (task: Task | undefined, mark: string): Escalation | undefined => task?.escalations?.findLast((each) => each.mark === mark);
/** Whoever was told, and the admins of the hospitals, to whom an escalation goes that reaches nobody else. */
const concerns = (actor: PersonActor, state: CaseState, task: Task | undefined, mark: string): boolean => lastOf(task, mark)?.told.includes(actor.personId) === true
  || [task?.offer.institutionId ?? state.hostInstitutionId, state.hostInstitutionId, state.originInstitutionId].some((id) => holds(actor, 'admin', id));

/**
 * Somebody who was told that a task escalated says so: I know, it is with me. By who was told, also where they may not read the case, or by an admin.
 * Refused: CASE.OVER, TASK.UNKNOWN, TASK.NOT_ESCALATED, TASK.ESCALATION_ACKNOWLEDGED (by oneself, when).
 */
export const acknowledgeEscalation: CaseCommand<'acknowledgeEscalation'> = {
  type: 'acknowledgeEscalation', stream: 'case',
  mayDo: (actor, state, { taskId, mark }, context) => {
    if (actor.kind !== 'person') return refuse('ACCESS.NOT_ALLOWED');
    if (concerns(actor, state, state.tasks[taskId], mark)) return null;
    return mayRead(actor, grantsOf(state, context.board), context.now) ? refuse('ACCESS.NOT_ALLOWED') : refuse('ACCESS.NOT_FOUND');
  },
  decide: (state, { taskId, mark }, context) => {
    const { actor } = context;
    if (actor.kind !== 'person') return refuse('ACCESS.NOT_ALLOWED');
    if (isOver(state)) return over(state, context);
    const task = state.tasks[taskId];
    if (task === undefined) return refuse('TASK.UNKNOWN');
    const escalation = lastOf(task, mark);
    if (escalation === undefined) return refuse('TASK.NOT_ESCALATED', { mark });
    const before = escalation.acknowledged.find(({ by }) => by === actor.personId);
    return before === undefined ? [event('EscalationAcknowledged', { taskId, mark, by: actor.personId })] : refuse('TASK.ESCALATION_ACKNOWLEDGED', { by: nameOf(context, before.by), at: before.at });
  },
};
