import { event } from '../core/event.js';
import { isRefusal, refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommandData } from '../cases/commands.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive } from '../cases/gates.js';
import { actorId, onCase, oneOf, originCaseManager } from '../cases/may.js';
import { firstOf, openTaskOfKindOr } from '../cases/refusals.js';
import type { CaseState } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { cancelTasks, completeTask } from '../tasks/change.js';
import { openTasksOf, type Task } from '../tasks/task.js';
import { nextVisit } from './visits.js';

type Data = CaseCommandData['answerFollowUp'];

/** Not carried out as advised needs its coded cause: half of what boards advise and nobody does is otherwise never explained. Carried out has none. */
const unexplained = ({ answer, because }: Data): Refusal | null => {
  if (answer === 'yes') return because === null ? null : refuse('FOLLOW_UP.REASON_CONTRADICTS', {}, 'because');
  return because === null ? refuse('FOLLOW_UP.REASON_NEEDED', {}, 'because') : null;
};

/** Before its day only the end of the question can be told: what was not done because the patient died needs no waiting. */
const tooEarly = (task: Task, { because }: Data, now: string): Refusal | null =>
  (task.deadline === null || now >= task.deadline.dueAt || because === 'died' ? null : refuse('FOLLOW_UP.NOT_YET', { from: task.deadline.dueAt, day: task.about['day'] ?? null }));

/** The last question is answered: the first visit of the tumor type's plan is asked for. Without one, or where the question is moot, the stage is left. */
const ending = (state: CaseState, context: Context, task: Task, died: boolean): readonly CaseEvent[] => {
  const others = openTasksOf(state.tasks, 'answerFollowUp').filter((other) => other.id !== task.id);
  if (others.length > 0 && !died) return [];
  const visit = died || !isActive(state, 'followUp') ? null : nextVisit(state, context);
  if (visit !== null) return [visit];
  const over: readonly CaseEvent[] = isActive(state, 'followUp') ? [event('StageLeft', { stage: 'followUp', round: state.round, skipped: false })] : [];
  return [...cancelTasks(state, 'died', (other) => others.includes(other)), ...over];
};

/**
 * Whether the recommendation was carried out, by the referring clinician or a case manager of the origin. Refused: as every task command;
 * FOLLOW_UP.NOT_YET, FOLLOW_UP.REASON_NEEDED (partly, otherwise, no), FOLLOW_UP.REASON_CONTRADICTS.
 */
export const answerFollowUp: CaseCommand<'answerFollowUp'> = {
  type: 'answerFollowUp', stream: 'case',
  mayDo: onCase(oneOf((actor, state) => actor.personId === state.referrerId, originCaseManager)),
  decide: (state, data, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, data.taskId, 'answerFollowUp', seenVersion);
    if (isRefusal(task)) return task;
    return firstOf(notUnderWay(state, context), unexplained(data), tooEarly(task, data, context.now)) ?? [
      event('FollowUpAnswered', { day: Number(task.about['day']), answer: data.answer, because: data.because, noteTextId: context.text('note') }),
      completeTask(task, data.answer, actorId(context.actor)),
      ...ending(state, context, task, data.because === 'died'),
    ];
  },
};
