import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import type { CaseCommandData } from '../cases/commands.js';
import { isOver } from '../cases/gates.js';
import { onlyProcess } from '../cases/may.js';
import type { CaseState } from '../cases/state.js';
import { over } from '../cases/under-way.js';
import { deadlineFor } from './change.js';
import { cannotHave, hospitalsOf } from './claim-task.js';
import { substituteOf } from './stand-in.js';
import { openTasks, type Task } from './task.js';

/** Where one task goes: who is gone or lost the post gives it back to the offer; who is away, to the first substitute who may have it. Nothing where the owner stays. */
const handedOn = (state: CaseState, task: Task, { personId: from, because: cause }: CaseCommandData['handOnTasks'], context: Context): readonly CaseEvent[] => {
  const { people } = context;
  const hospitals = hospitalsOf(state, context);
  const back = (because: 'nobodyLeft' | 'disabled' | 'postLost'): readonly CaseEvent[] => [event('TaskReleased', { taskId: task.id, deadline: deadlineFor(context, task, null), because, from })];
  const owner = people.byId(from);
  if (owner?.active !== true) return back('disabled');
  if (owner.away !== true) return cause === 'postsChanged' && cannotHave(state, task, from, people, hospitals)?.code === 'TASK.NOT_IN_POOL' ? back('postLost') : [];
  const substitute = substituteOf(people, from, task.offer.discipline, ({ id }) => cannotHave(state, task, id, people, hospitals) === null);
  if (substitute === null) return back('nobodyLeft');
  return [event('TaskAssigned', { taskId: task.id, ownerId: substitute.id, deadline: deadlineFor(context, task, substitute.id), because: 'substitute', from })];
};

/** What was offered to somebody by name, and not answered, goes back to its sender: who is gone, away or no longer in the post will not answer. */
const wentBack = (state: CaseState, task: Task, { personId: to, because: cause }: CaseCommandData['handOnTasks'], context: Context): readonly CaseEvent[] => {
  const back = (because: 'disabled' | 'away' | 'postLost'): readonly CaseEvent[] => [event('TaskHandOverTakenBack', { taskId: task.id, to, because })];
  const asked = context.people.byId(to);
  if (asked?.active !== true) return back('disabled');
  if (asked.away === true) return back('away');
  return cause === 'postsChanged' && cannotHave(state, task, to, context.people, hospitalsOf(state, context))?.code === 'TASK.NOT_IN_POOL' ? back('postLost') : [];
};

/**
 * Hands on what a person owns in this case when their leave begins, their account ends or a post is lost; on hold too. What they were asked to take over goes
 * back to its sender. A signature stays: nobody signs for another, and its own escalation goes on. By the process, one command a case. Refused: CASE.OVER,
 * TASK.NOT_OWNED (nothing to hand on).
 */
export const handOnTasks: CaseCommand<'handOnTasks'> = {
  type: 'handOnTasks', stream: 'case', mayDo: onlyProcess,
  decide: (state, data, context) => {
    if (isOver(state)) return over(state, context);
    const open = openTasks(state.tasks);
    const events = [
      ...open.filter((task) => task.ownerId === data.personId && task.kind !== 'sign').flatMap((task) => handedOn(state, task, data, context)),
      ...open.filter((task) => task.handOver?.to === data.personId && task.ownerId !== data.personId).flatMap((task) => wentBack(state, task, data, context)),
    ];
    return events.length > 0 ? events : refuse('TASK.NOT_OWNED');
  },
};
