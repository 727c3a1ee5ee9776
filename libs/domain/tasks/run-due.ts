import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isOver } from '../cases/gates.js';
import { caseManager, orProcess } from '../cases/may.js';
import { lapsed, lapsingConsents, nextDue, suspendedUntil } from '../cases/due.js';
import { consentTask } from '../cases/submit-referral.js';
import type { CaseState } from '../cases/state.js';
import { over } from '../cases/under-way.js';
import { audienceOf, type Told } from './audience.js';
import { reopenTask } from './change.js';
import { dueMarks } from './due-marks.js';
import { reassigned } from './reassign.js';
import { goOn } from './suspend-task.js';
import { openTasks, type Task } from './task.js';

/** A mark told more than five minutes after its instant says so: the process was down (ours). */
export const lateAfterMilliseconds = 5 * 60_000;

/**
 * Of one task's due marks: from the highest down, each tells those who hear nothing higher. A reminder whose reader is told that the
 * task is overdue is passed over, so that nobody gets three messages after a weekend of downtime.
 */
const settle = (state: CaseState, task: Task, context: Context): readonly CaseEvent[] => {
  const told = new Set<string>();
  const highestFirst = dueMarks(task, context.now).toReversed().map((mark): CaseEvent => {
    const hearers = mark.tells.flatMap((audience) => audienceOf(state, task, audience, context));
    const tells = onceEach(hearers.filter(({ personId }) => !told.has(personId)));
    tells.forEach(({ personId }) => told.add(personId));
    const late = Date.parse(context.now) - Date.parse(mark.at) > lateAfterMilliseconds;
    return tells.length > 0
      ? event('MarkFired', { taskId: task.id, mark: mark.name, kind: mark.kind, late, tells })
      : event('MarkPassedOver', { taskId: task.id, mark: mark.name, because: hearers.length > 0 ? 'superseded' : 'nobodyThere' });
  });
  const settled = highestFirst.toReversed();
  return [...settled, ...reassigned(state, task, settled, context)];
};
const onceEach = (hearers: readonly Told[]): readonly Told[] => hearers.filter((told, place) => hearers.findIndex((other) => other.personId === told.personId) === place);

/**
 * Looks at every mark due by now, not only the one that woke the process, opens what lapsed again, lets what was laid aside go on, and asks for a consent two weeks before it ends. Closed, paused and held tasks
 * tell nobody anything. A mark that reassigns takes the task from its owner, see `reassigned`. Refused: CASE.OVER; TIME.NOT_YET_DUE with `inMs`, the milliseconds to wait by the door's clock (null: nothing to wait for).
 */
export const runDue: CaseCommand<'runDue'> = {
  type: 'runDue', stream: 'case', needs: ['typing'], mayDo: orProcess(caseManager),
  decide: (state, _data, context) => {
    if (isOver(state)) return over(state, context);
    const events = [
      ...openTasks(state.tasks).flatMap((task) => settle(state, task, context)),
      ...lapsingConsents(state).filter(({ askAt }) => askAt <= context.now).map(({ purpose, validUntil }) => consentTask(state, context, purpose, validUntil)),
      ...suspendedUntil(state, context.now).flatMap((task) => goOn(context, task, 'due')),
      ...lapsed(state, context.now).map((task) => reopenTask(context, task, 'lapsed')),
    ];
    if (events.length > 0) return events;
    const next = nextDue(state);
    return refuse('TIME.NOT_YET_DUE', { inMs: next === null ? null : Math.max(0, Date.parse(next.at) - Date.parse(context.now)) });
  },
};
