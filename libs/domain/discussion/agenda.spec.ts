import { jest } from '@jest/globals';
import { listed, me, openOne, reached, sitting } from '../cases/reach.fixture.js';
import { openTasks, openTasksOf } from '../tasks/task.js';
import { planMeeting, settleMeeting, sit } from '../cases/walk.fixture.js';
import { people, process, type World } from '../cases/world.fixture.js';
import { missingForMeeting } from './missing.js';

const kinds = (world: World) => openTasks(world.theCase.tasks).map((task) => task.kind);

describe('the agenda', () => {
  it('takes a ready case by itself, and holds the chair\'s item open', () => {
    const world = listed();
    expect(world.theCase.listed).toMatchObject({ meetingId: 'meeting-1', manually: false });
    expect(kinds(world)).toEqual(['decide']);
  });

  it('asks the host\'s case manager where no meeting can take the case, and ends that when one can', () => {
    const world = reached((one) => openTasksOf(one.theCase.tasks, 'scheduleMeeting').length > 0, undefined, false);
    expect(openOne(world, 'scheduleMeeting')).toMatchObject({ ownerId: 'he', offer: { institutionId: 'shanghai', role: 'caseManager' } });
    expect(world.put('listOnNextMeeting', { round: 1 }, me(world, 'he'))).toMatchObject({ code: 'MEETING.NONE_COMING' });
    planMeeting(world);
    expect(world.put('listOnNextMeeting', { round: 1 }, me(world, 'he'))).toBeNull();
    expect(kinds(world)).toEqual(['decide']);
  });

  it('passes over a sitting that is frozen, but a case manager may add to it late', () => {
    const world = listed();
    world.put('delistFromMeeting', { meetingId: 'meeting-1', cause: 'asked' }, me(world, 'he'));
    expect(kinds(world)).toEqual(['scheduleMeeting']);
    world.now = world.meetings.get('meeting-1')?.freezeAt ?? '';
    world.meet('runDue', 'meeting-1', { dueAt: world.now }, process);
    expect(world.put('listOnNextMeeting', { round: 1 }, me(world, 'he'))).toMatchObject({ code: 'MEETING.NONE_COMING' });
    expect(world.put('listForMeeting', { meetingId: 'meeting-1' }, me(world, 'aliya'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('listForMeeting', { meetingId: 'meeting-1' }, me(world, 'he'))).toBeNull();
    expect(world.theCase.listed).toMatchObject({ meetingId: 'meeting-1', manually: true });
    expect(world.put('listForMeeting', { meetingId: 'meeting-1' }, me(world, 'he'))).toMatchObject({ code: 'DISCUSSION.ALREADY_LISTED' });
  });

  it('lets a case go at the cut that still misses something, unless the chair accepts the file as it is', () => {
    const world = sitting();
    world.put('deferCase', { meetingId: 'meeting-1', cause: 'pathologyMissing' }, me(world, 'wang'));
    planMeeting(world);
    world.settle();
    expect(missingForMeeting(world.theCase)).toEqual(['pathologyMissing']);
    world.now = world.meetings.get('meeting-2')?.cutAt ?? '';
    planMeeting(world);
    world.meet('runDue', 'meeting-2', { dueAt: world.now }, process);
    expect(world.meetings.get('meeting-2')?.owes).toEqual(['tellMissing', 'delistIncomplete']);
    settleMeeting(world, 'meeting-2');
    expect(world.events.find((one) => one.type === 'MarkFired')?.data).toMatchObject({ mark: 'fileFrozen', tells: [{ personId: 'aliya', as: 'originCaseManager' }, { personId: 'he', as: 'hostCaseManager' }] });
    expect(world.theCase.listed?.meetingId).toBe('meeting-3');
    expect(world.put('acceptIncompleteFile', {}, me(world, 'wang'))).toMatchObject({ code: 'TEXT.NEEDED', field: 'reason' });
    expect(world.put('acceptIncompleteFile', {}, me(world, 'wang'), { reason: 'rapid growth' })).toBeNull();
    expect(world.put('delistFromMeeting', { meetingId: 'meeting-3', cause: 'fileIncomplete' }, process)).toMatchObject({ code: 'DISCUSSION.FILE_COMPLETE' });
  });

  it('is left for the next sitting when a meeting is cancelled', () => {
    const world = listed();
    planMeeting(world);
    world.meet('cancelMeeting', 'meeting-1', { because: 'holiday' }, me(world, 'he'));
    settleMeeting(world, 'meeting-1');
    expect(world.theCase.listed?.meetingId).toBe('meeting-2');
  });
});

describe('an incomplete file', () => {
  it('goes on without reviews that nobody waits for any more, only by the chair and with a reason', () => {
    const world = reached((one) => openTasksOf(one.theCase.tasks, 'imagingReview').length > 0);
    expect(world.put('acceptIncompleteFile', {}, me(world, 'he'), { reason: 'x' })).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('acceptIncompleteFile', {}, me(world, 'wang'), { reason: 'emergency' })).toBeNull();
    expect(world.theCase.stages).toMatchObject({ pathologyReview: { status: 'skipped' }, imagingReview: { status: 'skipped' } });
    world.settle();
    expect(kinds(world)).toEqual(['decide']);
    expect(world.put('acceptIncompleteFile', {}, me(world, 'wang'), { reason: 'again' })).toMatchObject({ code: 'DISCUSSION.ALREADY_ACCEPTED' });
  });
});

describe('a deferral', () => {
  it('has its cause, its owner and the next agenda by itself; the third for one cause is told to the head', () => {
    const world = sitting();
    expect(world.put('deferCase', { meetingId: 'meeting-1', cause: 'imagingMissing' }, me(world, 'he'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    for (const [time, meetingId] of (['meeting-1', 'meeting-2', 'meeting-3'] as const).entries()) {
      sit(world);
      expect(world.put('deferCase', { meetingId, cause: 'imagingMissing' }, me(world, 'wang'))).toBeNull();
      const told = world.events.filter((one) => one.type === 'MarkFired' && one.data.mark === 'deferredAgain');
      expect(told).toHaveLength(time === 2 ? 1 : 0);
      planMeeting(world);
      world.settle();
      expect(openTasksOf(world.theCase.tasks, 'removeDeferralCause')).toMatchObject([{ ownerId: 'aliya', about: { cause: 'imagingMissing' } }]);
    }
    expect(world.events.find((one) => one.type === 'MarkFired' && one.data.mark === 'deferredAgain')?.data).toMatchObject({ tells: [{ personId: 'qian', as: 'head' }] });
    expect(world.theCase).toMatchObject({ listed: { meetingId: 'meeting-4' }, deferrals: [{}, {}, {}] });
    expect(world.put('settleDeferralCause', { taskId: openOne(world, 'removeDeferralCause').id }, me(world, 'aliya'))).toBeNull();
    expect(missingForMeeting(world.theCase)).toEqual([]);
  });
  it('for pathology missing is told, the third time, to the head of pathology of the hospital that owes it, who says that they know', () => {
    const { holding, byId } = people;
    const head = { id: 'bolat', name: 'bolat', active: true, substituteId: null, posts: [{ institutionId: 'astana', role: 'departmentHead', discipline: 'pathology' }] } as const;
    jest.spyOn(people, 'holding').mockImplementation((role, institutionId, discipline) => (role === 'departmentHead' && institutionId === 'astana' && (discipline ?? 'pathology') === 'pathology' ? [head] : holding(role, institutionId, discipline)));
    jest.spyOn(people, 'byId').mockImplementation((id) => (id === 'bolat' ? head : byId(id)));
    const world = sitting();
    for (const meetingId of ['meeting-1', 'meeting-2', 'meeting-3']) {
      sit(world);
      world.put('deferCase', { meetingId, cause: 'pathologyMissing' }, me(world, 'wang'));
      planMeeting(world);
      world.settle();
    }
    const { taskId, tells } = world.events.flatMap((one) => (one.type === 'MarkFired' && one.data.mark === 'deferredAgain' ? [one.data] : []))[0] ?? { taskId: '', tells: [] };
    expect(tells).toEqual([{ personId: 'bolat', as: 'head' }]);
    expect(world.put('acknowledgeEscalation', { taskId, mark: 'deferredAgain' }, me(world, 'bolat'))).toBeNull();
    expect(world.theCase.tasks[taskId]?.escalations).toMatchObject([{ mark: 'deferredAgain', acknowledged: [{ by: 'bolat' }] }]);
    jest.restoreAllMocks();
  });
  it('comes by itself after a sitting that had no time', () => {
    const world = sitting();
    world.meet('closeMeeting', 'meeting-1', {}, me(world, 'wang'));
    settleMeeting(world, 'meeting-1');
    expect(world.theCase).toMatchObject({ listed: null, deferrals: [{ cause: 'timeRanOut', meetingId: 'meeting-1' }] });
    planMeeting(world);
    world.settle();
    expect(world.theCase.listed?.meetingId).toBe('meeting-2');
  });
});
