import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import type { CaseEvent } from '../cases/events.js';
import type { CaseState } from '../cases/state.js';
import { actorId } from '../cases/may.js';
import { cancelTask, completeTask } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { openTasksOf } from '../tasks/task.js';

/** The first sitting whose files are not frozen yet and that isn't one of those named. */
const nextOpenMeeting = (context: Context, except: readonly string[]) =>
  context.meetings.find((meeting) => meeting.status === 'planned' && meeting.freezeAt > context.now && !except.includes(meeting.id)) ?? null;

/** The case stands on a meeting's agenda: the chair's item is open while it does, and nobody has to plan a meeting any more. */
export const putOnAgenda = (state: CaseState, context: Context, meetingId: string, manually: boolean): readonly CaseEvent[] => [
  ...openTasksOf(state.tasks, 'scheduleMeeting').map((task) => completeTask(task, 'listed', actorId(context.actor))),
  event('CaseListed', { meetingId, manually }),
  taskCreated(state, context, {
    kind: 'decide', stage: 'discussion', offer: { institutionId: state.hostInstitutionId, role: 'chair', discipline: null },
    about: { meetingId }, noDeadlineBecause: 'awaitingMeeting',
  }),
];

/** On the next agenda that can take it; where there is none, the host's case managers are asked for a meeting. */
export const putOnNextAgenda = (state: CaseState, context: Context, except: readonly string[] = []): readonly CaseEvent[] => {
  const meeting = nextOpenMeeting(context, except);
  if (meeting !== null) return putOnAgenda(state, context, meeting.id, false);
  return openTasksOf(state.tasks, 'scheduleMeeting').length > 0 ? [] : [askForMeeting(state, context)];
};

/** Somebody has to find a sitting; `dueAt` (UTC) where the board named a date. */
export const askForMeeting = (state: CaseState, context: Context, dueAt?: string): CaseEvent => taskCreated(state, context, {
  kind: 'scheduleMeeting', stage: 'discussion', offer: { institutionId: state.hostInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.hostCaseManagerId,
  ...(dueAt === undefined ? {} : { dueAt, about: { by: dueAt } }),
});

/** The case leaves the agenda undecided: the chair's item ends with the cause. */
export const takeOffAgenda = (state: CaseState, meetingId: string, cause: string): readonly CaseEvent[] => [
  event('CaseDelisted', { meetingId, cause }), ...openTasksOf(state.tasks, 'decide').map((task) => cancelTask(task, cause)),
];
