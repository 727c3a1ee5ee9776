import { claim, inReview, me, taskOf } from '../cases/stand.fixture.js';
import { notificationsOf } from '../cases/notifications.js';
import { people, process, staff, type World } from '../cases/world.fixture.js';
import type { PersonSummary } from '../people/people.js';

const admin = (id: string, institutionId: string): PersonSummary => ({ id, name: id, active: true, substituteId: null, posts: [{ institutionId, role: 'admin', discipline: null }] });

/** An imaging review that nobody did for two months, and the escalation that its head was told of. */
const escalated = () => {
  const world = inReview();
  const { id: taskId } = claim(world, 'imagingReview', 'xu');
  world.now = '2026-12-30T03:00:00.000Z';
  world.put('runDue', { dueAt: world.now }, process);
  const first = taskOf(world, 'imagingReview').escalations?.find(({ told }) => told.includes('qian'));
  if (first === undefined) throw new Error('nothing escalated to the head');
  return { world, taskId, mark: first.mark };
};
const toldOf = (world: World, taskId: string, mark: string) => world.theCase.tasks[taskId]?.escalations?.findLast((each) => each.mark === mark)?.told ?? [];
/** The staff with these people besides, as long as `work` takes. */
const withMore = (more: readonly PersonSummary[], work: () => void): void => {
  (staff as PersonSummary[]).push(...more);
  try { work(); } finally { (staff as PersonSummary[]).splice(staff.length - more.length, more.length); }
};

describe('an escalation that cannot be sent to whom it told', () => {
  it('goes to the admins of that person\'s hospital, who are in the history as told and may say that they know', () => {
    const { world, taskId, mark } = escalated();
    expect(world.put('passOnEscalation', { taskId, mark, personId: 'qian' }, process)).toBeNull();
    const last = world.events.at(-1);
    expect(last).toMatchObject({ type: 'EscalationPassedOn', data: { from: 'qian', tells: [{ personId: 'adminShanghai', as: 'admin' }] } });
    expect(toldOf(world, taskId, mark)).toContain('adminShanghai');
    if (last === undefined) throw new Error('nothing');
    expect(notificationsOf(last, world.theCase, world.theCase, people)).toMatchObject([{ personId: 'adminShanghai', markKind: 'escalate', as: 'admin', params: { mark, insteadOf: 'qian', caseNumber: world.theCase.number } }]);
    expect(world.put('acknowledgeEscalation', { taskId, mark }, me(world, 'adminShanghai'))).toBeNull();
  });

  it('that reaches no admin there either goes on to one elsewhere, and ends where every admin was told', () => {
    const { world, taskId, mark } = escalated();
    withMore([admin('adminTelAviv', 'telaviv')], () => {
      world.put('passOnEscalation', { taskId, mark, personId: 'qian' }, process);
      expect(world.put('passOnEscalation', { taskId, mark, personId: 'adminShanghai' }, process)).toBeNull();
      expect(toldOf(world, taskId, mark)).toContain('adminTelAviv');
      expect(world.put('passOnEscalation', { taskId, mark, personId: 'adminTelAviv' }, process)).toMatchObject({ code: 'TASK.NOBODY_THERE' });
    });
  });

  it('is passed on by the process alone, and only where that person was told', () => {
    const { world, taskId, mark } = escalated();
    expect(world.put('passOnEscalation', { taskId, mark, personId: 'qian' }, me(world, 'he'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('passOnEscalation', { taskId, mark, personId: 'levi' }, process)).toMatchObject({ code: 'TASK.NOT_ESCALATED' });
  });
});
