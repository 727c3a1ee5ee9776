import { claim, inReview, me, taskOf } from '../cases/stand.fixture.js';
import { notificationsOf } from '../cases/notifications.js';
import { people, staff, type World } from '../cases/world.fixture.js';
import type { CaseEvent } from '../cases/events.js';
import type { OwedTasks } from '../people/institution.js';
import type { PersonSummary } from '../people/people.js';
import type { ProcessActor } from '../core/actor.js';

const keeper: ProcessActor = { kind: 'process', name: 'keep-time-workflow' };
const handOn = (world: World, personId: string, because: OwedTasks['because']) => world.put('handOnTasks', { personId, because }, keeper);

/** The staff with these differences, as long as `work` takes. */
const whileStaff = (differences: Readonly<Record<string, Partial<PersonSummary>>>, work: () => void): void => {
  const before = [...staff];
  staff.forEach((one, place) => { (staff as PersonSummary[])[place] = { ...one, ...differences[one.id] }; });
  try { work(); } finally { before.forEach((one, place) => { (staff as PersonSummary[])[place] = one; }); }
};
const toldOf = (world: World, event: CaseEvent | undefined): readonly string[] => (event === undefined ? [] : notificationsOf(event, world.theCase, world.theCase, people).map(({ personId, kind }) => `${personId}:${kind}`));

describe('what somebody owns, when they leave', () => {
  it('goes to the substitute, due in their working time, on hold too; and comes back only when it is taken back', () => {
    const world = inReview();
    const task = claim(world, 'pathologyReview', 'chen');
    world.put('holdCase', { reason: 'awaitingPatient', resumeBy: '2026-11-20' }, me(world, 'he'));
    whileStaff({ chen: { away: true } }, () => expect(handOn(world, 'chen', 'leave')).toBeNull());
    expect(world.events.at(-1)).toMatchObject({ type: 'TaskAssigned', data: { ownerId: 'gu', because: 'substitute', from: 'chen' } });
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: 'gu', actingFor: { personId: 'chen', because: 'absence' } });
    expect(handOn(world, 'chen', 'leave')).toMatchObject({ code: 'TASK.NOT_OWNED' });
    world.put('resumeCase', {}, me(world, 'he'));
    expect(world.put('takeBackTask', { taskId: task.id }, me(world, 'chen'))).toBeNull();
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: 'chen', actingFor: null });
  });

  it('skips who is away too and who may not have it, and takes the substitute of the field before the one for all', () => {
    const world = inReview();
    claim(world, 'pathologyReview', 'chen');
    // xu reads images, gu is away: marat is the third and last who is asked
    whileStaff({ chen: { away: true, substituteId: 'gu', substitutes: [{ discipline: 'pathology', personId: 'xu' }] }, xu: { substituteId: 'gu' }, gu: { away: true, substituteId: 'marat' } }, () => {
      expect(handOn(world, 'chen', 'leave')).toBeNull();
    });
    expect(taskOf(world, 'pathologyReview').ownerId).toBe('marat');
  });

  it('waits in the pool again where nobody is left, and the department head is told', () => {
    const world = inReview();
    claim(world, 'pathologyReview', 'chen');
    whileStaff({ chen: { away: true }, gu: { away: true } }, () => {
      expect(handOn(world, 'chen', 'leave')).toBeNull();
      expect(world.events.at(-1)).toMatchObject({ type: 'TaskReleased', data: { because: 'nobodyLeft', from: 'chen' } });
      expect(toldOf(world, world.events.at(-1))).toContain('qian:taskNobodyLeft');
    });
    expect(taskOf(world, 'pathologyReview')).toMatchObject({ ownerId: null, status: 'ready' });
  });

  it('goes back to the offer when the account ends or the post is lost, and only then', () => {
    const world = inReview();
    claim(world, 'imagingReview', 'xu');
    expect(handOn(world, 'xu', 'postsChanged')).toMatchObject({ code: 'TASK.NOT_OWNED' });
    whileStaff({ xu: { posts: [{ institutionId: 'shanghai', role: 'scribe', discipline: null }] } }, () => expect(handOn(world, 'xu', 'postsChanged')).toBeNull());
    expect(world.events.at(-1)).toMatchObject({ type: 'TaskReleased', data: { because: 'postLost' } });
    claim(world, 'imagingReview', 'xu');
    whileStaff({ xu: { active: false, substituteId: 'serik' } }, () => expect(handOn(world, 'xu', 'disabled')).toBeNull());
    expect(world.events.at(-1)).toMatchObject({ type: 'TaskReleased', data: { because: 'disabled', from: 'xu' } });
    expect(toldOf(world, world.events.at(-1))).toContain('qian:taskOwnerGone');
  });

  it('and what they were asked to take over, and had not answered, goes back to its sender, who is told why', () => {
    const asked = (difference: Partial<PersonSummary>, because: OwedTasks['because']) => {
      const world = inReview();
      const task = claim(world, 'pathologyReview', 'chen');
      world.put('handOverTask', { taskId: task.id, toId: 'gu' }, me(world, 'chen'));
      whileStaff({ gu: difference }, () => handOn(world, 'gu', because));
      return { world, last: world.events.at(-1), task: taskOf(world, 'pathologyReview') };
    };
    for (const [difference, because, why] of [[{ active: false }, 'disabled', 'disabled'], [{ away: true }, 'leave', 'away'], [{ posts: [] }, 'postsChanged', 'postLost']] as const) {
      const { world, last, task } = asked(difference, because);
      expect(last).toMatchObject({ type: 'TaskHandOverTakenBack', data: { to: 'gu', because: why } });
      expect(task).toMatchObject({ ownerId: 'chen', handOver: null, status: 'inProgress' });
      expect(toldOf(world, last)).toEqual(['chen:handOverReturned']);
    }
    expect(asked({}, 'postsChanged').task.handOver).toMatchObject({ to: 'gu' });
  });

  it('is handed on by the process alone', () => {
    const world = inReview();
    claim(world, 'imagingReview', 'xu');
    expect(world.put('handOnTasks', { personId: 'xu', because: 'leave' }, me(world, 'he'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });
});
