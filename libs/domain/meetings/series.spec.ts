import { calendars } from '../cases/world.fixture.js';
import type { MeetingSeries } from '../boards/definition.js';
import { fileDatesOf, instantOf, nextSittings, sameWallTime } from './series.js';

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
