import { openTasks, plannedVisits, type BoardDefinition, type CaseState } from '#domain';
import { allowed } from '../reading/may.js';
import type { Texts } from '../reading/texts.js';
import type { Asker } from '../http/request.js';
import type { FollowUpDto, FollowUpVisitDto } from './follow-up.dto.js';

/** The questions of 14, 30 and 90 days with their answers; the task that asks, while it is open. */
export function followUpsOf(state: CaseState, texts: Texts, notes: ReadonlyMap<number, string | null>, by: Asker): FollowUpDto[] {
  return state.followUps.map(({ day, dueAt, answer, because, answeredAt }) => {
    const task = openTasks(state.tasks).find((each) => each.kind === 'answerFollowUp' && each.about['day'] === String(day));
    const mine = task !== undefined && (task.ownerId === by.actor.personId || task.ownerId === null);
    return { day, dueAt, taskId: task?.id ?? null, answer, because, note: texts.get(notes.get(day)), answeredAt, may: mine ? allowed('answerFollowUp') : [] };
  });
}

/** The visits of the tumor type's plan: what was told of each, and those still to come. */
export function followUpVisitsOf(state: CaseState, board: BoardDefinition, now: string, texts: Texts, notes: ReadonlyMap<number, string | null>): FollowUpVisitDto[] {
  return plannedVisits(state, board, now).map(({ month, dueAt, visit }) => {
    const task = openTasks(state.tasks).find((each) => each.kind === 'followUpVisit' && each.about['month'] === String(month));
    return {
      month, dueAt, taskId: task?.id ?? null, carriedOut: visit?.carriedOut ?? null, because: visit?.because ?? null, status: visit?.status ?? null, localRecurrence: visit?.localRecurrence ?? null,
      distantRecurrence: visit?.distantRecurrence ?? null, ecog: visit?.ecog ?? null, msts: visit?.msts ?? null, note: texts.get(notes.get(month)), recordedAt: visit?.at ?? null,
    };
  });
}
