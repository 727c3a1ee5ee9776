import { as, board, people, process, World } from '../cases/world.fixture.js';
import { isRefusal } from '../core/refusal.js';
import type { MeetingEvent } from './events.js';
import { evolveMeeting } from './evolve-meeting.js';
import { keepMeeting } from './invitations.js';
import { notificationsOfMeeting } from './notifications.js';
import { votersAt } from './quorum.js';
import { meetingProcess } from './process.js';
import type { MeetingState } from './state.js';

const planned = (startsAt = '2026-12-17T10:00:00.000Z', now = '2026-12-01T08:00:00.000Z', extraordinary = false): World => {
  const world = new World(now);
  expect(world.meet('planMeeting', 'm', { number: 'M-1', boardId: 'bone-sarcoma', startsAt, zone: 'Asia/Almaty', minutes: 90, place: 'Video', ...(extraordinary ? { extraordinary } : {}) }, as('he', world.now))).toBeNull();
  return world;
};
const meetingOf = (world: World): MeetingState => {
  const found = world.meetings.get('m');
  if (found === undefined) throw new Error('no meeting');
  return found;
};
/** What the process makes of a meeting that was stored: its events, or the code of the refusal. */
const kept = (world: World, meeting: MeetingState, now: string) => {
  const decided = keepMeeting.decide(meeting, {}, { now, board, people, calendars: world.calendars } as Parameters<typeof keepMeeting.decide>[2], undefined);
  return isRefusal(decided) ? decided.code : decided;
};

describe('who is invited', () => {
  it('is the board at planning, and then whom somebody adds or takes off: SEQUENCE rises with each change that a calendar must see (H17)', () => {
    const world = planned();
    expect(meetingOf(world).invited).toEqual(expect.arrayContaining(['wang', 'dana', 'levi']));
    expect(meetingOf(world).sequence).toBeUndefined();
    world.meet('moveMeeting', 'm', { startsAt: '2026-12-24T10:00:00.000Z' }, as('he', world.now));
    world.meet('moveMeeting', 'm', { startsAt: '2026-12-25T05:00:00.000Z' }, as('he', world.now));
    expect(meetingOf(world).sequence).toBe(2);
    expect(world.meet('inviteToMeeting', 'm', { personId: 'asel', as: 'expert' }, as('he', world.now))).toBeNull();
    expect([meetingOf(world).sequence, meetingOf(world).guests]).toEqual([2, [{ personId: 'asel', as: 'expert' }]]);
    expect(world.meet('withdrawInvitation', 'm', { personId: 'serik' }, as('he', world.now))).toBeNull();
    expect(meetingOf(world).sequence).toBe(3);
    expect(world.meet('cancelMeeting', 'm', { because: 'other' }, as('he', world.now))).toBeNull();
    expect(meetingOf(world).sequence).toBe(4);
  });
  it('is refused for who is invited already, a guest who sits on the board, a member who does not, and by who does not run the meeting', () => {
    const world = planned();
    const invite = (personId: string, how: 'member' | 'expert' | 'trainee', by = 'he') => world.meet('inviteToMeeting', 'm', { personId, as: how }, as(by, world.now));
    expect(invite('wang', 'member')).toMatchObject({ code: 'MEETING.INVITED_ALREADY' });
    expect(invite('asel', 'member')).toMatchObject({ code: 'MEETING.NOT_OF_THIS_BOARD' });
    expect(invite('nobody', 'expert')).toMatchObject({ code: 'PERSON.UNKNOWN' });
    expect(invite('asel', 'trainee', 'aliya')).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    world.meet('withdrawInvitation', 'm', { personId: 'levi' }, as('he', world.now));
    expect(invite('levi', 'expert')).toMatchObject({ code: 'MEETING.A_MEMBER' });
    expect(world.meet('withdrawInvitation', 'm', { personId: 'levi' }, as('he', world.now))).toMatchObject({ code: 'MEETING.NOT_INVITED' });
  });
  it('is told of no move where the time was given to the second, though a wall time has none', () => {
    const world = planned('2026-12-17T10:00:34.120Z');
    expect(kept(world, meetingOf(world), world.now)).toBe('MEETING.AS_MEANT');
  });
  it('stays left out until somebody invites again; who leaves the board is let go, who joins is asked', () => {
    const world = planned();
    world.meet('withdrawInvitation', 'm', { personId: 'levi' }, as('he', world.now));
    expect(kept(world, meetingOf(world), world.now)).toBe('MEETING.AS_MEANT');
    const before = { ...meetingOf(world), invited: [...(meetingOf(world).invited ?? []).filter((id) => id !== 'xu'), 'gone'] };
    expect(kept(world, before, world.now)).toEqual([{ type: 'InvitationWithdrawn', version: 1, data: { personIds: ['gone'], by: null } }, { type: 'PeopleInvited', version: 1, data: { personIds: ['xu'] } }]);
    expect(world.meet('inviteToMeeting', 'm', { personId: 'levi', as: 'member' }, as('he', world.now))).toBeNull();
    expect(meetingOf(world)).toMatchObject({ leftOut: [] });
  });
  it('answers as a member does, and a guest is never counted', () => {
    const world = planned();
    world.meet('inviteToMeeting', 'm', { personId: 'asel', as: 'trainee' }, as('he', world.now));
    expect(world.meet('answerInvitation', 'm', { personId: 'asel', answer: 'byVideo' }, as('asel', world.now))).toBeNull();
    expect(world.meet('answerInvitation', 'm', { personId: 'tang', answer: 'coming' }, as('tang', world.now))).toMatchObject({ code: 'MEETING.NOT_INVITED' });
    world.meet('inviteToMeeting', 'm', { personId: 'asanov', as: 'expert' }, as('he', world.now));
    world.meet('openMeeting', 'm', { chairId: 'wang', scribeId: null }, as('he', world.now));
    const come = (discipline: 'surgery' | 'medicalOncology') => world.meet('recordAttendance', 'm', { personId: 'asanov', discipline, institutionId: 'bishkek', how: 'byVideo', substituteFor: null }, as('asanov', world.now));
    expect(come('surgery')).toMatchObject({ code: 'MEETING.NOT_THEIR_DISCIPLINE' });
    expect(come('medicalOncology')).toBeNull();
    expect(meetingOf(world).attendance).toMatchObject([{ personId: 'asanov', as: 'expert' }]);
    expect(votersAt(meetingOf(world).attendance, world.now, [])).toEqual([]);
  });
});

describe('who is told', () => {
  const told = (happened: MeetingEvent, meeting: MeetingState, before: MeetingState | null = null) => notificationsOfMeeting(happened, meeting, people, before);
  it('is everybody invited, with the number that their calendars go by, and what the time was before', () => {
    const world = planned();
    const before = meetingOf(world);
    world.meet('moveMeeting', 'm', { startsAt: '2026-12-24T10:00:00.000Z' }, as('he', world.now));
    const moved = told({ type: 'MeetingMoved', version: 1, data: { startsAt: '', freezeAt: '', cutAt: '' } }, meetingOf(world), before);
    expect(moved.map(({ personId }) => personId)).toEqual(before.invited);
    expect(moved[0]).toMatchObject({ kind: 'meetingMoved', params: { sequence: 1, startsAt: '2026-12-24T10:00:00.000Z', was: '2026-12-17T10:00:00.000Z' } });
  });
  it('gets what a series plans as a calendar file alone, and an extraordinary meeting in the product as well', () => {
    const event = { type: 'PeopleInvited', version: 1, data: { personIds: ['wang'] } } as const;
    expect(told(event, { ...meetingOf(planned()), slot: { series: null, date: '2026-12-17' } })[0]).toMatchObject({ mailOnly: true });
    const [urgent] = told(event, meetingOf(planned('2026-12-01T11:00:00.000Z', undefined, true)));
    expect(urgent).toMatchObject({ params: { extraordinary: true } });
    expect(urgent).not.toHaveProperty('mailOnly');
  });
});

describe('a sitting whose zone changes its rules (H16)', () => {
  /** As planned before Kazakhstan's decree was known: Astana still counted UTC+6. */
  const old: MeetingState = (() => {
    const world = planned('2024-03-05T08:00:00.000Z', '2024-01-20T04:00:00.000Z');
    return { ...meetingOf(world), startsAt: '2024-03-05T08:00:00.000Z', wallTime: '2024-03-05T14:00' };
  })();
  it('keeps its wall time, and everybody is told', () => {
    const world = planned();
    const events = kept(world, old, '2024-02-01T04:00:00.000Z');
    if (typeof events === 'string') throw new Error(events);
    expect(events[0]).toMatchObject({ type: 'MeetingMoved', data: { startsAt: '2024-03-05T09:00:00.000Z', wallTime: '2024-03-05T14:00', because: 'timeZoneRules' } });
    const [first] = events;
    const after = first === undefined ? null : evolveMeeting(old, first, '2024-02-01T04:00:00.000Z', 'x');
    expect(after).toMatchObject({ sequence: 1, startsAt: '2024-03-05T09:00:00.000Z' });
    expect(after).not.toHaveProperty('because');
    expect(kept(world, after ?? old, '2024-02-01T04:00:00.000Z')).toBe('MEETING.AS_MEANT');
  });
  it('is left alone where its wall time stands, where it was never kept, and once it is over', () => {
    const world = planned();
    const { wallTime: _none, ...older } = old;
    expect(kept(world, older, '2024-02-01T04:00:00.000Z')).toBe('MEETING.AS_MEANT');
    expect(kept(world, { ...old, status: 'closed' }, '2024-02-01T04:00:00.000Z')).toBe('MEETING.WRONG_STATUS');
    expect(meetingOf(world).wallTime).toBe('2026-12-17T15:00');
  });
});

describe('a sitting on short notice', () => {
  it('has no mark in the past: files are looked at now, the cut and the one look at the quorum come half-way', () => {
    const world = planned('2026-12-01T11:00:00.000Z', '2026-12-01T08:00:00.000Z');
    expect(meetingOf(world)).toMatchObject({ freezeAt: '2026-12-01T08:00:00.000Z', cutAt: '2026-12-01T09:30:00.000Z' });
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meetingOf(world)).toMatchObject({ status: 'frozen', cutDoneAt: null, quorumLook: 'none' });
  });
  it('that is extraordinary loses no case for its file, looks at the quorum once, and has nothing left to do', () => {
    const world = planned('2026-12-01T11:00:00.000Z', '2026-12-01T08:00:00.000Z', true);
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meetingProcess.nextDue(meetingOf(world))?.what).toBe('meeting.quorum');
    world.now = meetingOf(world).quorumAt;
    expect(world.meet('runDue', 'm', { dueAt: world.now }, process)).toBeNull();
    expect(meetingOf(world)).toMatchObject({ quorumLook: 'last', cutDoneAt: null, owes: [] });
    expect(meetingProcess.nextDue(meetingOf(world))).toBeNull();
  });
});

describe('a sitting of a series', () => {
  it('is planned by the process on the day that the series\' rule gives, or not at all', () => {
    const world = new World('2026-09-20T03:00:00.000Z');
    const put = (onHostHoliday?: 'previousWorkingDay') => {
      const definition = { ...board, series: { ...board.series, ...(onHostHoliday === undefined ? {} : { onHostHoliday }) } };
      return world.meetOn(definition, 'planMeeting', `m-${onHostHoliday ?? ''}`, { number: 'M', boardId: 'bone-sarcoma', startsAt: '2026-10-01T07:00:00.000Z', zone: 'Asia/Shanghai', minutes: 90, place: 'x', slot: { series: null, date: '2026-10-01' } }, process);
    };
    expect(put()).toMatchObject({ code: 'MEETING.HOST_HOLIDAY' });
    expect(put('previousWorkingDay')).toBeNull();
    expect(world.meetings.get('m-previousWorkingDay')).toMatchObject({ startsAt: '2026-09-30T07:00:00.000Z', wallTime: '2026-09-30T15:00', slot: { date: '2026-10-01' } });
  });
});
