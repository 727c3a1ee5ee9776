import { claim, fillIn, inReview, me, taskOf, typesOf } from '../cases/stand.fixture.js';
import { staff } from '../cases/world.fixture.js';

describe('taking and giving tasks', () => {
  it('H8: lets one of two claimants have it; the other reads who and since when', () => {
    const world = inReview();
    const { id } = taskOf(world, 'pathologyReview');
    expect(world.put('claimTask', { taskId: id }, me(world, 'chen'))).toBeNull();
    world.now = '2026-11-02T03:00:00.050Z';
    const from = world.events.length;
    expect(world.put('claimTask', { taskId: id }, me(world, 'gu'))).toMatchObject({ code: 'TASK.TAKEN', facts: { by: 'chen', at: '2026-11-02T03:00:00.000Z' } });
    expect(world.put('claimTask', { taskId: id }, me(world, 'gu'))).toMatchObject({ code: 'TASK.TAKEN' });
    expect(world.events).toHaveLength(from);
  });

  it('answers alike for a task that is not in the case and a case that one may not see', () => {
    const world = inReview();
    expect(world.put('claimTask', { taskId: 'nowhere' }, me(world, 'chen'))).toMatchObject({ code: 'TASK.UNKNOWN' });
    expect(world.put('claimTask', { taskId: taskOf(world, 'pathologyReview').id }, me(world, 'levi'))).toEqual(world.put('claimTask', { taskId: 'nowhere' }, me(world, 'levi')));
    expect(world.put('claimTask', { taskId: 'nowhere' }, me(world, 'levi'))).toMatchObject({ code: 'ACCESS.NOT_FOUND', facts: {} });
    expect(world.put('claimTask', { taskId: taskOf(world, 'pathologyReview').id }, me(world, 'xu'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });

  it('never offers it again to who declined with a conflict of interest, but does to who was only busy', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    expect(world.put('declineTask', { taskId: task.id, reason: 'conflictOfInterest' }, me(world, 'chen'), { note: 'n' })).toBeNull();
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ status: 'ready', ownerId: null });
    expect(world.put('claimTask', { taskId: task.id }, me(world, 'chen'))).toMatchObject({ code: 'TASK.CONFLICT_OF_INTEREST' });
    expect(world.put('assignTask', { taskId: task.id, ownerId: 'chen' }, me(world, 'he'))).toMatchObject({ code: 'TASK.CONFLICT_OF_INTEREST' });
    claim(world, 'pathologyReview', 'gu');
    expect(world.put('declineTask', { taskId: task.id, reason: 'absent' }, me(world, 'gu'))).toBeNull();
    expect(world.put('claimTask', { taskId: task.id }, me(world, 'gu'))).toBeNull();
  });

  it('is assigned by case manager, chair or head, to who holds the post; a stale screen is told so', () => {
    const world = inReview();
    const task = taskOf(world, 'imagingReview');
    expect(world.put('assignTask', { taskId: task.id, ownerId: 'xu' }, me(world, 'chen'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('assignTask', { taskId: task.id, ownerId: 'chen' }, me(world, 'he'))).toMatchObject({ code: 'TASK.NOT_IN_POOL', facts: { discipline: 'radiology' } });
    expect(world.put('assignTask', { taskId: task.id, ownerId: 'xu' }, me(world, 'he'), {}, task.version)).toBeNull();
    expect(world.put('assignTask', { taskId: task.id, ownerId: 'serik' }, me(world, 'wang'), {}, task.version)).toMatchObject({ code: 'TASK.NEWER_VERSION', facts: { version: task.version + 1, owner: 'xu' } });
    expect(world.put('assignTask', { taskId: task.id, ownerId: 'serik' }, me(world, 'wang'), {}, task.version + 1)).toBeNull();
    expect(taskOf(world, 'imagingReview').deadline?.calendarId).toBe('astana');
    expect(world.put('releaseTask', { taskId: task.id }, me(world, 'serik'))).toBeNull();
    expect(taskOf(world, 'imagingReview').deadline?.calendarId).toBe('shanghai');
  });

  it('goes to the substitute of who is away, and to nobody where none is named', () => {
    const world = inReview();
    const away = staff.filter(({ id }) => id === 'chen' || id === 'xu').map((person) => ({ ...person, away: true }));
    const before = [...staff];
    for (const person of away) (staff as unknown[])[staff.findIndex(({ id }) => id === person.id)] = person;
    try {
      expect(world.put('assignTask', { taskId: taskOf(world, 'imagingReview').id, ownerId: 'xu' }, me(world, 'he'))).toMatchObject({ code: 'TASK.NOBODY_THERE', facts: { person: 'xu' } });
      const from = world.events.length;
      expect(world.put('assignTask', { taskId: taskOf(world, 'pathologyReview').id, ownerId: 'chen' }, me(world, 'he'))).toBeNull();
      expect(world.events.slice(from)[0]).toMatchObject({ type: 'TaskAssigned', data: { ownerId: 'gu', because: 'substitute' } });
    } finally {
      before.forEach((person, place) => { (staff as unknown[])[place] = person; });
    }
  });

  it('P7: of signing and withdrawing one wins, and the loser is told who and when, as often as it is tried', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    fillIn(world, task);
    const sign = () => world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: 1, discordance: null }, me(world, 'chen'));
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    const from = world.events.length;
    expect(sign()).toMatchObject({ code: 'CASE.OVER', facts: { status: 'withdrawn', by: 'dana', at: world.now } });
    expect(sign()).toEqual(sign());
    expect(typesOf(world, from)).toEqual([]);
    expect(Object.values(world.theCase.tasks).every((one) => one.closedAt !== null)).toBe(true);
  });
});
