import { closing, lettered, me, openOne, outcomeOf, reached } from '../cases/reach.fixture.js';
import type { CaseCommandData } from '../cases/commands.js';
import { plusMilliseconds } from '../core/instant.js';
import { well } from '../cases/walk.fixture.js';
import { plannedVisits } from './visits.js';
import { columnOf, readyMoves } from '../cases/process.js';
import { nextDue } from '../cases/due.js';
import { board, type World } from '../cases/world.fixture.js';
import { openTasks, openTasksOf } from '../tasks/task.js';

const acknowledged = (): World => {
  const world = lettered();
  expect(world.put('acknowledgeRecommendation', { outcomeId: outcomeOf(world)?.id ?? '' }, me(world, 'dana'))).toBeNull();
  return world;
};
const declined = (): World => {
  const world = acknowledged();
  world.put('recordPatientDecision', { outcomeId: outcomeOf(world)?.id ?? '', decision: 'declined' }, me(world, 'dana'));
  world.settle();
  return world;
};
const answers = (world: World) => openTasksOf(world.theCase.tasks, 'answerFollowUp');

describe('"was it carried out?"', () => {
  it('is asked 14, 30 and 90 clock days after the acknowledgement, also when the process was down for two of them', () => {
    const world = acknowledged();
    const at = Date.parse(world.now);
    world.now = new Date(at + 2 * 86_400_000).toISOString();
    world.settle();
    expect(answers(world).map(({ deadline, about }) => [about['day'], (Date.parse(deadline?.dueAt ?? '') - at) / 86_400_000])).toEqual([['14', 14], ['30', 30], ['90', 90]]);
    expect(answers(world).every((task) => task.createdAt === world.now)).toBe(true);
  });
  it('is told on its day by the mark of its task, and nothing before', () => {
    const world = declined();
    expect(nextDue(world.theCase)).toEqual({ at: answers(world)[0]?.deadline?.dueAt, what: 'answerFollowUp.due' });
  });
  it('is answered from its day on, with a coded cause where it was not', () => {
    const world = declined();
    const [first] = answers(world);
    const put = (answer: 'yes' | 'no', because: 'comorbidity' | null) => world.put('answerFollowUp', { taskId: first?.id ?? '', answer, because }, me(world, 'dana'));
    expect(put('yes', null)).toMatchObject({ code: 'FOLLOW_UP.NOT_YET', facts: { from: first?.deadline?.dueAt } });
    world.now = first?.deadline?.dueAt ?? '';
    expect(put('no', null)).toMatchObject({ code: 'FOLLOW_UP.REASON_NEEDED' });
    expect(put('yes', 'comorbidity')).toMatchObject({ code: 'FOLLOW_UP.REASON_CONTRADICTS' });
    expect(put('no', 'comorbidity')).toBeNull();
    expect(world.theCase.followUps).toMatchObject([{ day: 14, answer: 'no', because: 'comorbidity', answeredAt: world.now }, { day: 30, answer: null }, { day: 90, answer: null }]);
    expect(world.theCase.stages.followUp.status).toBe('active');
  });
  it('is moot when the patient died: the case waits for its closure', () => {
    const world = declined();
    expect(world.put('answerFollowUp', { taskId: answers(world)[0]?.id ?? '', answer: 'no', because: 'died' }, me(world, 'aliya'))).toBeNull();
    expect(answers(world)).toEqual([]);
    world.settle();
    expect(openTasks(world.theCase.tasks).map((task) => task.kind)).toEqual(['closeCase']);
  });
});

/** Acknowledged, not wanted, and the three questions answered, each on its day. */
const asked = (): World => {
  const world = declined();
  for (const task of answers(world)) {
    world.now = task.deadline?.dueAt ?? '';
    expect(world.put('answerFollowUp', { taskId: task.id, answer: 'yes', because: null }, me(world, 'dana'))).toBeNull();
  }
  return world;
};
const visits = (world: World) => openTasksOf(world.theCase.tasks, 'followUpVisit');
const atVisit = (world: World, over: Partial<CaseCommandData['recordFollowUpVisit']> = {}) => {
  const task = openOne(world, 'followUpVisit');
  if (task.deadline !== null && task.deadline.dueAt > world.now) world.now = task.deadline.dueAt;
  return world.put('recordFollowUpVisit', { taskId: task.id, ...well, ...over }, me(world, 'dana'));
};

describe('the visits of a tumor type after the last question', () => {
  it('are asked for one by one, by the months of the plan from the acknowledgement, until the plan ends', () => {
    const world = asked();
    const from = outcomeOf(world)?.acknowledgedAt ?? '';
    const months: string[] = [];
    while (visits(world).length > 0) {
      const [task, second] = visits(world);
      expect(second).toBeUndefined();
      expect(nextDue(world.theCase)).toEqual({ at: task?.deadline?.dueAt, what: 'followUpVisit.due' });
      months.push(task?.about['month'] ?? '');
      expect(atVisit(world)).toBeNull();
    }
    expect(months).toEqual(['6', '9', '12', '15', '18', '21', '24', '30', '36', '42', '48', '54', '60']);
    expect(world.now.slice(0, 10)).toBe(`${Number(from.slice(0, 4)) + 5}${from.slice(4, 10)}`);
    world.settle();
    expect(openTasks(world.theCase.tasks).map((task) => task.kind)).toEqual(['closeCase']);
  });
  it('whose time went by are not asked for after the fact', () => {
    const world = asked();
    world.now = plusMilliseconds(world.now, 400 * 86_400_000);
    expect(atVisit(world, { carriedOut: false, because: 'didNotAttend', status: 'notKnown' })).toBeNull();
    expect(visits(world).map(({ about }) => about['month'])).toEqual(['18']);
    expect(plannedVisits(world.theCase, board, world.now).map(({ month }) => month)).toEqual([6, 18, 21, 24, 30, 36, 42, 48, 54, 60]);
  });
  it('end with a recurrence, told before its day: the host is asked, and discusses it anew', () => {
    const world = asked();
    const put = (over: object) => world.put('recordFollowUpVisit', { taskId: openOne(world, 'followUpVisit').id, ...well, ...over }, me(world, 'dana'));
    expect(put({})).toMatchObject({ code: 'FOLLOW_UP.NOT_YET' });
    expect(put({ status: 'aliveWithDisease', localRecurrence: 'yes', msts: 17 })).toBeNull();
    expect(world.theCase.followUpVisits).toMatchObject([{ month: 6, localRecurrence: 'yes', msts: 17, at: world.now, by: 'dana' }]);
    world.settle();
    expect(openTasks(world.theCase.tasks).map((task) => [task.kind, task.ownerId])).toEqual([['closeCase', 'he']]);
    expect(world.put('openNewRound', { reason: 'recurrence' }, me(world, 'wang'))).toBeNull();
    expect(world.theCase).toMatchObject({ round: 2, followUpVisits: [] });
  });
  it('end with a death, and with the closure', () => {
    const dead = asked();
    expect(atVisit(dead, { status: 'diedOfDisease', ecog: null, msts: null })).toBeNull();
    dead.settle();
    expect(openTasks(dead.theCase.tasks).map((task) => task.kind)).toEqual(['closeCase']);
    const closed = asked();
    closed.put('closeCase', { reason: 'lostContact' }, me(closed, 'he'));
    expect(visits(closed)).toEqual([]);
  });
  it('refuse what can not be', () => {
    const world = asked();
    expect(atVisit(world, { carriedOut: false })).toMatchObject({ code: 'FOLLOW_UP.REASON_NEEDED' });
    expect(atVisit(world, { because: 'progression' })).toMatchObject({ code: 'FOLLOW_UP.REASON_CONTRADICTS' });
    expect(atVisit(world, { distantRecurrence: 'yes' })).toMatchObject({ code: 'FOLLOW_UP.STATUS_CONTRADICTS' });
    expect(atVisit(world, { status: 'diedOfOtherCause' })).toMatchObject({ code: 'FOLLOW_UP.STATUS_CONTRADICTS' });
    expect(atVisit(world, { ecog: 5 })).toMatchObject({ code: 'FOLLOW_UP.SCORE_NOT_POSSIBLE', field: 'ecog' });
    expect(atVisit(world, { msts: 31 })).toMatchObject({ code: 'FOLLOW_UP.SCORE_NOT_POSSIBLE', field: 'msts' });
    expect(atVisit(world, { msts: null, ecog: null })).toBeNull();
  });
});

describe('the end', () => {
  it('is asked for when nothing is left, and given with a reason', () => {
    const world = closing();
    expect(openOne(world, 'closeCase')).toMatchObject({ ownerId: 'he', offer: { institutionId: 'shanghai', role: 'caseManager' } });
    expect(world.put('closeCase', { reason: 'transferred' }, me(world, 'dana'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('closeCase', { reason: 'transferred' }, me(world, 'he'))).toBeNull();
    expect(world.put('closeCase', { reason: 'transferred' }, me(world, 'he'))).toMatchObject({ code: 'CASE.OVER' });
    expect(columnOf(world.theCase)).toBe('closed');
  });
  it('can be taken back with a reason, on the stage where it was, with the tasks that it ended', () => {
    const world = declined();
    const before = openTasks(world.theCase.tasks).map((task) => task.id);
    world.put('closeCase', { reason: 'enteredInError' }, me(world, 'he'));
    expect(openTasks(world.theCase.tasks)).toEqual([]);
    expect(nextDue(world.theCase)).toBeNull();
    expect(world.put('reopenCase', { reason: 'mistake' }, me(world, 'wang'))).toMatchObject({ code: 'TEXT.NEEDED' });
    expect(world.put('reopenCase', { reason: 'mistake' }, me(world, 'wang'), { note: 'another case was meant' })).toBeNull();
    expect(openTasks(world.theCase.tasks).map((task) => task.id)).toEqual(before);
    expect(world.theCase).toMatchObject({ status: 'open', closed: null, stages: { followUp: { status: 'active' } } });
    expect(world.put('reopenCase', { reason: 'mistake' }, me(world, 'wang'), { note: 'x' })).toMatchObject({ code: 'CASE.NOT_CLOSED' });
  });
  it('taken back after everything was done asks what comes next', () => {
    const world = closing();
    world.put('closeCase', { reason: 'transferred' }, me(world, 'he'));
    world.put('reopenCase', { reason: 'recurrence' }, me(world, 'he'), { note: 'lungs' });
    expect(openTasks(world.theCase.tasks).map((task) => task.kind)).toEqual(['closeCase']);
  });
  it('takes a listed case off the agenda', () => {
    const world = reached((one) => one.theCase.listed !== null);
    world.put('closeCase', { reason: 'treatedElsewhere' }, me(world, 'he'));
    expect(world.theCase).toMatchObject({ status: 'closed', listed: null });
    expect(world.events.some((one) => one.type === 'CaseDelisted' && one.data.cause === 'caseClosed')).toBe(true);
    world.put('reopenCase', { reason: 'mistake' }, me(world, 'he'), { note: 'x' });
    expect(readyMoves(world.theCase).map(({ name }) => name)).toEqual(['listOnNextMeeting']);
  });
});

describe('a new round', () => {
  it('begins with the reviews, ends what the old one left, and leaves the old recommendation readable', () => {
    const world = declined();
    const old = outcomeOf(world)?.id ?? '';
    expect(world.put('openNewRound', { reason: 'progression' }, me(world, 'dana'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('openNewRound', { reason: 'progression' }, me(world, 'wang'))).toBeNull();
    expect(world.theCase).toMatchObject({ round: 2, followUps: [], stages: { intake: { status: 'done' }, pathologyReview: { status: 'notStarted' }, followUp: { status: 'notStarted' } } });
    expect(world.put('openNewRound', { reason: 'again' }, me(world, 'wang'))).toMatchObject({ code: 'ROUND.NOT_DECIDED' });
    world.settle();
    expect(openTasks(world.theCase.tasks).map((task) => [task.kind, task.round])).toEqual([['pathologyReview', 2], ['imagingReview', 2]]);
    expect(world.theCase.outcomes[old]).toMatchObject({ round: 1, supersededBy: null, signaturesComplete: true });
    reached((one) => outcomeOf(one) !== null, world);
    expect(world.theCase.outcomes[old]?.supersededBy).toBe(world.theCase.currentOutcomeId);
  });
});
