import { as, board, people, process, World } from '../cases/world.fixture.js';
import { expectedQuorum } from './expected-quorum.js';
import { invitedTo } from './invited.js';
import { notificationsOfMeeting } from './notifications.js';
import { meetingProcess } from './process.js';
import type { InvitationAnswer, MeetingState } from './state.js';
import type { MeetingEvent } from './events.js';
import type { QuorumOfCase } from './quorum.js';
import { runDueMeeting } from './run-due.js';
import { isRefusal } from '../core/refusal.js';

type Said = Exclude<InvitationAnswer['answer'], 'perhaps'>;
const at = '2026-11-10T07:00:00.000Z';
const invited = invitedTo(board, people);
const answers = (given: Readonly<Record<string, InvitationAnswer['answer']>>): readonly InvitationAnswer[] => Object.entries(given).map(([personId, answer]) => ({ personId, answer, at }));
const case1: QuorumOfCase = { conflicts: [], sides: ['astana', 'shanghai'] };
const expected = (given: Readonly<Record<string, InvitationAnswer['answer']>>, cases = [case1]) => expectedQuorum(board.quorum, invited, answers(given), cases, at);
const all = { wang: 'coming', li: 'coming', zhao: 'byVideo', chen: 'coming', xu: 'coming', dana: 'byVideo' } as const;

describe('who is expected', () => {
  it('is each clinician of the board\'s hospitals once, by the first field, and nobody else', () => {
    expect(invited.find(({ personId }) => personId === 'wang')).toMatchObject({ discipline: 'surgery', institutionId: 'shanghai', standsInFor: null });
    expect(invited.filter(({ personId }) => personId === 'wang')).toHaveLength(1);
    expect(invited.map(({ personId }) => personId)).toEqual(expect.arrayContaining(['dana', 'levi', 'qian']));
    expect(invited.map(({ personId }) => personId)).not.toEqual(expect.arrayContaining(['he']));
  });
});

describe('the quorum by planned attendance', () => {
  it('stands by those who said that they come, in the room or by video', () => {
    expect(expected(all)).toMatchObject({ stands: true, missing: [], notKnown: [], asks: [], unanswered: [] });
  });
  it('is not known where somebody has not answered, and missing where nobody is left who could', () => {
    const { chen: _chen, ...others } = all;
    expect(expected(others)).toMatchObject({ stands: false, missing: [], notKnown: ['pathology'], unanswered: ['chen', 'gu', 'marat'] });
    expect(expected({ ...others, chen: 'notComing', gu: 'notComing', marat: 'notComing' })).toMatchObject({ stands: false, missing: ['pathology'], notKnown: [], unanswered: [], asks: [] });
  });
  it('counts "perhaps" as not answered, and as no reason to ask a substitute', () => {
    expect(expected({ ...all, chen: 'perhaps' })).toMatchObject({ stands: false, missing: [], notKnown: ['pathology'], asks: [], unanswered: ['chen', 'gu', 'marat'] });
    expect(expected({ ...all, chen: 'notComing', marat: 'notComing', gu: 'perhaps' })).toMatchObject({ stands: false, notKnown: ['pathology'], asks: [{ personId: 'gu', standsInFor: 'chen' }] });
  });
  it('asks the named substitute of who does not come, once, and not who has said no already', () => {
    const without = { ...all, chen: 'notComing', marat: 'notComing' } as const;
    expect(expected(without).asks).toEqual([{ personId: 'gu', standsInFor: 'chen' }]);
    expect(expected({ ...without, gu: 'byVideo' })).toMatchObject({ stands: true, asks: [] });
  });
  it('needs a clinician of each hospital of a case across a border, and leaves out who is in conflict of interest', () => {
    const { dana: _dana, ...host } = all;
    expect(expected(host)).toMatchObject({ stands: false, missingSides: ['astana'], unanswered: ['dana', 'serik', 'marat'] });
    expect(expected(all, [case1, { conflicts: ['xu'], sides: [] }])).toMatchObject({ stands: false, notKnown: ['radiology'] });
  });
});

const planned = (given: Readonly<Record<string, Said>> = {}): World => {
  const world = new World('2026-11-02T03:00:00.000Z');
  world.meet('planMeeting', 'm', { number: 'M-1', boardId: 'bone-sarcoma', startsAt: '2026-11-12T07:00:00.000Z', zone: 'Asia/Shanghai', minutes: 90, place: 'Video' }, as('he', world.now));
  for (const [personId, answer] of Object.entries(given)) expect(world.meet('answerInvitation', 'm', { personId, answer }, as(personId, world.now))).toBeNull();
  return world;
};
const meetingOf = (world: World): MeetingState => {
  const found = world.meetings.get('m');
  if (found === undefined) throw new Error('no meeting');
  return found;
};
const looked = (meeting: MeetingState, now: string, agenda: readonly object[]): readonly MeetingEvent[] => {
  const decided = runDueMeeting.decide(meeting, { dueAt: now }, { now, agenda, board, people } as never, undefined);
  if (isRefusal(decided)) throw new Error(decided.code);
  return decided;
};
const one = [{ caseId: 'c', missing: [], ...case1 }];

describe('the looks at it', () => {
  it('are made 48 h and 2 h before, and the chair is told only where it would not stand', () => {
    const world = planned({ li: 'coming', chen: 'notComing' });
    const first = looked(meetingOf(world), '2026-11-10T07:00:00.000Z', one).find(({ type }) => type === 'QuorumWarned');
    expect(first).toMatchObject({ data: { look: 'first', notKnown: ['surgery', 'radiationOncology', 'pathology', 'radiology'], missing: [], asks: [{ personId: 'gu', standsInFor: 'chen' }] } });
    const told = first === undefined ? [] : notificationsOfMeeting(first, meetingOf(world), people);
    expect(told.filter(({ kind }) => kind === 'quorumWarned').map(({ personId }) => personId)).toEqual(['wang', 'sun']);
    expect(told.filter(({ kind }) => kind === 'askedToStandIn').map(({ personId }) => personId)).toEqual(['gu']);
    expect(told.find(({ personId }) => personId === 'zhao')).toMatchObject({ kind: 'invitationUnanswered', params: { meetingId: 'm', meetingNumber: 'M-1' } });
    expect(looked(meetingOf(planned(all)), '2026-11-10T07:00:00.000Z', one).map(({ type }) => type)).toEqual(['FileFrozen', 'QuorumChecked']);
    expect(looked(meetingOf(world), '2026-11-10T07:00:00.000Z', []).map(({ type }) => type)).toEqual(['FileFrozen', 'QuorumChecked']);
  });
  it('come once each; after a downtime one stands for both; a moved meeting asks everybody anew', () => {
    const world = planned(all);
    for (const [now, next] of [['2026-11-10T07:00:00.000Z', 'meeting.cut'], ['2026-11-11T07:00:00.000Z', 'meeting.quorum']] as const) {
      world.now = now;
      expect(world.meet('runDue', 'm', { dueAt: now }, process)).toBeNull();
      expect(meetingProcess.nextDue(meetingOf(world))?.what).toBe(next);
    }
    world.now = '2026-11-12T05:00:00.000Z';
    expect(meetingProcess.nextDue(meetingOf(world))?.at).toBe(meetingOf(world).quorumAt);
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meetingOf(world).quorumLook).toBe('last');
    expect(meetingProcess.nextDue(meetingOf(world))).toBeNull();
    expect(looked(meetingOf(planned()), '2026-11-12T06:00:00.000Z', one).map(({ type }) => type)).toEqual(['FileFrozen', 'AgendaCut', 'QuorumWarned']);
    world.meet('moveMeeting', 'm', { startsAt: '2026-11-19T07:00:00.000Z' }, as('he', world.now));
    expect(meetingOf(world)).toMatchObject({ answers: [], quorumLook: 'none', status: 'planned' });
  });
});

describe('an answer', () => {
  it('is one\'s own or noted by who runs the meeting, of somebody expected, before it begins, and the last one holds', () => {
    const world = planned({ chen: 'coming' });
    const put = (by: string, personId: string, answer: Said) => world.meet('answerInvitation', 'm', { personId, answer }, as(by, world.now));
    expect(put('dana', 'chen', 'notComing')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(put('he', 'he', 'coming')).toMatchObject({ code: 'MEETING.NOT_INVITED' });
    expect(put('chen', 'chen', 'coming')).toMatchObject({ code: 'MEETING.SAME_ANSWER' });
    expect(put('he', 'chen', 'notComing')).toBeNull();
    expect(meetingOf(world).answers).toEqual([{ personId: 'chen', answer: 'notComing', at: world.now }]);
    world.now = '2026-11-12T07:00:00.000Z';
    world.meet('openMeeting', 'm', { chairId: 'wang', scribeId: null }, as('he', world.now));
    expect(put('chen', 'chen', 'coming')).toMatchObject({ code: 'MEETING.WRONG_STATUS' });
  });
});
