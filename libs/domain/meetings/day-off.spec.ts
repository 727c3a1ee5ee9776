import { as, board, calendarsWith, hospitals, people, process, World } from '../cases/world.fixture.js';
import { isRefusal } from '../core/refusal.js';
import type { MeetingSeries } from '../boards/definition.js';
import type { AgendaCase } from '../core/context.js';
import type { DayRule } from '../time/calendar.js';
import { keepMeeting } from './invitations.js';
import { notificationsOfMeeting } from './notifications.js';
import type { MeetingState } from './state.js';

const off: DayRule = { kind: 'off', reason: 'Day of mourning', source: 'decree', status: 'official' };
/** Thursday 12 November 2026, 15:00 in Shanghai, planned by the series on 2 November. */
const date = '2026-11-12';
const startsAt = `${date}T07:00:00.000Z`;
const planned = (onHostHoliday?: MeetingSeries['onHostHoliday']): World => {
  const world = new World('2026-11-02T03:00:00.000Z');
  expect(world.meetOn(withRule(onHostHoliday), 'planMeeting', 'm', { number: 'M-1', boardId: 'bone-sarcoma', startsAt, zone: 'Asia/Shanghai', minutes: 90, place: 'Video', slot: { series: null, date } }, process)).toBeNull();
  return world;
};
const withRule = (onHostHoliday?: MeetingSeries['onHostHoliday']) => ({ ...board, series: { ...board.series, ...(onHostHoliday === undefined ? {} : { onHostHoliday }) } });
/** A calendar is published in which the day is off. */
const publish = (world: World, ...off_: readonly (keyof typeof hospitals)[]): void => {
  world.calendars = calendarsWith({ calendars: Object.fromEntries(off_.map((id) => [id, { ...hospitals[id], version: 2, days: { ...hospitals[id].days, [date]: off } }])) });
};
const meetingOf = (world: World): MeetingState => {
  const found = world.meetings.get('m');
  if (found === undefined) throw new Error('no meeting');
  return found;
};
const keep = (world: World, rule?: MeetingSeries['onHostHoliday']) => world.meetOn(withRule(rule), 'keepMeeting', 'm', {}, process);
const acrossTheBorder: AgendaCase = { caseId: 'c', missing: [], conflicts: [], sides: ['astana', 'shanghai'], hardness: 0 };
const found = (world: World, agenda: readonly AgendaCase[]) => {
  const decided = keepMeeting.decide(meetingOf(world), {}, { now: world.now, board, people, calendars: world.calendars, agenda } as unknown as Parameters<typeof keepMeeting.decide>[2], undefined);
  return isRefusal(decided) ? decided.code : decided.map(({ data }) => data);
};

describe('a day off of the host that is published after a sitting was planned', () => {
  it.each([
    ['confirm' as const, null], ['skip' as const, { does: 'leaveOut' }],
    ['nextWorkingDay' as const, { does: 'move', startsAt: '2026-11-13T07:00:00.000Z' }], ['previousWorkingDay' as const, { does: 'move', startsAt: '2026-11-11T07:00:00.000Z' }],
  ])('moves nothing by itself: with the rule %s it is told with what the rule would do', (rule, byRule) => {
    const world = planned(rule);
    expect(keep(world, rule)).toMatchObject({ code: 'MEETING.AS_MEANT' });
    publish(world, 'shanghai');
    expect(keep(world, rule)).toBeNull();
    expect(meetingOf(world)).toMatchObject({ startsAt, status: 'planned', dayOff: { institutionIds: ['shanghai'], byRule, again: false } });
    expect(keep(world, rule)).toMatchObject({ code: 'MEETING.AS_MEANT' });
  });
  it('asks those who can move it, and no rule speaks once somebody chose the date by hand', () => {
    const world = planned('nextWorkingDay');
    world.meet('moveMeeting', 'm', { startsAt: '2026-11-10T07:00:00.000Z' }, as('he', world.now));
    world.meet('moveMeeting', 'm', { startsAt: '2026-11-19T07:00:00.000Z' }, as('he', world.now));
    world.calendars = calendarsWith({ calendars: { shanghai: { ...hospitals.shanghai, version: 2, days: { ...hospitals.shanghai.days, '2026-11-19': off } } } });
    expect(keep(world, 'nextWorkingDay')).toBeNull();
    expect(meetingOf(world).dayOff).toMatchObject({ byRule: null });
    const told = notificationsOfMeeting({ type: 'DayOffFound', version: 1, data: { institutionIds: ['shanghai'], byRule: null, again: false } }, meetingOf(world), people);
    expect(told.map(({ personId, kind, as: because }) => [personId, kind, because])).toEqual(['wang', 'sun', 'he'].map((id) => [id, 'meetingOnDayOff', 'runsMeetings']));
  });
  it('is asked again in the last week, once; nobody is asked who has said that it stays', () => {
    const world = planned();
    publish(world, 'shanghai');
    keep(world);
    world.now = '2026-11-04T03:00:00.000Z';
    expect(keep(world)).toMatchObject({ code: 'MEETING.AS_MEANT' });
    world.now = '2026-11-06T03:00:00.000Z';
    expect(keep(world)).toBeNull();
    expect(meetingOf(world).dayOff).toMatchObject({ again: true, at: '2026-11-02T03:00:00.000Z' });
    world.now = '2026-11-08T03:00:00.000Z';
    expect(keep(world)).toMatchObject({ code: 'MEETING.AS_MEANT' });
    expect(world.meet('confirmDate', 'm', {}, as('aliya', world.now))).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    expect(world.meet('confirmDate', 'm', {}, as('he', world.now))).toBeNull();
    expect(world.meet('confirmDate', 'm', {}, as('he', world.now))).toMatchObject({ code: 'MEETING.NO_DAY_OFF' });
    expect(keep(world)).toMatchObject({ code: 'MEETING.AS_MEANT' });
    expect(meetingOf(world)).toMatchObject({ dayOff: null, startsAt });
  });
  it('is over when the sitting moves, and when the calendar takes the day back', () => {
    const world = planned();
    publish(world, 'shanghai');
    keep(world);
    publish(world);
    expect(keep(world)).toBeNull();
    expect(meetingOf(world)).toMatchObject({ dayOff: null, daysOffKnown: [] });
    publish(world, 'shanghai');
    expect(keep(world)).toBeNull();
    expect(world.meet('moveMeeting', 'm', { startsAt: '2026-11-13T07:00:00.000Z' }, as('he', world.now))).toBeNull();
    expect(meetingOf(world)).toMatchObject({ dayOff: null });
    expect(keep(world)).toMatchObject({ code: 'MEETING.AS_MEANT' });
  });
  it('was known where somebody confirmed such a date, and says nothing of an emergency', () => {
    const world = new World('2026-11-02T03:00:00.000Z');
    publish(world, 'shanghai');
    const plan = (id: string, more = {}) => world.meet('planMeeting', id, { number: 'M', boardId: 'bone-sarcoma', startsAt, zone: 'Asia/Shanghai', minutes: 90, place: 'Video', ...more }, as('he', world.now));
    expect(plan('m')).toBeNull();
    expect(meetingOf(world).daysOffKnown).toEqual(['shanghai']);
    expect(keep(world)).toMatchObject({ code: 'MEETING.AS_MEANT' });
    publish(world);
    expect(plan('e', { extraordinary: true })).toBeNull();
    publish(world, 'shanghai');
    expect(world.meet('keepMeeting', 'e', {}, process)).toMatchObject({ code: 'MEETING.AS_MEANT' });
  });
});

describe('a day off of a partner', () => {
  it('is told where a case could not be decided without its people, and not where they are not needed', () => {
    const world = planned();
    publish(world, 'astana', 'telaviv');
    expect(found(world, [])).toBe('MEETING.AS_MEANT');
    expect(found(world, [acrossTheBorder])).toEqual([{ institutionIds: ['astana'], byRule: null, again: false }]);
  });
});
