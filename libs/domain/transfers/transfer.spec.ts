import { inTransfer, me, openOne } from '../cases/reach.fixture.js';
import { nextDue } from '../cases/due.js';
import { finishTask } from '../cases/walk.fixture.js';
import { process, type World } from '../cases/world.fixture.js';
import { openTasks, openTasksOf, type Task } from '../tasks/task.js';
import { checklist } from './checklist.js';
import { reopensAt } from './expiry.js';

const line = (world: World, code: string): Task => {
  const task = checklist(world.theCase).find((one) => one.about['item'] === code);
  if (task === undefined) throw new Error(`No ${code}`);
  return task;
};
const complete = (world: World, code: string, expiresOn: string | null = null, by = 'asel') => world.put('completeTransferItem', { taskId: line(world, code).id, expiresOn, fileId: null }, me(world, by));
const sent = (): World => {
  const world = inTransfer();
  for (const code of ['consentToTransfer', 'clinicalSummary']) expect(complete(world, code)).toBeNull();
  expect(world.put('sendTransfer', {}, me(world, 'asel'))).toBeNull();
  return world;
};
const accepted = (): World => {
  const world = sent();
  expect(world.put('acceptTransfer', { acceptingClinicianId: 'sun', plannedFor: '2026-12-10' }, me(world, 'tang'))).toBeNull();
  return world;
};

describe('the checklist', () => {
  it('has a task for each line at its own hospital, the invitation only after acceptance', () => {
    const world = inTransfer();
    expect(checklist(world.theCase)).toHaveLength(14);
    expect(line(world, 'bed').offer).toEqual({ institutionId: 'shanghai', role: 'transferCoordinator', discipline: null });
    expect(line(world, 'visa').offer.institutionId).toBe('astana');
    expect(checklist(accepted().theCase)).toHaveLength(15);
  });
  it('is done line by line by its own side', () => {
    const world = inTransfer();
    expect(complete(world, 'bed', '2026-12-20', 'asel')).toMatchObject({ code: 'TRANSFER.NOT_YOUR_SIDE', facts: { side: 'receiving' } });
    expect(complete(world, 'bed', null, 'tang')).toMatchObject({ code: 'TRANSFER.EXPIRY_NEEDED' });
    expect(complete(world, 'bed', '2026-12-20', 'tang')).toBeNull();
    expect(complete(world, 'bed', '2026-12-20', 'tang')).toMatchObject({ code: 'TASK.CLOSED' });
    expect(world.put('completeTransferItem', { taskId: openOne(world, 'sendTransfer').id, expiresOn: null, fileId: null }, me(world, 'asel'))).toMatchObject({ code: 'TASK.UNKNOWN' });
    expect(world.put('completeTransferItem', { taskId: line(world, 'payer').id, expiresOn: null, fileId: 'f1' }, me(world, 'asel'), {}, 7)).toMatchObject({ code: 'TASK.NEWER_VERSION' });
    expect(world.put('completeTransferItem', { taskId: line(world, 'payer').id, expiresOn: null, fileId: 'f1' }, me(world, 'asel'))).toBeNull();
    expect(line(world, 'payer').result).toBe('evidence:f1');
  });
  it('opens a line again before what it records lapses, and stops the departure', () => {
    const world = accepted();
    for (const task of openTasksOf(world.theCase.tasks, 'transferItem')) finishTask(world, task);
    const fitness = line(world, 'fitnessToFly');
    const at = reopensAt(fitness) ?? '';
    expect(Date.parse(fitness.expiresAt ?? '') - Date.parse(at)).toBe(2 * 86_400_000);
    expect(nextDue({ ...world.theCase, tasks: { [fitness.id]: fitness } })).toEqual({ at, what: 'transferItem.lapses' });
    expect(world.put('recordDeparture', { on: new Date(Date.parse(fitness.expiresAt ?? '') + 86_400_000).toISOString().slice(0, 10) }, me(world, 'asel'))).toMatchObject({ code: 'TRANSFER.CHECKLIST_OPEN', facts: { open: [], lapsed: ['fitnessToFly'] } });
    world.now = at;
    expect(world.put('runDue', { dueAt: at }, process)).toBeNull();
    expect(line(world, 'fitnessToFly')).toMatchObject({ status: 'ready', expiresAt: null, result: null });
    expect(world.put('recordDeparture', { on: at.slice(0, 10) }, me(world, 'asel'))).toMatchObject({ code: 'TRANSFER.CHECKLIST_OPEN', facts: { open: ['fitnessToFly'], lapsed: [] } });
    expect(complete(world, 'fitnessToFly')).toBeNull();
    expect(world.put('recordDeparture', { on: at.slice(0, 10) }, me(world, 'asel'))).toBeNull();
  });
});

describe('a transfer', () => {
  it('is sent, delivered, opened and accepted as four states, each by its side', () => {
    const world = inTransfer();
    expect(world.put('sendTransfer', {}, me(world, 'tang'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('sendTransfer', {}, me(world, 'asel'))).toMatchObject({ code: 'TRANSFER.CHECKLIST_OPEN' });
    const going = sent();
    expect(going.put('progressTransfer', { to: 'opened' }, me(going, 'asel'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(going.put('progressTransfer', { to: 'opened' }, me(going, 'tang'))).toBeNull();
    expect(going.put('progressTransfer', { to: 'delivered' }, process)).toMatchObject({ code: 'TRANSFER.WRONG_STATUS' });
    expect(going.put('acceptTransfer', { acceptingClinicianId: 'sun', plannedFor: '2026-13-01' }, me(going, 'tang'))).toMatchObject({ code: 'DATE.NOT_A_DATE' });
    expect(going.put('acceptTransfer', { acceptingClinicianId: 'serik', plannedFor: null }, me(going, 'tang'))).toMatchObject({ code: 'TRANSFER.NOT_THEIR_CLINICIAN' });
    expect(going.put('acceptTransfer', { acceptingClinicianId: 'sun', plannedFor: null }, me(going, 'tang'))).toBeNull();
    expect(going.theCase.transfer?.history.map(({ status, by }) => [status, by])).toEqual([['preparing', 'case-workflow'], ['sent', 'asel'], ['opened', 'tang'], ['accepted', 'tang']]);
  });
  it('of two who act in the same second one wins, the other reads who and when (H25)', () => {
    const world = sent();
    expect(world.put('endTransfer', { cause: 'noFunds' }, me(world, 'asel'))).toBeNull();
    expect(world.put('acceptTransfer', { acceptingClinicianId: 'sun', plannedFor: null }, me(world, 'tang'))).toMatchObject({ code: 'TRANSFER.WRONG_STATUS', facts: { status: 'ended', by: 'asel', since: world.now } });
    expect(openTasks(world.theCase.tasks).some((task) => task.stage === 'transfer')).toBe(false);
    expect(world.theCase.stages.transfer.status).toBe('done');
  });
  it('that is refused goes back to the origin, which sends again or ends it', () => {
    const world = sent();
    expect(world.put('refuseTransfer', { reason: 'noBed' }, me(world, 'tang'))).toBeNull();
    expect(openTasksOf(world.theCase.tasks, 'acceptTransfer')).toEqual([]);
    expect(openOne(world, 'sendTransfer').offer.institutionId).toBe('astana');
    expect(world.put('sendTransfer', {}, me(world, 'asel'))).toBeNull();
    expect(world.theCase.transfer?.status).toBe('sent');
  });
  it('stands in the way of closing the case or discussing it anew, until it is ended', () => {
    const world = sent();
    expect(world.put('closeCase', { reason: 'died' }, me(world, 'he'))).toMatchObject({ code: 'TRANSFER.ONE_IS_LIVE', facts: { status: 'sent' } });
    expect(world.put('openNewRound', { reason: 'x' }, me(world, 'he'))).toMatchObject({ code: 'TRANSFER.ONE_IS_LIVE' });
    world.put('endTransfer', { cause: 'died' }, me(world, 'asel'));
    expect(world.put('closeCase', { reason: 'died' }, me(world, 'he'))).toBeNull();
  });
  it('arrives only after it departed, and is taken over only after it arrived', () => {
    const world = accepted();
    expect(world.put('recordArrival', { condition: 'worse', discrepancies: [] }, me(world, 'tang'))).toMatchObject({ code: 'TRANSFER.WRONG_STATUS' });
    for (const task of openTasksOf(world.theCase.tasks, 'transferItem')) finishTask(world, task);
    expect(world.put('recordDeparture', { on: 'soon' }, me(world, 'asel'))).toMatchObject({ code: 'DATE.NOT_A_DATE' });
    expect(world.put('recordDeparture', { on: world.now.slice(0, 10) }, me(world, 'asel'))).toBeNull();
    expect(openOne(world, 'confirmArrival')).toMatchObject({ ownerId: 'sun', offer: { institutionId: 'shanghai' } });
    expect(world.put('takeOver', {}, me(world, 'sun'))).toMatchObject({ code: 'TRANSFER.WRONG_STATUS' });
    expect(world.put('recordArrival', { condition: 'worse', discrepancies: ['slidesMissing'] }, me(world, 'sun'))).toBeNull();
    expect(world.theCase.transfer?.arrival).toEqual({ condition: 'worse', discrepancies: ['slidesMissing'] });
    expect(world.put('takeOver', {}, me(world, 'sun'))).toBeNull();
    expect(world.theCase.stages.transfer.status).toBe('done');
  });
});
