import { codesOf, differencesBetween, opinionsInForce, type CaseState, type FormDefinition, type Instant, type Task } from '#domain';
import { isFormAnswers } from '../intake/answers.js';
import type { Texts } from '../reading/texts.js';
import type { DisagreementDto } from './review-parts.dto.js';
import type { MaterialDto } from './review.dto.js';

export interface MaterialEvent { readonly type: string; readonly at: Instant; readonly data: { readonly taskId: string; readonly supplyTaskId: string; readonly items?: readonly string[]; readonly pausesClock?: boolean; readonly noteTextId?: string | null } }

/** What was asked for, and since when it is there. */
export function materialOf(taskId: string, events: readonly MaterialEvent[], texts: Texts): MaterialDto[] {
  return events.filter((event) => event.type === 'MaterialRequested' && event.data.taskId === taskId).map(({ at, data }) => ({
    taskId: data.supplyTaskId, items: [...(data.items ?? [])], note: texts.get(data.noteTextId), askedAt: at, pausesClock: data.pausesClock ?? false,
    suppliedAt: events.find((event) => event.type === 'MaterialSupplied' && event.data.supplyTaskId === data.supplyTaskId)?.at ?? null,
  }));
}

/** Where the form as it stands says something else than a signed opinion of the case: by the codes that opinions share. */
export function disagreementsOf(state: CaseState, task: Task, form: FormDefinition, answers: unknown): DisagreementDto[] {
  const mine = codesOf(form, isFormAnswers(answers) ? answers : {});
  return opinionsInForce(state).filter((opinion) => opinion.taskId !== task.id).flatMap((opinion) =>
    differencesBetween(mine, opinion.codes).map((difference) => ({ ...difference, opinionId: opinion.id, kind: opinion.kind, discipline: opinion.discipline })));
}
