import { opinionsInForce, type CaseState, type Instant, type Task } from '#domain';
import type { Texts } from '../reading/texts.js';
import type { DisagreementDto, MaterialDto } from './review.dto.js';

export interface MaterialEvent { readonly type: string; readonly at: Instant; readonly data: { readonly taskId: string; readonly supplyTaskId: string; readonly items?: readonly string[]; readonly pausesClock?: boolean; readonly noteTextId?: string | null } }

/** What was asked for, and since when it is there. */
export function materialOf(taskId: string, events: readonly MaterialEvent[], texts: Texts): MaterialDto[] {
  return events.filter((event) => event.type === 'MaterialRequested' && event.data.taskId === taskId).map(({ at, data }) => ({
    taskId: data.supplyTaskId, items: [...(data.items ?? [])], note: texts.get(data.noteTextId), askedAt: at, pausesClock: data.pausesClock ?? false,
    suppliedAt: events.find((event) => event.type === 'MaterialSupplied' && event.data.supplyTaskId === data.supplyTaskId)?.at ?? null,
  }));
}

/** Where the form as it stands says something else than a signed opinion of the case: by the codes that opinions share. */
export function disagreementsOf(state: CaseState, task: Task, answers: Readonly<Record<string, unknown>>): DisagreementDto[] {
  return opinionsInForce(state).filter((opinion) => opinion.taskId !== task.id).flatMap((opinion) => Object.entries(opinion.codes).flatMap(([what, theirs]) => {
    const mine = givenText(answers[what]);
    return mine !== null && mine !== theirs && theirs !== 'notKnown' && theirs !== 'notApplicable' ? [{ what, mine, theirs, opinionId: opinion.id, kind: opinion.kind }] : [];
  }));
}

function givenText(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || Reflect.get(answer, 'state') !== 'given') return null;
  const value: unknown = Reflect.get(answer, 'value');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
