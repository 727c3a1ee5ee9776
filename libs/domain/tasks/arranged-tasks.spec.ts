import { claim, fillIn, inReview, me, taskOf, typesOf } from '../cases/stand.fixture.js';
import { grantsOf, mayRead } from '../cases/grants.js';
import { nextDue } from '../cases/due.js';
import { board, process, type World } from '../cases/world.fixture.js';

const sees = (world: World, id: string): boolean => mayRead(me(world, id), grantsOf(world.theCase, board), world.now);
const imaging = (world: World) => taskOf(world, 'imagingReview');

describe('handing a task over', () => {
  it('leaves it with the sender, its clock running, until the named person accepts; both see it', () => {
    const world = inReview();
    const task = claim(world, 'imagingReview', 'xu');
    expect(sees(world, 'serik')).toBe(false);
    expect(world.put('handOverTask', { taskId: task.id, toId: 'serik' }, me(world, 'xu'), { note: 'on leave' }, task.version)).toBeNull();
    expect(imaging(world)).toMatchObject({ ownerId: 'xu', status: 'inProgress', handOver: { to: 'serik', at: world.now }, deadline: task.deadline });
    expect(sees(world, 'serik')).toBe(true);
    world.now = '2026-11-02T05:00:00.000Z';
    expect(world.put('acceptHandOver', { taskId: task.id }, me(world, 'serik'), {}, task.version + 1)).toBeNull();
    expect(imaging(world)).toMatchObject({ ownerId: 'serik', ownedSince: world.now, handOver: null, deadline: { calendarId: 'astana', startedAt: task.deadline?.startedAt } });
  });

  it('is refused with a coded reason, a conflict of interest for the whole case; or taken back', () => {
    const world = inReview();
    const task = claim(world, 'imagingReview', 'xu');
    const offer = () => world.put('handOverTask', { taskId: task.id, toId: 'serik' }, me(world, 'xu'));
    offer();
    expect(offer()).toMatchObject({ code: 'TASK.HANDED_OVER_ALREADY', facts: { to: 'serik', at: world.now } });
    expect(world.put('takeBackTask', { taskId: task.id }, me(world, 'xu'))).toBeNull();
    expect(world.put('acceptHandOver', { taskId: task.id }, me(world, 'serik'))).toMatchObject({ code: 'ACCESS.NOT_FOUND' });
    offer();
    expect(world.put('refuseHandOver', { taskId: task.id, reason: 'conflictOfInterest' }, me(world, 'serik'), { note: 'my brother' })).toBeNull();
    expect(imaging(world)).toMatchObject({ ownerId: 'xu', handOver: null });
    expect(offer()).toMatchObject({ code: 'TASK.CONFLICT_OF_INTEREST' });
  });

  it('is the owner\'s to do, to somebody who could do the task, and ends with any other owner', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    expect(world.put('handOverTask', { taskId: task.id, toId: 'gu' }, me(world, 'gu'))).toMatchObject({ code: 'TASK.NOT_YOURS', facts: { owner: 'chen' } });
    expect(world.put('handOverTask', { taskId: task.id, toId: 'xu' }, me(world, 'chen'))).toMatchObject({ code: 'TASK.NOT_IN_POOL' });
    expect(world.put('handOverTask', { taskId: task.id, toId: 'chen' }, me(world, 'chen'))).toMatchObject({ code: 'TASK.OWNED_ALREADY' });
    world.put('handOverTask', { taskId: task.id, toId: 'gu' }, me(world, 'chen'));
    world.put('assignTask', { taskId: task.id, ownerId: 'marat' }, me(world, 'he'));
    expect(world.put('acceptHandOver', { taskId: task.id }, me(world, 'gu'))).toMatchObject({ code: 'TASK.NOT_HANDED_TO_YOU', facts: { owner: 'marat' } });
  });
});

describe('delegating a task', () => {
  it('gives it at once, is signed by whoever does it in their own name, and comes back', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    expect(world.put('delegateTask', { taskId: task.id, toId: 'gu' }, me(world, 'chen'))).toBeNull();
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: 'gu', actingFor: { personId: 'chen', because: 'delegated' } });
    expect(world.put('returnTask', { taskId: task.id }, me(world, 'gu'), { note: 'not mine' })).toBeNull();
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: 'chen', actingFor: null });
    world.put('delegateTask', { taskId: task.id, toId: 'gu' }, me(world, 'chen'));
    expect(world.put('takeBackTask', { taskId: task.id }, me(world, 'gu'))).toMatchObject({ code: 'TASK.NOTHING_TO_TAKE_BACK' });
    expect(world.put('takeBackTask', { taskId: task.id }, me(world, 'chen'))).toBeNull();
    expect(world.put('returnTask', { taskId: task.id }, me(world, 'chen'))).toMatchObject({ code: 'TASK.ACTING_FOR_NOBODY' });
    world.put('delegateTask', { taskId: task.id, toId: 'gu' }, me(world, 'chen'));
    fillIn(world, taskOf(world, 'pathologyReview'));
    expect(world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: 1, discordance: null }, me(world, 'chen'))).toMatchObject({ code: 'TASK.NOT_YOURS', facts: { owner: 'gu' } });
    expect(world.put('signReview', { taskId: task.id, draftId: `draft-${task.id}`, seenDraftVersion: 1, discordance: null }, me(world, 'gu'))).toBeNull();
    expect(Object.values(world.theCase.opinions)).toMatchObject([{ signedBy: 'gu', discipline: 'pathology' }]);
  });
});

describe('laying a task aside', () => {
  it('stops its clock where the board says so of the reason, and goes on by itself when the day begins', () => {
    const world = inReview();
    const task = claim(world, 'imagingReview', 'xu');
    expect(world.put('suspendTask', { taskId: task.id, reason: 'awaitingResult', until: '2026-11-02' }, me(world, 'xu'))).toMatchObject({ code: 'TASK.RESUME_DAY' });
    expect(world.put('suspendTask', { taskId: task.id, reason: 'awaitingResult', until: '2026-11-17' }, me(world, 'xu'))).toMatchObject({ code: 'TASK.RESUME_DAY', facts: { latest: '2026-11-16' } });
    expect(world.put('suspendTask', { taskId: task.id, reason: 'awaitingResult', until: '2026-11-05' }, me(world, 'xu'))).toBeNull();
    expect(imaging(world)).toMatchObject({ noDeadlineBecause: 'suspended', suspended: { reason: 'awaitingResult', resumesAt: '2026-11-04T16:00:00.000Z' } });
    const pathology = taskOf(world, 'pathologyReview').deadline?.marks.map(({ at }) => at) ?? [];
    expect(nextDue(world.theCase)?.at).toBe([...pathology, '2026-11-04T16:00:00.000Z'].sort()[0]);
    world.now = '2026-11-04T16:00:00.000Z';
    expect(world.put('runDue', { dueAt: world.now }, process)).toBeNull();
    expect(imaging(world)).toMatchObject({ noDeadlineBecause: null, suspended: null });
    expect((imaging(world).deadline?.dueAt ?? '') > (task.deadline?.dueAt ?? '9')).toBe(true);
  });

  it('lets the clock run where a colleague is awaited, is taken up again by hand, and waits with a case on hold', () => {
    const world = inReview();
    const task = claim(world, 'imagingReview', 'xu');
    const until = '2026-11-04';
    world.put('suspendTask', { taskId: task.id, reason: 'awaitingColleague', until }, me(world, 'xu'));
    expect(imaging(world)).toMatchObject({ noDeadlineBecause: null, deadline: task.deadline });
    expect(world.put('suspendTask', { taskId: task.id, reason: 'other', until }, me(world, 'xu'))).toMatchObject({ code: 'TASK.SUSPENDED_ALREADY' });
    const from = world.events.length;
    expect(world.put('resumeTask', { taskId: task.id }, me(world, 'he'))).toBeNull();
    expect(typesOf(world, from)).toEqual(['TaskSuspensionEnded']);
    world.put('suspendTask', { taskId: task.id, reason: 'technicalFault', until }, me(world, 'xu'));
    world.put('holdCase', { reason: 'awaitingPatient', resumeBy: '2026-11-20' }, me(world, 'he'));
    expect(nextDue(world.theCase)?.what).not.toBe('imagingReview.resumes');
    world.now = '2026-11-05T03:00:00.000Z';
    world.put('resumeCase', {}, me(world, 'he'));
    expect(imaging(world)).toMatchObject({ noDeadlineBecause: 'suspended' });
    expect(nextDue(world.theCase)).toMatchObject({ what: 'imagingReview.resumes' });
    expect(world.put('runDue', { dueAt: world.now }, process)).toBeNull();
    expect(imaging(world)).toMatchObject({ suspended: null, noDeadlineBecause: null });
  });
});
