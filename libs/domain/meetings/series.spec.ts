import { calendars } from '../cases/world.fixture.js';
import type { MeetingSeries } from '../boards/definition.js';
import { dateOfSlot, fileDatesOf, instantOf, nextSittings, nextSlots, sameWallTime, seriesOf, slotName } from './series.js';

const shanghai: MeetingSeries = { weekday: 4, localTime: '15:00', zone: 'Asia/Shanghai', minutes: 90, place: 'Room 3' };
const telAviv: MeetingSeries = { weekday: 4, localTime: '10:00', zone: 'Asia/Jerusalem', minutes: 60, place: 'Video' };
const clock = (at: string, zone: string): string => new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', weekday: 'short' }).format(new Date(at)).replace(',', '');

describe('the next sittings of a weekly series (P33)', () => {
  it('keep the host\'s wall time: Shanghai stays, Tel Aviv sees 10:00, then 09:00', () => {
    const [first, second] = nextSittings(shanghai, '2026-10-17T00:00:00.000Z', 2, 'shanghai', calendars);
    expect([first?.startsAt, second?.startsAt]).toEqual(['2026-10-22T07:00:00.000Z', '2026-10-29T07:00:00.000Z']);
    expect([first, second].map((one) => clock(one?.startsAt ?? '', 'Asia/Jerusalem'))).toEqual(['Thu 10:00', 'Thu 09:00']);
    expect([first, second].map((one) => clock(one?.startsAt ?? '', 'Asia/Almaty'))).toEqual(['Thu 12:00', 'Thu 12:00']);
  });
  it('keep the host\'s wall time over its own change: Tel Aviv at 10:00 is 07:00Z, then 08:00Z', () => {
    const sittings = nextSittings(telAviv, '2026-10-17T00:00:00.000Z', 2, 'telaviv', calendars);
    expect(sittings.map(({ startsAt }) => startsAt)).toEqual(['2026-10-22T07:00:00.000Z', '2026-10-29T08:00:00.000Z']);
    expect(sittings.map(({ startsAt }) => clock(startsAt, 'Asia/Shanghai'))).toEqual(['Thu 15:00', 'Thu 16:00']);
  });
  it('mark a sitting on National Day as a day off of the host', () => {
    expect(nextSittings(shanghai, '2026-09-30T00:00:00.000Z', 2, 'shanghai', calendars).map(({ slot, onHoliday }) => [slot, onHoliday])).toEqual([['2026-10-01', true], ['2026-10-08', false]]);
  });
  it('begin after the instant asked for, on the same day too', () => {
    expect(nextSittings(shanghai, '2026-10-22T06:59:59.999Z', 1, 'shanghai', calendars)[0]?.slot).toBe('2026-10-22');
    expect(nextSittings(shanghai, '2026-10-22T07:00:00.000Z', 1, 'shanghai', calendars)[0]?.slot).toBe('2026-10-29');
  });
});

describe('the rhythm of a series', () => {
  const after = '2026-10-17T00:00:00.000Z';
  it('is every second week from a week in which it sits, before and after it, and over a change of the clock', () => {
    expect(nextSlots({ ...telAviv, rhythm: { every: 'twoWeeks', from: '2026-10-22' } }, after, 3)).toEqual(['2026-10-22', '2026-11-05', '2026-11-19']);
    expect(nextSlots({ ...telAviv, rhythm: { every: 'twoWeeks', from: '2027-01-07' } }, after, 3)).toEqual(['2026-10-29', '2026-11-12', '2026-11-26']);
  });
  it('is the first Tuesday, or the last Friday, of each month', () => {
    expect(nextSlots({ ...shanghai, weekday: 2, rhythm: { every: 'month', nth: 1 } }, after, 3)).toEqual(['2026-11-03', '2026-12-01', '2027-01-05']);
    expect(nextSlots({ ...shanghai, weekday: 5, rhythm: { every: 'month', nth: 'last' } }, after, 3)).toEqual(['2026-10-30', '2026-11-27', '2026-12-25']);
    expect(nextSlots({ ...shanghai, weekday: 1, rhythm: { every: 'month', nth: 4 } }, after, 2)).toEqual(['2026-10-26', '2026-11-23']);
  });
  it('belongs to each of a board\'s series by itself, under names that no two slots share', () => {
    const board = { series: shanghai, furtherSeries: [{ ...shanghai, name: 'urgent', localTime: '08:00' }] };
    expect(seriesOf(board).map(({ name, series }) => slotName('b', nextSlots(series, after, 1)[0] ?? '', name))).toEqual(['b:2026-10-22', 'b:urgent:2026-10-22']);
  });
});

describe('a sitting that falls on a day off of the host', () => {
  const heldOn = (onHostHoliday: MeetingSeries['onHostHoliday'], slot: string, series = shanghai) => dateOfSlot({ ...series, ...(onHostHoliday === undefined ? {} : { onHostHoliday }) }, slot, 'shanghai', calendars);
  it('waits for somebody to confirm it, or is not held', () => {
    expect([heldOn(undefined, '2026-10-01'), heldOn('confirm', '2026-10-01'), heldOn('skip', '2026-10-01')]).toEqual([null, null, null]);
    expect(heldOn('skip', '2026-10-22')).toBe('2026-10-22');
  });
  it('is held on the working day before, or after, within its own week: never onto the next date of the series', () => {
    expect(heldOn('previousWorkingDay', '2026-10-01')).toBe('2026-09-30');
    // National Day lasts until Wednesday, and on Thursday 8 October the board sits anyway
    expect(heldOn('nextWorkingDay', '2026-10-01')).toBeNull();
    expect(heldOn('nextWorkingDay', '2026-06-19', { ...shanghai, weekday: 5 })).toBe('2026-06-22');
    expect(heldOn('nextWorkingDay', '2026-10-01', { ...shanghai, rhythm: { every: 'twoWeeks', from: '2026-10-01' } })).toBe('2026-10-08');
  });
  it('may move onto a weekend day that is worked for it: Spring Festival of 2026 and Saturday 28 February', () => {
    expect(heldOn('previousWorkingDay', '2026-02-20', { ...shanghai, weekday: 5 })).toBe('2026-02-14');
  });
});

describe('wall time', () => {
  it('is kept by a postponement over summer time (H16): Thursday 25 March 2027 14:00 in Jerusalem', () => {
    const before = instantOf('2027-03-25', '14:00', 'Asia/Jerusalem');
    expect(before).toBe('2027-03-25T12:00:00.000Z');
    expect(sameWallTime(before, 'Asia/Jerusalem', 1)).toBe('2027-04-01T11:00:00.000Z');
  });
  it('follows Kazakhstan\'s change of zone (H16): 14:00 in Shanghai is 12:00 in Astana in February 2024, 11:00 in March', () => {
    expect(['2024-02-04', '2024-03-03'].map((date) => clock(instantOf(date, '14:00', 'Asia/Shanghai'), 'Asia/Almaty'))).toEqual(['Sun 12:00', 'Sun 11:00']);
  });
  it('refuses to make an instant of what is no time', () => {
    expect(() => instantOf('2026-02-30', '14:00', 'Asia/Shanghai')).toThrow(RangeError);
  });
});

describe('freeze, cut and the last look at the quorum', () => {
  it('are 48, 24 and 2 hours before, or at the lunch hour before that, where the host works then', () => {
    expect(fileDatesOf('2026-10-22T07:00:00.000Z', 'shanghai', calendars)).toEqual({ freezeAt: '2026-10-20T07:00:00.000Z', cutAt: '2026-10-21T07:00:00.000Z', quorumAt: '2026-10-22T04:00:00.000Z' });
  });
  it('go back to the host\'s last working hour: a Monday sitting is cut on Friday', () => {
    expect(fileDatesOf('2026-10-26T07:00:00.000Z', 'shanghai', calendars)).toEqual({ freezeAt: '2026-10-23T09:30:00.000Z', cutAt: '2026-10-23T09:30:00.000Z', quorumAt: '2026-10-26T04:00:00.000Z' });
  });
  it('go back before a week of holidays: a sitting on 8 October 2026 is frozen on 30 September', () => {
    expect(fileDatesOf('2026-10-08T07:00:00.000Z', 'shanghai', calendars)).toEqual({ freezeAt: '2026-09-30T09:30:00.000Z', cutAt: '2026-09-30T09:30:00.000Z', quorumAt: '2026-10-08T04:00:00.000Z' });
  });
});
