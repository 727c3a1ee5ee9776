import { isNeeded, isOpen, requestedOf, treatmentOfRequest, type CaseState, type Instant, type RequestedOf, type Task } from '#domain';
import type { Names } from '../reading/names.js';
import { taskOf } from '../reading/task-of.js';
import type { Texts } from '../reading/texts.js';
import type { ItemRequestDto } from './preparation.dto.js';

/** The texts of a request, which its event names. */
export interface RequestEvent { task: string; source: string | null; note: string | null }

/** What was asked for in this round, open first, each with its task. */
export function requestsOf(state: CaseState, events: readonly RequestEvent[], names: Names, texts: Texts, now: Instant): ItemRequestDto[] {
  const byTask = new Map(events.map((event) => [event.task, event]));
  return Object.values(state.tasks).filter((task) => task.kind === 'supplyItem' && (isOpen(task) || task.round === state.round))
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a.createdAt < b.createdAt ? -1 : 1))
    .map((task) => requestOf(task, byTask.get(task.id), state, names, texts, now));
}

const isOf = (code: string | undefined): code is RequestedOf => requestedOf.some((known) => known === code);

function requestOf(task: Task, event: RequestEvent | undefined, state: CaseState, names: Names, texts: Texts, now: Instant): ItemRequestDto {
  const { about, chased } = task;
  return {
    task: taskOf(task, state.id, names, now), item: about['dataItem'] ?? null, treatment: treatmentOfRequest(task), of: isOf(about['of']) ? about['of'] : 'originCaseManager', neededForMeeting: isNeeded(task),
    source: texts.get(event?.source), note: texts.get(event?.note), askedBy: names.directory.people.has(about['askedBy'] ?? '') ? names.maybe(about['askedBy'] ?? null) : null,
    chased: chased === undefined ? null : { count: chased.count, at: chased.at, by: names.person(chased.by) },
  };
}
