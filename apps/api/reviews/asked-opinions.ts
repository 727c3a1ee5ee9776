import { isOpen, type CaseState, type Discipline, type Task } from '#domain';
import type { Names } from '../reading/names.js';
import type { Texts } from '../reading/texts.js';
import type { AskedOpinionDto } from './opinion-request.dto.js';

const standingOf = (task: Task): AskedOpinionDto['standing'] =>
  (isOpen(task) ? (task.ownerId === null ? 'asked' : 'inWork') : task.status === 'completed' ? 'signed' : 'ended');

export function askedOpinion(task: Task, names: Names, texts: Texts): AskedOpinionDto {
  return {
    taskId: task.id, discipline: task.offer.discipline ?? 'surgery', institution: names.institution(task.offer.institutionId), owner: names.maybe(task.ownerId), askedBy: names.maybe(task.about['askedBy']),
    askedAt: task.createdAt, question: texts.get(task.about['question']), needed: task.about['needed'] !== undefined, standing: standingOf(task),
  };
}

/** What disciplines were asked in this round, the oldest first. */
export const askedOpinions = (state: CaseState, names: Names, texts: Texts): AskedOpinionDto[] =>
  Object.values(state.tasks).filter((task) => task.kind === 'opinion' && task.round === state.round).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).map((task) => askedOpinion(task, names, texts));

/** Disciplines that were asked and have answered or still may, each once. */
export const disciplinesAskedOf = (state: CaseState): Discipline[] =>
  [...new Set(Object.values(state.tasks).filter((task) => task.kind === 'opinion' && task.round === state.round && task.status !== 'failed').flatMap((task) => task.offer.discipline ?? []))];
