import { isOpen, openTasks, stages, type CaseState, type Instant, type Opinion, type Stage, type Task } from '#domain';
import type { Names } from '../reading/names.js';
import { lightOf } from '../reading/due.js';
import type { Light, TaskDto } from '../tasks/task.dto.js';
import type { EndDto, NextStepDto, OpinionDto, StageDto } from './case-view.dto.js';

const urgent: readonly Light[] = ['overdue', 'dueSoon', 'onHold', 'onTime', 'waiting'];

/** The stage strip: planned by the deadline that comes last among a stage's open tasks, actual below. */
export function stagesOf(state: CaseState, now: Instant): StageDto[] {
  return stages.map((stage) => {
    const { status, round, enteredAt, leftAt } = state.stages[stage];
    const tasks = openTasks(state.tasks).filter((task) => task.stage === stage);
    const due = tasks.flatMap((task) => task.deadline?.dueAt ?? []).sort();
    return { stage, status, round, enteredAt, leftAt, light: lightOfStage(state, stage, tasks, now), plannedAt: due.at(-1) ?? null };
  });
}

function lightOfStage(state: CaseState, stage: Stage, tasks: readonly Task[], now: Instant): Light {
  const { status } = state.stages[stage];
  if (status === 'done') return 'done';
  if (status !== 'active') return 'waiting';
  if (state.hold !== null) return 'onHold';
  const lights = tasks.map((task) => lightOf({ open: true, paused: isPaused(task), noDeadlineBecause: task.noDeadlineBecause, owned: task.ownerId !== null, deadline: task.deadline }, now));
  return urgent.find((light) => lights.includes(light)) ?? 'waiting';
}
const isPaused = (task: Task): boolean => task.pauses.some((pause) => pause.to === null);

/** Open ones first, nearest due first, undated last; then the done ones, newest first. */
export function inOrder(tasks: readonly Task[]): Task[] {
  const last = '9999';
  const open = tasks.filter(isOpen).sort((a, b) => order(a.deadline?.dueAt ?? last, b.deadline?.dueAt ?? last) || order(a.id, b.id));
  const done = tasks.filter((task) => !isOpen(task)).sort((a, b) => order(b.closedAt ?? '', a.closedAt ?? '') || order(a.id, b.id));
  return [...open, ...done];
}
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** "Next: imaging review by Dr Chen, due ...": the open task that is due first, else the move that the process makes, else what the case waits for. */
export function nextStepOf(state: CaseState, tasks: readonly TaskDto[], ready: readonly { name: string }[]): NextStepDto | null {
  if (state.status === 'draft') return { code: 'submit', task: null, facts: {} };
  if (state.hold !== null) return { code: 'onHold', task: null, facts: { resumeBy: state.hold.resumeBy, reason: state.hold.reason } };
  const task = tasks.find(({ status }) => status === 'created' || status === 'ready' || status === 'inProgress');
  if (task) return { code: task.owner ? 'task' : 'taskForPool', task, facts: { kind: task.kind } };
  const [move] = ready;
  if (move) return { code: 'move', task: null, facts: { move: move.name } };
  return state.status === 'open' ? { code: 'waits', task: null, facts: {} } : null;
}

export const opinionsOf = (state: CaseState, names: Names): OpinionDto[] =>
  Object.values(state.opinions).sort((a, b) => order(b.signedAt, a.signedAt)).map((opinion) => opinionOf(state, opinion, names));

export function opinionOf(state: CaseState, opinion: Opinion, names: Names): OpinionDto {
  const newer = Object.values(state.opinions).find((other) => other.taskId === opinion.taskId && other.version === opinion.version + 1);
  return {
    id: opinion.id, taskId: opinion.taskId, kind: opinion.kind, round: opinion.round, version: opinion.version, signedBy: names.person(opinion.signedBy), discipline: opinion.discipline,
    institution: names.institution(opinion.institutionId), signedAt: opinion.signedAt, discordance: opinion.discordance, codes: { ...opinion.codes }, hash: opinion.hash, replacedBy: newer?.id ?? null, draftId: opinion.draftId,
  };
}

export function endOf({ closed, withdrawn, rejected }: CaseState, names: Names): EndDto | null {
  const of = (kind: EndDto['kind'], end: { reason: string; at: Instant; by: string }): EndDto => ({ kind, reason: end.reason, at: end.at, by: names.maybe(end.by) });
  if (closed) return of('closed', closed);
  if (withdrawn) return of('withdrawn', withdrawn);
  return rejected && of('rejected', rejected);
}
