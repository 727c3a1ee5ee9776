import { answersTo } from '../forms/answers.fixture.js';
import type { FormAnswers } from '../forms/definition.js';
import { formOf, isReview } from '../reviews/opinion.js';
import { openTasks, type Task, type TaskKind } from '../tasks/task.js';
import { open, submit } from './walk.fixture.js';
import { as, board, World } from './world.fixture.js';

/** Cases as they stand at a point, for specs that begin there; monday morning in Shanghai, Astana and Tel Aviv. */
export const monday = '2026-11-02T03:00:00.000Z';
export const me = (world: World, id: string) => as(id, world.now);

export const drafted = (): World => {
  const world = new World(monday);
  open(world);
  return world;
};
export const submitted = (): World => {
  const world = drafted();
  submit(world);
  return world;
};
export const inReview = (): World => {
  const world = submitted();
  world.put('acceptReferral', {}, me(world, 'he'));
  world.settle();
  return world;
};

/** The one open task of a kind. */
export const taskOf = (world: World, kind: TaskKind): Task => {
  const [task] = openTasks(world.theCase.tasks).filter((one) => one.kind === kind);
  if (task === undefined) throw new Error(`No open ${kind}; open: ${openTasks(world.theCase.tasks).map((one) => one.kind).join(', ')}`);
  return task;
};

/** Fills in the form of a review as the newest saved draft. */
export const fillIn = (world: World, task: Task, over: FormAnswers = {}, version = 1): void => {
  if (!isReview(task.kind)) throw new Error(`${task.kind} has no form`);
  const form = formOf(board, task.kind, task.offer.discipline);
  world.draft = { draftId: `draft-${task.id}`, version, formId: form.id, answers: answersTo(form, { laterality: { state: 'given', value: 'left' }, ...over }), hash: `hash-${version}`, authorId: task.ownerId ?? 'x', at: world.now };
};
export const claim = (world: World, kind: TaskKind, by: string): Task => {
  world.put('claimTask', { taskId: taskOf(world, kind).id }, me(world, by));
  return taskOf(world, kind);
};
export const typesOf = (world: World, from = 0): readonly string[] => world.events.slice(from).map((event) => event.type);
