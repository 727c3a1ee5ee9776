import { as, people, process, World } from '../cases/world.fixture.js';
import type { MailedAnswer } from './commands.js';
import { notificationsOfMeeting } from './notifications.js';
import type { MeetingState } from './state.js';

const thursday = '2026-12-17T10:00:00.000Z';
const friday = '2026-12-18T10:00:00.000Z';
const planned = (): World => {
  const world = new World('2026-12-01T08:00:00.000Z');
  expect(world.meet('planMeeting', 'm', { number: 'M-1', boardId: 'bone-sarcoma', startsAt: thursday, zone: 'Asia/Almaty', minutes: 90, place: 'Video' }, as('he', world.now))).toBeNull();
  return world;
};
const meetingOf = (world: World): MeetingState => {
  const found = world.meetings.get('m');
  if (found === undefined) throw new Error('no meeting');
  return found;
};
/** Levi's calendar answers the file that told the present time, at this moment, unless something else is said. */
const mail = (world: World, more: Partial<MailedAnswer> = {}) =>
  world.meet('takeMailedAnswer', 'm', { personId: 'levi', said: { answer: 'coming' }, sequence: meetingOf(world).timeSequence ?? 0, startsAt: meetingOf(world).startsAt, saidAt: world.now, ...more }, process);
const said = (world: World) => meetingOf(world).answers.map(({ personId, answer, byMail }) => `${personId} ${answer}${byMail === undefined ? '' : ' by mail'}`);
const told = (world: World) => meetingOf(world).notTaken?.map(({ because }) => because) ?? [];
const inProduct = (world: World, answer: 'coming' | 'byVideo' | 'notComing') => world.meet('answerInvitation', 'm', { personId: 'levi', answer }, as('levi', world.now));

describe('an answer that came by mail', () => {
  it('is the person\'s answer, marked as said by mail; the last one said holds, in whichever order mails come', () => {
    const world = planned();
    expect(mail(world, { said: { answer: 'notComing' }, saidAt: '2026-12-01T07:58:00.000Z' })).toBeNull();
    expect(mail(world, { saidAt: '2026-12-01T07:50:00.000Z' })).toBeNull();
    expect([said(world), told(world)]).toEqual([['levi notComing by mail'], ['answeredSince']]);
    expect(mail(world, { said: { answer: 'perhaps' }, saidAt: '2026-12-01T07:59:00.000Z' })).toBeNull();
    expect(said(world)).toEqual(['levi perhaps by mail']);
  });
  it('does not outweigh what was said in the product later, and a clock that runs ahead outweighs nothing', () => {
    const world = planned();
    expect(mail(world, { saidAt: '2030-01-01T00:00:00.000Z' })).toBeNull();
    world.now = '2026-12-01T09:00:00.000Z';
    expect(inProduct(world, 'notComing')).toBeNull();
    expect(mail(world, { saidAt: '2026-12-01T08:30:00.000Z' })).toBeNull();
    expect([said(world), told(world)]).toEqual([['levi notComing'], ['answeredSince']]);
    world.now = '2026-12-01T10:00:00.000Z';
    expect(mail(world, { saidAt: '2030-01-01T00:00:00.000Z' })).toBeNull();
    world.now = '2026-12-01T11:00:00.000Z';
    expect(mail(world, { said: { answer: 'notComing' } })).toBeNull();
    expect(said(world)).toEqual(['levi notComing by mail']);
  });
  it('leaves by video alone where a calendar accepts, and says nothing twice', () => {
    const world = planned();
    expect(inProduct(world, 'byVideo')).toBeNull();
    expect(mail(world)).toMatchObject({ code: 'MEETING.SAME_ANSWER' });
    expect([said(world), told(world)]).toEqual([['levi byVideo'], []]);
  });
  it('to a time that was moved since is no answer for the new one, whichever of number and time tells it', () => {
    const world = planned();
    expect(mail(world)).toBeNull();
    expect(world.meet('moveMeeting', 'm', { startsAt: friday }, as('he', world.now))).toBeNull();
    expect(said(world)).toEqual([]);
    expect(mail(world, { sequence: 0, startsAt: thursday })).toBeNull();
    expect([said(world), told(world)]).toEqual([[], ['overtaken']]);
    expect(mail(world, { sequence: 0, startsAt: null })).toMatchObject({ code: 'MEETING.SAME_ANSWER' });
    expect(mail(world, { sequence: 1, startsAt: thursday })).toMatchObject({ code: 'MEETING.SAME_ANSWER' });
    expect(said(world)).toEqual([]);
    expect(mail(world, { sequence: 1, startsAt: null })).toBeNull();
    expect(said(world)).toEqual(['levi coming by mail']);
    expect(world.meet('moveMeeting', 'm', { startsAt: thursday }, as('he', world.now))).toBeNull();
    expect(mail(world, { sequence: 0, startsAt: thursday })).toBeNull();
    expect([said(world), told(world)]).toEqual([[], ['overtaken']]);
  });
  it('still counts where the number rose for a change that was not of the time; without that knowledge only the last number does', () => {
    const world = planned();
    expect(world.meet('withdrawInvitation', 'm', { personId: 'serik' }, as('he', world.now))).toBeNull();
    expect([meetingOf(world).sequence, meetingOf(world).timeSequence]).toEqual([1, 0]);
    expect(mail(world, { sequence: 0 })).toBeNull();
    expect(said(world)).toEqual(['levi coming by mail']);
    const { timeSequence: _kept, ...old } = meetingOf(world);
    world.meetings.set('m', old);
    expect(mail(world, { personId: 'dana', sequence: 0 })).toBeNull();
    expect(meetingOf(world).notTaken).toEqual([{ personId: 'dana', because: 'overtaken' }]);
  });
  it.each(['otherTime', 'passedOn', 'somebodyElse', 'unreadable'] as const)('that can\'t be taken (%s) changes nothing and is told once', (notTaken) => {
    const world = planned();
    expect(inProduct(world, 'coming')).toBeNull();
    expect(mail(world, { said: { notTaken } })).toBeNull();
    expect(mail(world, { said: { notTaken }, saidAt: '2026-12-01T08:01:00.000Z' })).toMatchObject({ code: 'MEETING.SAME_ANSWER' });
    expect([said(world), told(world)]).toEqual([['levi coming'], [notTaken]]);
  });
  it('comes too late once the meeting is cancelled or its time has passed, and too late for who was taken off', () => {
    const world = planned();
    expect(world.meet('withdrawInvitation', 'm', { personId: 'dana' }, as('he', world.now))).toBeNull();
    expect(mail(world, { personId: 'dana' })).toBeNull();
    expect(mail(world, { personId: 'nobody' })).toMatchObject({ code: 'PERSON.UNKNOWN' });
    world.now = thursday;
    expect(mail(world)).toBeNull();
    expect(world.meet('cancelMeeting', 'm', { because: 'other' }, as('he', world.now))).toBeNull();
    expect(mail(world, { personId: 'serik' })).toBeNull();
    expect([said(world), meetingOf(world).notTaken]).toEqual([[], [{ personId: 'dana', because: 'notInvited' }, { personId: 'levi', because: 'over' }, { personId: 'serik', because: 'over' }]]);
  });
  it('is recorded by the process alone, and the person hears of it', () => {
    const world = planned();
    const data = { personId: 'levi', said: { answer: 'coming' }, sequence: 0, startsAt: null, saidAt: world.now } as const;
    expect(world.meet('takeMailedAnswer', 'm', data, as('levi', world.now))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    const toldOf = (event: Parameters<typeof notificationsOfMeeting>[0]) => notificationsOfMeeting(event, meetingOf(world), people).map(({ personId, kind, params }) => [personId, kind, params['answer'] ?? params['because']]);
    expect(toldOf({ type: 'InvitationAnswered', version: 1, data: { personId: 'levi', answer: 'coming', byMail: { saidAt: world.now } } })).toEqual([['levi', 'mailedAnswerTaken', 'coming']]);
    expect(toldOf({ type: 'InvitationAnswered', version: 1, data: { personId: 'levi', answer: 'coming' } })).toEqual([]);
    expect(toldOf({ type: 'MailedAnswerNotTaken', version: 1, data: { personId: 'levi', because: 'overtaken' } })).toEqual([['levi', 'mailedAnswerNotTaken', 'overtaken']]);
  });
});
