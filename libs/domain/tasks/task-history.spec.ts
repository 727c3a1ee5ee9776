import { claim, inReview, me } from '../cases/stand.fixture.js';
import { taskSteps } from './task-history.js';

describe('the history of a task', () => {
  it('says of each event how the task stood before and after, whose it was and for whom', () => {
    const world = inReview();
    const { id } = claim(world, 'pathologyReview', 'chen');
    world.put('delegateTask', { taskId: id, toId: 'gu' }, me(world, 'chen'));
    world.put('takeBackTask', { taskId: id }, me(world, 'chen'));
    world.put('handOverTask', { taskId: id, toId: 'gu' }, me(world, 'chen'));
    world.put('declineTask', { taskId: id, reason: 'absent' }, me(world, 'chen'));
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    const own = world.events.filter((event) => ('taskId' in event.data && event.data.taskId === id) || (event.type === 'TaskCreated' && event.data.task.id === id));
    expect(taskSteps(own.map((told) => ({ told }))).map(({ event, before, after }) => [event.told.type, before?.status ?? null, after?.status, after?.ownerId, after?.actingFor])).toEqual([
      ['TaskCreated', null, 'ready', null, null],
      ['TaskClaimed', 'ready', 'inProgress', 'chen', null],
      ['TaskDelegated', 'inProgress', 'inProgress', 'gu', 'chen'],
      ['TaskTakenBack', 'inProgress', 'inProgress', 'chen', null],
      ['TaskHandOverOffered', 'inProgress', 'inProgress', 'chen', null],
      ['TaskDeclined', 'inProgress', 'ready', null, null],
      ['TaskCancelled', 'ready', 'failed', null, null],
    ]);
  });
});
