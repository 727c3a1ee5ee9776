import { decided } from '../cases/reach.fixture.js';
import { calendars, process, type World } from '../cases/world.fixture.js';
import { openTasksOf, type Task } from '../tasks/task.js';

const hour = 3_600_000;
const owed = (world: World): readonly Task[] => openTasksOf(world.theCase.tasks, 'sign');
const at = (task: Task, name: string): string => task.deadline?.marks.find((mark) => mark.name === name)?.at ?? '';
const told = (world: World, from: number, taskId: string): readonly string[] =>
  world.events.slice(from).flatMap((one) => (one.type === 'MarkFired' && one.data.taskId === taskId ? one.data.tells.map(({ personId, as }) => `${one.data.mark}:${personId}:${as}`) : []));
const due = (world: World, now: string) => { world.now = now; return world.put('runDue', { dueAt: now }, process); };

describe('a signature that is owed', () => {
  it('is asked for again after 24 working hours, and brought to others after 72, by the signer\'s own calendar', () => {
    const world = decided();
    expect(owed(world).length).toBeGreaterThan(4);
    for (const task of owed(world)) {
      const worked = (name: string) => calendars.workingMilliseconds(task.createdAt, at(task, name), { institutionId: task.offer.institutionId, personId: task.ownerId }, []) / hour;
      expect([task.about['discipline'], worked('third'), worked('due'), worked('later')]).toEqual([task.about['discipline'], 24, 72, 96]);
    }
  });
  it('is told of to its owner alone at 24 hours; at 72 to chair and case manager too, who can act', () => {
    const world = decided();
    const task = owed(world).find(({ about }) => about['discipline'] === 'pathology');
    if (task === undefined) throw new Error('no signature of pathology');
    let from = world.events.length;
    expect(due(world, new Date(Date.parse(at(task, 'third')) - 1).toISOString())).toMatchObject({ code: 'TIME.NOT_YET_DUE' });
    expect(due(world, at(task, 'third'))).toBeNull();
    expect(told(world, from, task.id)).toEqual([`third:${task.ownerId}:owner`]);
    from = world.events.length;
    expect(due(world, at(task, 'due'))).toBeNull();
    expect(told(world, from, task.id)).toEqual([`due:${task.ownerId}:owner`, 'due:wang:chair', 'due:sun:chair', 'due:he:hostCaseManager']);
  });
});
