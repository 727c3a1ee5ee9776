import { lettered, me, outcomeOf, reached } from '../cases/reach.fixture.js';
import { evolveCase } from '../cases/evolve.js';
import type { CaseEvent } from '../cases/events.js';
import { board, type World } from '../cases/world.fixture.js';
import { dateAt, startOfDate } from '../core/date-in-zone.js';
import { showing, waitingClocksOf, waitingMarks, type WaitingClock } from './clocks.js';
import type { WaitingClockCode } from './definition.js';

const day = 86_400_000;
const zone = 'Asia/Shanghai';
const clock = (world: World, code: WaitingClockCode): WaitingClock => {
  const found = waitingClocksOf(world.theCase, board).find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};
const today = (world: World): string => dateAt(world.now, zone);
const plus = (date: string, days: number): string => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10);
const after = (world: World, days: number): void => { world.now = new Date(Date.parse(world.now) + days * day).toISOString(); };
const referred = (): World => reached((world) => world.theCase.submittedAt !== null);
const decided = (decision: 'accepted' | 'declined'): World => {
  const world = lettered();
  const outcomeId = outcomeOf(world)?.id ?? '';
  world.put('acknowledgeRecommendation', { outcomeId }, me(world, 'dana'));
  world.put('recordPatientDecision', { outcomeId, decision }, me(world, 'dana'));
  return world;
};

describe('28 days from referral to diagnosis [NHS England]', () => {
  it.each([[20, 'onTime'], [21, 'amber'], [25, 'amber'], [26, 'red'], [28, 'red'], [29, 'breached']] as const)('shows on day %i: %s', (used, light) => {
    const one = clock(referred(), 'referralToDiagnosis');
    expect(one).toMatchObject({ status: 'running', startedOn: '2026-11-02' });
    expect(showing(one, plus('2026-11-02', used))).toEqual({ usedDays: used, leftDays: 28 - used, light });
  });

  it('stops once both pathology readings are signed, not with the first', () => {
    const first = reached((world) => Object.keys(world.theCase.opinions).length === 1);
    expect(clock(first, 'referralToDiagnosis').status).toBe('running');
    const both = reached((world) => ['pathology', 'secondPathology'].every((kind) => Object.values(world.theCase.opinions).some((opinion) => opinion.kind === kind)));
    expect(clock(both, 'referralToDiagnosis')).toMatchObject({ status: 'stopped', stoppedOn: today(both), atTheLatest: false });
  });

  it('has not begun for a draft, and ends without a diagnosis when the case is withdrawn', () => {
    const world = referred();
    after(world, 3);
    world.put('withdrawCase', { reason: 'patientsWish' }, me(world, 'dana'));
    expect(clock(world, 'referralToDiagnosis')).toMatchObject({ status: 'ended', stoppedOn: '2026-11-05' });
    expect(waitingMarks(waitingClocksOf(world.theCase, board), (date) => date)).toEqual({ amberAt: null, redAt: null, breachAt: null });
  });
});

describe('a hold and a pause', () => {
  it('a hold stops the clocks of tasks and no waiting-time clock', () => {
    const world = referred();
    world.put('holdCase', { reason: 'awaitingPatient', resumeBy: '2026-12-20' }, me(world, 'he'));
    expect(Object.values(world.theCase.tasks).filter(({ kind }) => kind === 'triage').map(({ noDeadlineBecause }) => noDeadlineBecause)).toEqual(['onHold']);
    after(world, 22);
    expect(showing(clock(world, 'referralToDiagnosis'), today(world))).toMatchObject({ usedDays: 22, light: 'amber' });
  });

  it('stands still by a coded reason, for the clocks that the board names, and goes on by whole days, also on hold', () => {
    const world = referred();
    after(world, 10);
    world.put('holdCase', { reason: 'awaitingPatient', resumeBy: '2027-02-01' }, me(world, 'he'));
    expect(world.put('pauseWaitingTime', { reason: 'didNotAttend' }, me(world, 'he'))).toBeNull();
    after(world, 40);
    const paused = clock(world, 'referralToDiagnosis');
    expect(paused).toMatchObject({ status: 'paused', pause: { reason: 'didNotAttend', since: '2026-11-12' }, breachOn: null });
    expect(showing(paused, today(world))).toEqual({ usedDays: 10, leftDays: 18, light: 'onTime' });
    expect(world.put('resumeWaitingTime', {}, me(world, 'he'))).toBeNull();
    after(world, 5);
    expect(showing(clock(world, 'referralToDiagnosis'), today(world))).toMatchObject({ usedDays: 15 });
    expect(clock(world, 'referralToDiagnosis')).toMatchObject({ pausedDays: 40, breachOn: plus('2026-11-02', 69) });
  });

  it('keeps the light it had while it stands still', () => {
    const world = referred();
    after(world, 27);
    world.put('pauseWaitingTime', { reason: 'didNotAttend' }, me(world, 'he'));
    after(world, 100);
    expect(clock(world, 'referralToDiagnosis')).toMatchObject({ redOn: plus('2026-11-02', 26), breachOn: null });
    expect(showing(clock(world, 'referralToDiagnosis'), today(world))).toMatchObject({ usedDays: 27, light: 'red' });
  });

  it('no other reason stops it, nor one that the clock is not stopped by, nor a second one, nor somebody without the post', () => {
    const world = referred();
    expect(world.put('pauseWaitingTime', { reason: 'noBed' }, me(world, 'he'))).toMatchObject({ code: 'CASE.REASON_UNKNOWN' });
    expect(world.put('pauseWaitingTime', { reason: 'didNotAttend' }, me(world, 'dana'))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.put('resumeWaitingTime', {}, me(world, 'he'))).toMatchObject({ code: 'WAITING.NOT_PAUSED' });
    expect(world.put('pauseWaitingTime', { reason: 'patientAskedToWait' }, me(world, 'he'))).toBeNull();
    expect([clock(world, 'referralToDiagnosis').status, clock(world, 'referralToTreatment').status]).toEqual(['running', 'paused']);
    expect(world.put('pauseWaitingTime', { reason: 'didNotAttend' }, me(world, 'he'))).toMatchObject({ code: 'WAITING.PAUSED_ALREADY' });
  });
});

describe('31 and 62 days to treatment', () => {
  it('31 begin with the patient\'s consent to the advice; both stop on the day of treatment, which can be corrected', () => {
    const world = decided('accepted');
    const from = today(world);
    expect(clock(world, 'decisionToTreatment')).toMatchObject({ status: 'running', startedOn: from });
    after(world, 33);
    expect(showing(clock(world, 'decisionToTreatment'), today(world))).toMatchObject({ light: 'breached', leftDays: -2 });
    expect(world.put('recordFirstTreatment', { on: today(world) }, me(world, 'dana'))).toBeNull();
    expect(world.put('recordFirstTreatment', { on: plus(from, 20) }, me(world, 'aliya'))).toBeNull();
    expect(clock(world, 'decisionToTreatment')).toMatchObject({ status: 'stopped', stoppedOn: plus(from, 20) });
    expect(showing(clock(world, 'decisionToTreatment'), plus(from, 300))).toEqual({ usedDays: 20, leftDays: 11, light: 'onTime' });
    expect(clock(world, 'referralToTreatment')).toMatchObject({ status: 'stopped', stoppedOn: plus(from, 20) });
  });

  it('refuses a day before the referral, one ahead, and what is no day', () => {
    const world = decided('accepted');
    const put = (on: string) => world.put('recordFirstTreatment', { on }, me(world, 'dana'));
    expect([put('2026-11-01'), put(plus(today(world), 1))]).toMatchObject([{ code: 'WAITING.TREATMENT_DATE', facts: { from: '2026-11-02', to: today(world) } }, { code: 'WAITING.TREATMENT_DATE' }]);
    expect(put('2026-11-31')).toMatchObject({ code: 'DATE.NOT_A_DATE' });
    expect([put(today(world)), put(today(world))]).toMatchObject([null, { code: 'CASE.NOTHING_CHANGED' }]);
  });

  it('a follow-up that tells of treatment stops them too, at the latest on its day', () => {
    const world = decided('accepted');
    world.settle();
    const [task] = Object.values(world.theCase.tasks).filter(({ kind, about }) => kind === 'answerFollowUp' && about['day'] === '14');
    world.now = task?.deadline?.dueAt ?? '';
    expect(world.put('answerFollowUp', { taskId: task?.id ?? '', answer: 'partly', because: 'comorbidity' }, me(world, 'dana'))).toBeNull();
    expect(clock(world, 'referralToTreatment')).toMatchObject({ status: 'stopped', stoppedOn: today(world), atTheLatest: true });
  });

  it('end when the patient declines', () => {
    const world = decided('declined');
    expect([clock(world, 'decisionToTreatment').status, clock(world, 'referralToTreatment').status]).toEqual(['notStarted', 'ended']);
  });
});

it('is folded again from stored events to the same clocks, and cases from before have none to show but those of the referral', () => {
  const world = decided('accepted');
  world.put('recordFirstTreatment', { on: today(world) }, me(world, 'dana'));
  const folded = world.events.reduce<World['state']>((state, one, place) => evolveCase(state, JSON.parse(JSON.stringify(one)) as CaseEvent, world.times[place] ?? '', 'x', 'case-1'), null);
  if (folded === null) throw new Error('Nothing folded');
  expect(waitingClocksOf(folded, board)).toEqual(waitingClocksOf(world.theCase, board));
  const { waitingTimes: _none, ...before } = board;
  expect(waitingClocksOf(world.theCase, before)).toEqual(waitingClocksOf(world.theCase, board));
});

it('a board is filtered by the first instants in its own zone', () => {
  const marks = waitingMarks(waitingClocksOf(referred().theCase, board), (date) => startOfDate(date, zone));
  expect(marks).toEqual({ amberAt: '2026-11-22T16:00:00.000Z', redAt: '2026-11-27T16:00:00.000Z', breachAt: '2026-11-30T16:00:00.000Z' });
});
