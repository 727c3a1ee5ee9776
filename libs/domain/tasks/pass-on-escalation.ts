import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { onlyProcess } from '../cases/may.js';
import type { CaseState } from '../cases/state.js';
import { over } from '../cases/under-way.js';
import type { Told } from './audience.js';

/** Admins who hear in somebody's place: of the hospitals where that person works, else of the case's, else any. Never who was told already. */
const adminsInstead = (state: CaseState, personId: string, told: readonly string[], { people }: Pick<Context, 'people'>): readonly string[] => {
  const works = people.byId(personId)?.posts.map((post) => post.institutionId) ?? [];
  const groups = [works, [state.hostInstitutionId], [state.originInstitutionId]].map((ids) => ids.flatMap((id) => people.holding('admin', id)));
  const left = [...groups, people.holdingAnywhere('admin')].map((group) => group.filter(({ id, active }) => active && id !== personId && !told.includes(id)).map(({ id }) => id));
  return [...new Set(left.find((ids) => ids.length > 0) ?? [])];
};

/**
 * An escalation that could not be sent to its reader by any channel goes to admins, who are in the history as told from then on. By the process. Refused:
 * CASE.OVER, TASK.UNKNOWN, TASK.NOT_ESCALATED (not to this person), TASK.NOBODY_THERE (every admin was told of it already).
 */
export const passOnEscalation: CaseCommand<'passOnEscalation'> = {
  type: 'passOnEscalation', stream: 'case', mayDo: onlyProcess,
  decide: (state, { taskId, mark, personId }, context) => {
    if (isOver(state)) return over(state, context);
    const task = state.tasks[taskId];
    if (task === undefined) return refuse('TASK.UNKNOWN');
    const told = task.escalations?.findLast((each) => each.mark === mark)?.told ?? [];
    if (!told.includes(personId)) return refuse('TASK.NOT_ESCALATED', { mark });
    const admins = adminsInstead(state, personId, told, context);
    const tells = admins.map((id): Told => ({ personId: id, as: 'admin' }));
    return tells.length === 0 ? refuse('TASK.NOBODY_THERE', { person: personId }) : [event('EscalationPassedOn', { taskId, mark, from: personId, tells })];
  },
};
