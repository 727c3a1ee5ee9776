import { openTasks, type CaseState } from '#domain';
import { allowed } from '../reading/may.js';
import type { Texts } from '../reading/texts.js';
import type { Asker } from '../http/request.js';
import type { FollowUpDto } from './follow-up.dto.js';

/** The questions of 14, 30 and 90 days with their answers; the task that asks, while it is open. */
export function followUpsOf(state: CaseState, texts: Texts, notes: ReadonlyMap<number, string | null>, by: Asker): FollowUpDto[] {
  return state.followUps.map(({ day, dueAt, answer, because, answeredAt }) => {
    const task = openTasks(state.tasks).find((each) => each.kind === 'answerFollowUp' && each.about['day'] === String(day));
    const mine = task !== undefined && (task.ownerId === by.actor.personId || task.ownerId === null);
    return { day, dueAt, taskId: task?.id ?? null, answer, because, note: texts.get(notes.get(day)), answeredAt, may: mine ? allowed('answerFollowUp') : [] };
  });
}
