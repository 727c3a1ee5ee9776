import { openTasksOf, type Task, type TaskKind } from '../tasks/task.js';
import type { CaseCommandData } from './commands.js';
import { currentOutcome } from './gates.js';
import type { Outcome } from './state.js';
import { finishTask, inTurn, open, planMeeting, sit, submit } from './walk.fixture.js';
import { as, World } from './world.fixture.js';

/** Cases brought to a point by doing their tasks, for specs that begin there. */
export const reached = (isThere: (world: World) => boolean, world = new World('2026-11-02T03:00:00.000Z'), withMeeting = true): World => {
  if (world.state === null) {
    open(world);
    if (withMeeting) planMeeting(world);
    submit(world);
  }
  for (let turn = 0; turn < 100 && !isThere(world); turn += 1) {
    world.settle();
    const next = inTurn(world.theCase.tasks)[0];
    if (isThere(world)) break;
    if (next === undefined) throw new Error('Nothing left to do on the way');
    const refusal = finishTask(world, next);
    if (refusal !== null) throw new Error(`On the way: ${next.kind} ${refusal.code}`);
  }
  return world;
};

export const listed = (): World => reached((world) => world.theCase.listed !== null);
export const sitting = (): World => { const world = listed(); sit(world); return world; };
export const decided = (): World => { const world = reached((one) => openTasksOf(one.theCase.tasks, 'sign').length > 0); world.settle(); return world; };
export const lettered = (): World => reached((world) => outcomeOf(world)?.letterSentAt != null);
export const inTransfer = (): World => reached((world) => world.theCase.transfer !== null);
export const closing = (): World => reached((world) => openTasksOf(world.theCase.tasks, 'closeCase').length > 0);

export const outcomeOf = (world: World): Outcome | null => (world.state === null ? null : currentOutcome(world.state));
export const openOne = (world: World, kind: TaskKind): Task => {
  const [task] = openTasksOf(world.theCase.tasks, kind);
  if (task === undefined) throw new Error(`No open ${kind}`);
  return task;
};
export const me = (world: World, id: string) => as(id, world.now);

/** A recommendation as it may be typed; `over` changes one thing. */
export const recommendation = (world: World, over: Partial<CaseCommandData['recordRecommendation']> = {}): CaseCommandData['recordRecommendation'] => ({
  meetingId: world.theCase.listed?.meetingId ?? '', intent: 'curative', modalities: ['surgery'], laterality: 'left', guideline: { code: 'esmo-bone', edition: '2021' }, responsibleId: 'wang',
  dueDate: '2026-12-01', advisesTransferTo: null, dissents: [], abstentions: [], ...over,
});
export const words = { proposal: 'resection', rationale: 'localised' };
