import fc from 'fast-check';
import { isOpen, openTasks, type Task } from '../tasks/task.js';
import { evolveAll, evolveCase } from './evolve.js';
import { isOver } from './gates.js';
import { readyMoves } from './process.js';
import { attempts, finishTask, inTurn, open, passTime, planMeeting, submit } from './walk.fixture.js';
import { World } from './world.fixture.js';

const begin = (): World => {
  const world = new World('2026-11-02T03:00:00.000Z');
  open(world);
  planMeeting(world);
  return world;
};

/** A person's way on is never missing: each open task has an owner or a pool, and a deadline or a cause for having none. */
const orphan = (task: Task): boolean => isOpen(task) && ((task.ownerId === null && task.offer.institutionId === '') || (task.deadline === null && task.noDeadlineBecause === null));

const check = (world: World, did: string): void => {
  const state = world.theCase;
  const stray = Object.values(state.tasks).filter(orphan);
  if (stray.length > 0) throw new Error(`After ${did}: task without deadline or cause: ${stray.map((task) => task.kind).join()}`);
  if (isOver(state)) {
    if (openTasks(state.tasks).length > 0) throw new Error(`After ${did}: over, with open ${openTasks(state.tasks).map((task) => task.kind).join()}`);
    return;
  }
  if (state.status !== 'draft' && openTasks(state.tasks).length === 0 && readyMoves(state).length === 0) throw new Error(`After ${did}: nobody can move the case on (${state.status})`);
  if (openTasks(state.tasks).some((task) => task.kind === 'decide') !== (state.listed !== null)) throw new Error(`After ${did}: the chair's item and the agenda disagree`);
};

/** Walks on by the tasks alone, the way forward, until the case is closed. */
const drive = (world: World): string => {
  for (let turn = 0; turn < 150; turn += 1) {
    world.settle();
    const { status, tasks } = world.theCase;
    if (isOver(world.theCase)) return status;
    if (status === 'draft') submit(world);
    const refusals: string[] = [];
    const moved = inTurn(tasks).some((task) => {
      const refusal = finishTask(world, task);
      if (refusal !== null) refusals.push(`${task.kind} ${refusal.code}`);
      return refusal === null;
    });
    if (!moved && status !== 'draft') {
      if (refusals.length === 0) return `stuck without a task (${status})`;
      passTime(world, 86_400_000);
      if (turn > 120) return `stuck: ${refusals.join('; ')}`;
    }
  }
  return 'endless';
};

const walks = fc.array(fc.record({ pick: fc.nat(997), forward: fc.integer({ min: 0, max: 3 }) }), { minLength: 5, maxLength: 60 });
const walk = (steps: readonly { pick: number; forward: number }[]): { readonly world: World; readonly trail: readonly string[] } => {
  const world = begin();
  const trail: string[] = [];
  for (const { pick, forward } of steps) {
    const all = attempts(world);
    const onward = all.filter(({ name }) => name.startsWith('do:') || name === 'submit');
    const from = forward > 0 && onward.length > 0 ? onward : all;
    const chosen = from[pick % from.length];
    const refusal = chosen?.go() ?? null;
    trail.push(refusal === null ? (chosen?.name ?? '') : `(${chosen?.name}: ${refusal.code})`);
    check(world, trail.join(' > '));
    try { world.settle(); } catch (error) { throw new Error(`${trail.join(' > ')}: ${String(error)}`, { cause: error }); }
    check(world, `${trail.join(' > ')} > process`);
  }
  return { world, trail };
};

describe('whatever people do', () => {
  it('leaves no case that nobody can move on, and no open task without a deadline or a cause', () => {
    fc.assert(fc.property(walks, (steps) => { walk(steps); }), { numRuns: 60 });
  });

  it('leaves every case on a way to its end by its open tasks alone', () => {
    fc.assert(fc.property(walks, (steps) => {
      const { world, trail } = walk(steps);
      const end = drive(world);
      if (!['closed', 'withdrawn', 'rejected'].includes(end)) throw new Error(`${trail.join(' > ')}: ${end}`);
    }), { numRuns: 30 });
  });

  it('is told whole by the events: folding them again gives the same state', () => {
    fc.assert(fc.property(walks, (steps) => {
      const { world } = walk(steps);
      const [first, ...rest] = world.events;
      if (first === undefined) throw new Error('no events');
      const times = (state: unknown): unknown => JSON.parse(JSON.stringify(state, (key, value: unknown) => (/At$|^at$|^from$|^to$|^since$|^ownedSince$/.test(key) ? '' : value)));
      const folded = evolveAll(evolveCase(null, first, world.now, 'x', 'case-1'), rest, world.now, 'x');
      expect(Object.keys(folded)).toEqual(Object.keys(world.theCase));
      expect(times({ ...folded, override: null, hold: null, closed: null, withdrawn: null, rejected: null, tasks: null })).toEqual(times({ ...world.theCase, override: null, hold: null, closed: null, withdrawn: null, rejected: null, tasks: null }));
    }), { numRuns: 15 });
  });

  it('walks from a draft to the closure by the tasks alone', () => {
    const world = begin();
    expect(drive(world)).toBe('closed');
    expect(world.theCase.transfer?.status).toBe('takenOver');
  });
});
