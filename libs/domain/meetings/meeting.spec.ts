import { as, process, World } from '../cases/world.fixture.js';
import { meetingProcess } from './process.js';

const thursday = '2026-11-12T07:00:00.000Z';
const plan = (startsAt = thursday, now = '2026-11-02T03:00:00.000Z'): World => {
  const world = new World(now);
  expect(world.meet('planMeeting', 'm', { number: 'M-1', boardId: 'bone-sarcoma', startsAt, zone: 'Asia/Shanghai', minutes: 90, place: 'Video' }, as('he', now))).toBeNull();
  return world;
};
const meeting = (world: World) => {
  const found = world.meetings.get('m');
  if (found === undefined) throw new Error('no meeting');
  return found;
};
const opened = (): World => {
  const world = plan();
  world.now = thursday;
  expect(world.meet('openMeeting', 'm', { chairId: 'wang', scribeId: null }, as('he', world.now))).toBeNull();
  return world;
};
const come = (world: World, personId: string, substituteFor: string | null = null, discipline: 'pathology' | 'surgery' = 'pathology', institutionId = 'shanghai') =>
  world.meet('recordAttendance', 'm', { personId, discipline, institutionId, how: 'present', substituteFor }, as('he', world.now));

describe('planning', () => {
  it('is refused in the past, and to the process on a day off of the host, which a person may confirm', () => {
    const world = new World('2026-09-25T03:00:00.000Z');
    const put = (startsAt: string, actor = process as Parameters<World['meet']>[3]) => world.meet('planMeeting', startsAt, { number: 'M', boardId: 'bone-sarcoma', startsAt, zone: 'Asia/Shanghai', minutes: 90, place: 'x' }, actor);
    expect(put('2026-09-24T07:00:00.000Z')).toMatchObject({ code: 'MEETING.IN_THE_PAST' });
    expect(put('2026-10-01T07:00:00.000Z')).toMatchObject({ code: 'MEETING.HOST_HOLIDAY', facts: { date: '2026-10-01' } });
    expect(put('2026-10-01T07:00:00.000Z', as('he', world.now))).toBeNull();
    expect(put('2026-10-08T07:00:00.000Z')).toBeNull();
    expect(put('2026-10-15T07:00:00.000Z', as('aliya', world.now))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
  });
});

describe('the process of a meeting', () => {
  it('freezes, cuts, and owes the agenda its commands', () => {
    const world = plan();
    expect(meetingProcess.nextDue(meeting(world))).toEqual({ at: '2026-11-10T07:00:00.000Z', what: 'meeting.freeze' });
    expect(world.meet('runDue', 'm', { dueAt: thursday }, process)).toMatchObject({ code: 'TIME.NOT_YET_DUE', facts: { inMs: Date.parse('2026-11-10T07:00:00.000Z') - Date.parse(world.now) } });
    world.now = '2026-11-10T07:00:00.000Z';
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meeting(world).status).toBe('frozen');
    expect(meetingProcess.nextDue(meeting(world))).toEqual({ at: '2026-11-11T07:00:00.000Z', what: 'meeting.cut' });
    world.now = '2026-11-11T07:00:00.000Z';
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meetingProcess.readyMoves(meeting(world)).map(({ name }) => name)).toEqual(['delistIncomplete']);
    expect(world.meet('settleAgenda', 'm', { move: 'delistIncomplete' }, process)).toBeNull();
    expect(world.meet('settleAgenda', 'm', { move: 'delistIncomplete' }, process)).toMatchObject({ code: 'MOVE.NOT_READY' });
    expect(meetingProcess.news(meeting(world))).toEqual({ stages: ['frozen'], ready: [], nextDue: { at: '2026-11-12T04:00:00.000Z', what: 'meeting.quorum' }, closed: false });
  });
  it('makes up for a downtime in one turn', () => {
    const world = plan();
    world.now = '2026-11-12T06:00:00.000Z';
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meeting(world)).toMatchObject({ status: 'frozen', cutDoneAt: world.now, owes: ['delistIncomplete'] });
  });
  it('plans freeze and cut anew when it is moved', () => {
    const world = plan();
    world.now = '2026-11-11T07:00:00.000Z';
    world.meet('runDue', 'm', { dueAt: world.now }, process);
    world.meet('settleAgenda', 'm', { move: 'delistIncomplete' }, process);
    expect(world.meet('moveMeeting', 'm', { startsAt: '2026-11-19T07:00:00.000Z' }, as('he', world.now))).toBeNull();
    expect(meeting(world)).toMatchObject({ status: 'planned', cutDoneAt: null, freezeAt: '2026-11-17T07:00:00.000Z' });
    expect(meetingProcess.nextDue(meeting(world))?.what).toBe('meeting.freeze');
  });
  it('is over only when the cases of a closed or cancelled sitting were dealt with', () => {
    const world = plan();
    expect(world.meet('cancelMeeting', 'm', { because: 'holiday' }, as('he', world.now))).toBeNull();
    expect(meetingProcess.news(meeting(world))).toMatchObject({ ready: [{ name: 'releaseAgenda', round: 1 }], closed: false });
    world.meet('settleAgenda', 'm', { move: 'releaseAgenda' }, process);
    expect(meetingProcess.news(meeting(world))).toMatchObject({ ready: [], closed: true });
    expect(world.meet('openMeeting', 'm', { chairId: 'wang', scribeId: null }, as('he', world.now))).toMatchObject({ code: 'MEETING.WRONG_STATUS', facts: { status: 'cancelled' } });
  });
});

describe('attendance', () => {
  it('needs an open meeting, one\'s own discipline, and a substitute named in advance', () => {
    const early = plan();
    expect(come(early, 'chen')).toMatchObject({ code: 'MEETING.WRONG_STATUS' });
    const world = opened();
    expect(come(world, 'wang')).toMatchObject({ code: 'MEETING.NOT_THEIR_DISCIPLINE' });
    expect(come(world, 'chen', null, 'pathology', 'bishkek')).toMatchObject({ code: 'MEETING.NOT_OF_THIS_BOARD' });
    expect(come(world, 'sun', 'chen')).toMatchObject({ code: 'MEETING.SUBSTITUTE_NOT_NAMED' });
    expect(come(world, 'gu', 'chen')).toBeNull();
    expect(come(world, 'gu')).toMatchObject({ code: 'MEETING.ALREADY_PRESENT' });
  });
  it('ends at an instant, but not the chair\'s before the chair is handed on to somebody present', () => {
    const world = opened();
    come(world, 'wang', null, 'surgery');
    expect(world.meet('endAttendance', 'm', { personId: 'wang' }, as('wang', world.now))).toMatchObject({ code: 'MEETING.CHAIR_STAYS' });
    expect(world.meet('handOnChair', 'm', { chairId: 'sun' }, as('wang', world.now))).toMatchObject({ code: 'MEETING.NOT_PRESENT' });
    come(world, 'sun', null, 'surgery');
    expect(world.meet('handOnChair', 'm', { chairId: 'li' }, as('wang', world.now))).toMatchObject({ code: 'MEETING.NOT_A_CHAIR' });
    expect(world.meet('handOnChair', 'm', { chairId: 'sun' }, as('wang', world.now))).toBeNull();
    expect(world.meet('endAttendance', 'm', { personId: 'wang' }, as('wang', world.now))).toBeNull();
    expect(meeting(world)).toMatchObject({ chairId: 'sun', attendance: [{ personId: 'wang', leftAt: thursday }, { personId: 'sun', leftAt: null }] });
    expect(world.meet('endAttendance', 'm', { personId: 'wang' }, as('wang', world.now))).toMatchObject({ code: 'MEETING.NOT_PRESENT' });
  });
  it('is recorded by who runs the meeting, or by oneself', () => {
    const world = opened();
    const put = (by: string) => world.meet('recordAttendance', 'm', { personId: 'serik', discipline: 'radiology', institutionId: 'astana', how: 'byVideo', substituteFor: null }, as(by, world.now));
    expect(put('dana')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(put('serik')).toBeNull();
  });
});

describe('the agenda\'s order', () => {
  it('names each case once', () => {
    const world = plan();
    expect(world.meet('orderAgenda', 'm', { order: ['a', 'b', 'a'] }, as('he', world.now))).toMatchObject({ code: 'MEETING.ORDER_REPEATS' });
    expect(world.meet('orderAgenda', 'm', { order: ['b', 'a'] }, as('he', world.now))).toBeNull();
    expect(meeting(world).order).toEqual(['b', 'a']);
  });
});

describe('the minutes', () => {
  it('are approved once, after the meeting, by who led it', () => {
    const world = opened();
    const put = (by: string) => world.meet('approveMinutes', 'm', {}, as(by, world.now));
    expect(put('wang')).toMatchObject({ code: 'MEETING.WRONG_STATUS' });
    world.meet('closeMeeting', 'm', {}, as('he', world.now));
    expect(put('he')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(put('wang')).toBeNull();
    expect(meeting(world).minutesApproved).toEqual({ by: 'wang', at: world.now });
    expect(put('wang')).toMatchObject({ code: 'MEETING.MINUTES_APPROVED', facts: { by: 'wang' } });
  });
});
