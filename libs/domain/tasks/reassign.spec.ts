import { claim, inReview, me, taskOf } from '../cases/stand.fixture.js';
import { nextDue } from '../cases/due.js';
import { evolveAll } from '../cases/evolve.js';
import type { CaseEvent } from '../cases/events.js';
import { notificationsOf } from '../cases/notifications.js';
import { board, people, process, staff, type World } from '../cases/world.fixture.js';
import { faultsOfBoard } from '../boards/faults.js';
import type { PersonSummary } from '../people/people.js';
import type { Ladder } from './allowances.js';
import { aboutToBeTaken } from './reassign.js';
import { taskSteps } from './task-history.js';

const reassigning = (ladder: Ladder | undefined, ...names: readonly string[]): Ladder => {
  if (ladder === undefined) throw new Error('No ladder');
  return { ...ladder, rungs: ladder.rungs.map((rung) => (names.includes(rung.name) ? { ...rung, reassigns: true } : rung)) };
};
/** Pathology of a routine case, claimed by chen, whose substitute is gu; at these marks the task leaves its owner. */
const owned = (...marks: readonly string[]): World => {
  const world = inReview();
  world.policy = { ...board.ladders, pathologyReview: reassigning(board.ladders['pathologyReview'], ...marks) };
  claim(world, 'pathologyReview', 'chen');
  expect(world.put('replanDeadlines', { cause: 'policy', policyVersion: 2 }, process)).toBeNull();
  return world;
};
const markAt = (world: World, name: string): string => taskOf(world, 'pathologyReview').deadline?.marks.find((mark) => mark.name === name)?.at ?? '';
/** Everything that is due by then, as the process does it; what happened to the review. */
const until = (world: World, at: string): readonly CaseEvent[] => {
  const [from, { id }] = [world.events.length, taskOf(world, 'pathologyReview')];
  for (let due = nextDue(world.theCase); due !== null && due.at <= at; due = nextDue(world.theCase)) {
    world.now = due.at > world.now ? due.at : world.now;
    world.put('runDue', { dueAt: due.at }, process);
  }
  return world.events.slice(from).filter((event) => 'taskId' in event.data && event.data.taskId === id);
};
/** The same after the process was down all the while. */
const downUntil = (world: World, at: string): readonly CaseEvent[] => {
  const [from, { id }] = [world.events.length, taskOf(world, 'pathologyReview')];
  world.now = at;
  expect(world.put('runDue', { dueAt: at }, process)).toBeNull();
  return world.events.slice(from).filter((event) => 'taskId' in event.data && event.data.taskId === id);
};
const whileStaff = (differences: Readonly<Record<string, Partial<PersonSummary>>>, work: () => void): void => {
  const before = [...staff];
  staff.forEach((one, place) => { (staff as PersonSummary[])[place] = { ...one, ...differences[one.id] }; });
  try { work(); } finally { before.forEach((one, place) => { (staff as PersonSummary[])[place] = one; }); }
};
/** Who hears of the event that took the review from chen. */
const toldOf = (world: World, event: CaseEvent | undefined): readonly string[] => {
  const task = taskOf(world, 'pathologyReview');
  const before = { ...world.theCase, tasks: { ...world.theCase.tasks, [task.id]: { ...task, ownerId: 'chen' } } };
  return event === undefined ? [] : notificationsOf(event, before, world.theCase, people).map(({ personId, kind, as }) => `${personId}:${kind}:${as}`);
};

describe('an escalation that reassigns', () => {
  it('gives the task to its owner\'s substitute, once, and tells the new owner, the old one and the head; its clock runs on', () => {
    const world = owned('due');
    const before = taskOf(world, 'pathologyReview').deadline;
    const events = until(world, markAt(world, 'due'));
    expect(events.map(({ type }) => type)).toEqual(['MarkFired', 'MarkFired', 'MarkFired', 'TaskAssigned']);
    expect(events.at(-1)).toMatchObject({ data: { ownerId: 'gu', from: 'chen', because: 'escalated', mark: 'due' } });
    const task = taskOf(world, 'pathologyReview');
    expect(task).toMatchObject({ ownerId: 'gu', status: 'inProgress', deadline: { startedAt: before?.startedAt, dueAt: before?.dueAt } });
    expect(task.actingFor ?? null).toBeNull();
    expect(task.deadline?.marks.map(({ name, state }) => `${name}:${state}`)).toEqual(['half:fired', 'most:fired', 'due:fired', 'later:pending']);
    expect(toldOf(world, events.at(-1))).toEqual(['gu:taskAssigned:owner', 'chen:taskTakenAway:owner', 'qian:taskReassigned:head']);
    // chen was not away: there is nothing to take back
    expect(world.put('takeBackTask', { taskId: task.id }, me(world, 'chen'))).not.toBeNull();
    expect(world.put('runDue', { dueAt: world.now }, process)).toMatchObject({ code: 'TIME.NOT_YET_DUE' });
    const itsOwn = world.events.filter((event) => (event.type === 'TaskCreated' ? event.data.task.id === task.id : 'taskId' in event.data && event.data.taskId === task.id));
    expect(taskSteps(itsOwn.map((told) => ({ told }))).at(-1)).toMatchObject({ before: { ownerId: 'chen' }, after: { status: 'inProgress', ownerId: 'gu', actingFor: null } });
  });

  it('gives it back to the pool where no substitute is there, and the old owner is not offered it anew', () => {
    const world = owned('due');
    whileStaff({ chen: { substituteId: null } }, () => {
      const [event] = until(world, markAt(world, 'due')).slice(-1);
      expect(event).toMatchObject({ type: 'TaskReleased', data: { because: 'escalated', from: 'chen', mark: 'due' } });
      expect(toldOf(world, event)).toEqual(['gu:taskOffered:pool', 'qian:taskReassigned:head', 'chen:taskTakenAway:owner']);
    });
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: null, status: 'ready' });
  });

  it('takes it once after a weekend of downtime, also where the mark itself is told with a higher one', () => {
    const world = owned('most', 'due');
    const events = downUntil(world, markAt(world, 'later'));
    const marks = events.flatMap((event) => (event.type === 'MarkFired' || event.type === 'MarkPassedOver' ? [`${event.data.mark}:${event.type}`] : []));
    expect(marks).toEqual(['half:MarkPassedOver', 'most:MarkPassedOver', 'due:MarkFired', 'later:MarkFired']);
    expect(events.filter(({ type }) => type === 'TaskAssigned' || type === 'TaskReleased')).toMatchObject([{ type: 'TaskAssigned', data: { ownerId: 'gu', mark: 'due' } }]);
    expect(nextDue(world.theCase)?.what.startsWith('pathologyReview')).not.toBe(true);
    // Superseded, and it takes the task all the same: what is told is collapsed, not what is done.
    const only = owned('half');
    expect(downUntil(only, markAt(only, 'due')).at(-1)).toMatchObject({ type: 'TaskAssigned', data: { ownerId: 'gu', mark: 'half' } });
  });

  it('takes nothing that nobody owns, and what the next owner has only at the next such mark', () => {
    const world = owned('due', 'later');
    const { id } = taskOf(world, 'pathologyReview');
    expect(world.put('releaseTask', { taskId: id }, me(world, 'chen'), {}, taskOf(world, 'pathologyReview').version)).toBeNull();
    expect(until(world, markAt(world, 'due')).filter(({ type }) => type === 'TaskReleased' || type === 'TaskAssigned' || type === 'TaskKept')).toEqual([]);
    claim(world, 'pathologyReview', 'gu');
    expect(until(world, markAt(world, 'later')).at(-1)).toMatchObject({ type: 'TaskReleased', data: { from: 'gu', mark: 'later' } });
  });

  it('leaves it with an owner who worked on it today, by the hospital\'s day, and says so', () => {
    const world = owned('due', 'later');
    const { id } = taskOf(world, 'pathologyReview');
    const due = markAt(world, 'due');
    world.lastTyped = { [id]: new Date(Date.parse(due) - 3_600_000).toISOString() };
    const events = until(world, due);
    expect(events.at(-1)).toMatchObject({ type: 'TaskKept', data: { ownerId: 'chen', mark: 'due', because: 'beingWritten' } });
    expect(toldOf(world, events.at(-1))).toEqual(['qian:taskKept:head']);
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: 'chen' });
    // what was typed days ago keeps nothing
    expect(until(world, markAt(world, 'later')).at(-1)).toMatchObject({ type: 'TaskAssigned', data: { ownerId: 'gu', mark: 'later' } });
  });

  it('leaves it where nobody else of the pool is there, and where it is laid aside until a day', () => {
    const alone = owned('due');
    whileStaff({ gu: { away: true } }, () => expect(until(alone, markAt(alone, 'due')).at(-1)).toMatchObject({ type: 'TaskKept', data: { because: 'nobodyElse' } }));
    const aside = owned('due');
    aside.now = new Date(Date.parse(markAt(aside, 'due')) - 3_600_000).toISOString();
    const task = taskOf(aside, 'pathologyReview');
    // a colleague's answer stops no clock
    expect(aside.put('suspendTask', { taskId: task.id, reason: 'awaitingColleague', until: new Date(Date.parse(aside.now) + 4 * 86_400_000).toISOString().slice(0, 10) }, me(aside, 'chen'), {}, task.version)).toBeNull();
    expect(downUntil(aside, markAt(aside, 'due')).at(-1)).toMatchObject({ type: 'TaskKept', data: { because: 'laidAside' } });
  });

  it('is about to, of owned tasks whose mark is due; never of a signature', () => {
    const world = owned('due');
    const due = markAt(world, 'due');
    expect(aboutToBeTaken(world.theCase, new Date(Date.parse(due) - 1).toISOString())).toEqual([]);
    expect(aboutToBeTaken(world.theCase, due).map(({ kind }) => kind)).toEqual(['pathologyReview']);
    const sign = { ...taskOf(world, 'pathologyReview'), kind: 'sign' as const };
    expect(aboutToBeTaken({ tasks: { [sign.id]: sign } }, due)).toEqual([]);
  });

  it('is nothing that shipped boards do, nor what a reminder or a signature\'s ladder may say', () => {
    expect(Object.values(board.ladders).flatMap(({ rungs }) => rungs).filter(({ reassigns }) => reassigns === true)).toEqual([]);
    const faulty = (key: string, name: string) => faultsOfBoard({ ...board, ladders: { ...board.ladders, [key]: reassigning(board.ladders[key], name) } });
    expect(faulty('pathologyReview', 'due')).toEqual([]);
    expect(faulty('pathologyReview', 'half')).toEqual(['ladders.pathologyReview: only an escalation reassigns']);
    expect(faulty('sign', 'due')).toEqual(['ladders.sign: a signature is never reassigned']);
  });

  it('reads what was stored before there was such a mark', () => {
    const world = owned();
    const [old] = Object.values(world.theCase.tasks);
    if (old === undefined) throw new Error('No task');
    const state = evolveAll(world.theCase, [{ type: 'TaskAssigned', version: 1, data: { taskId: old.id, ownerId: 'gu', deadline: old.deadline, because: 'substitute', from: 'chen' } }], world.now, 'x');
    expect(state.tasks[old.id]).toMatchObject({ actingFor: { personId: 'chen', because: 'absence' } });
  });
});
