import type { Context } from '../core/context.js';
import { inReview, me, taskOf } from '../cases/stand.fixture.js';
import { notificationsOf } from '../cases/notifications.js';
import { people, process, staff, type World } from '../cases/world.fixture.js';
import type { PersonSummary } from '../people/people.js';
import { audienceOf } from './audience.js';

/** Long after everything fell due: reviews have escalated up to head and case managers. */
const escalated = (): { readonly world: World; readonly taskId: string } => {
  const world = inReview();
  world.now = '2027-01-29T03:00:00.000Z';
  expect(world.put('runDue', { dueAt: world.now }, process)).toBeNull();
  return { world, taskId: taskOf(world, 'imagingReview').id };
};
const escalationsOf = (world: World, taskId: string) => world.theCase.tasks[taskId]?.escalations ?? [];

describe('an escalation', () => {
  it('is acknowledged by each of those it told, once, and nothing else of the task changes', () => {
    const { world, taskId } = escalated();
    const before = world.theCase.tasks[taskId];
    const later = escalationsOf(world, taskId).find(({ told }) => told.includes('he'));
    if (later === undefined) throw new Error('the case manager was not told');
    expect(world.put('acknowledgeEscalation', { taskId, mark: later.mark }, me(world, 'he'))).toBeNull();
    expect(escalationsOf(world, taskId).find(({ mark }) => mark === later.mark)?.acknowledged).toEqual([{ by: 'he', at: world.now }]);
    expect(world.theCase.tasks[taskId]).toEqual({ ...before, escalations: escalationsOf(world, taskId) });
    expect(world.put('acknowledgeEscalation', { taskId, mark: later.mark }, me(world, 'he'))).toMatchObject({ code: 'TASK.ESCALATION_ACKNOWLEDGED', facts: { by: 'he', at: world.now } });
    expect(world.events.at(-1)).toMatchObject({ type: 'EscalationAcknowledged', data: { taskId, mark: later.mark, by: 'he' } });
  });

  it('is not acknowledged by who was not told, and tells an outsider nothing; the hospital\'s admin may, to whom it goes in the end', () => {
    const { world, taskId } = escalated();
    const [first] = escalationsOf(world, taskId);
    if (first === undefined) throw new Error('nothing escalated');
    const may = (who: string) => world.put('acknowledgeEscalation', { taskId, mark: first.mark }, me(world, who));
    expect(may('tang')).toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    expect(may('dana')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(may('adminShanghai')).toBeNull();
    expect(world.put('acknowledgeEscalation', { taskId, mark: 'never' }, me(world, 'adminShanghai'))).toMatchObject({ code: 'TASK.NOT_ESCALATED' });
    expect(world.put('acknowledgeEscalation', { taskId: 'other', mark: first.mark }, me(world, 'adminShanghai'))).toMatchObject({ code: 'TASK.UNKNOWN' });
  });

  it('reaches the substitute of a head who is away, goes up where nobody stands in, and ends at an admin, be it one who is away', () => {
    const { world, taskId } = escalated();
    const task = world.theCase.tasks[taskId];
    if (task === undefined) throw new Error('no task');
    const elsewhere: PersonSummary = { id: 'adminTelAviv', name: 'adminTelAviv', active: true, substituteId: null, posts: [{ institutionId: 'telaviv', role: 'admin', discipline: null }] };
    const heads = (away: readonly string[], substitutes: Readonly<Record<string, string>> = {}, gone: readonly string[] = []) => {
      const changed = [...staff, elsewhere].map((one) => ({ ...one, away: away.includes(one.id), active: !gone.includes(one.id), substituteId: substitutes[one.id] ?? one.substituteId }));
      const context = { ...({} as Context), people: { ...people,
        byId: (id: string) => changed.find((one) => one.id === id) ?? null,
        holdingAnywhere: (role: Parameters<typeof people.holdingAnywhere>[0]) => changed.filter((one) => one.posts.some((post) => post.role === role)),
        holding: (...[role, at, discipline]: Parameters<typeof people.holding>) => changed.filter((one) => one.posts.some((post) => post.role === role && post.institutionId === at && (discipline === undefined || post.discipline === discipline))),
      } };
      return audienceOf(world.theCase, task, 'head', context).map(({ personId, as }) => `${personId} as ${as}`);
    };
    expect(heads([])).toEqual(['qian as head']);
    expect(heads(['qian'], { qian: 'sun' })).toEqual(['sun as head']);
    expect(heads(['qian'])).toEqual(['he as caseManagers']);
    expect(heads(['qian', 'he'])).toEqual(['adminShanghai as admin']);
    expect(heads(['qian', 'he', 'adminShanghai'])).toEqual(['adminShanghai as admin']);
    expect(heads(['qian'], {}, ['he', 'adminShanghai'])).toEqual(['adminTelAviv as admin']);
    expect(heads(['qian'], {}, ['he', 'adminShanghai', 'adminTelAviv'])).toEqual([]);
  });

  it('told to an admin says which case it is, because an admin may not read it', () => {
    const { world, taskId } = escalated();
    const told = (as: 'admin' | 'head') => notificationsOf({ type: 'MarkFired', version: 1, data: { taskId, mark: 'later', kind: 'escalate', late: true, tells: [{ personId: 'p', as }] } }, world.theCase, world.theCase, people)[0]?.params['caseNumber'];
    expect([told('admin'), told('head')]).toEqual([world.theCase.number, undefined]);
  });
});
