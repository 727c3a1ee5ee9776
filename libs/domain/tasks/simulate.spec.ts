import { calendarsWith } from '../cases/world.fixture.js';
import { board } from '../cases/world.fixture.js';
import { BISHKEK } from '../calendars/shipped-calendars.js';
import { simulate } from './simulate.js';

/* The sentence of the design: "an urgent imaging review offered in Bishkek on Fri 19 March 2027 16:40". */
const ladder = board.ladders['imagingReview.urgent'];
if (ladder === undefined) throw new Error('no ladder');
const { marks, calendarId, startedAt } = simulate('2027-03-19T10:40:00.000Z', ladder, { institutionId: 'bishkek', personId: null }, calendarsWith({}), { calendar: BISHKEK, unreviewedYears: 'plain-week' });
const told = marks.map(({ name, at, spans }) => [name, at, spans.map((span) => (span.kind === 'counted' ? `${span.fromDate} ${span.milliseconds / 3_600_000}` : `${span.fromDate}..${span.toDate} ${span.reason.kind}${'label' in span.reason ? ` ${span.reason.label ?? ''}` : ''}`))]);

describe('the simulator', () => {
  it('shows each mark with every hour since the one before, counted or skipped and why', () => {
    expect([calendarId, startedAt]).toEqual(['bishkek', '2027-03-19T10:40:00.000Z']);
    expect(told).toEqual([
      ['half', '2027-03-22T10:40:00.000Z', ['2027-03-19 1.3333333333333333', '2027-03-19..2027-03-19 outside-hours', '2027-03-20..2027-03-20 weekend', '2027-03-21..2027-03-21 day-off Nooruz', '2027-03-22..2027-03-22 outside-hours', '2027-03-22 4', '2027-03-22..2027-03-22 outside-hours', '2027-03-22 2.6666666666666665']],
      ['most', '2027-03-23T06:28:00.000Z', ['2027-03-22 1.3333333333333333', '2027-03-22..2027-03-23 outside-hours', '2027-03-23 3.466666666666667']],
      ['due', '2027-03-23T10:40:00.000Z', ['2027-03-23 0.5333333333333333', '2027-03-23..2027-03-23 outside-hours', '2027-03-23 2.6666666666666665']],
      ['later', '2027-03-26T10:40:00.000Z', expect.any(Array)],
    ]);
  });

  it('adds up to the allowance, whatever was skipped', () => {
    const counted = marks.slice(0, 3).flatMap(({ spans }) => spans).reduce((sum, span) => sum + (span.kind === 'counted' ? span.milliseconds : 0), 0);
    expect(counted).toBe(16 * 3_600_000);
  });

  it('is by the clock where the allowance is', () => {
    const emergency = board.ladders['imagingReview.emergency'];
    if (emergency === undefined) throw new Error('no ladder');
    const night = simulate('2027-03-19T18:00:00.000Z', emergency, { institutionId: 'bishkek', personId: null }, calendarsWith({}), { calendar: BISHKEK });
    expect(night.marks.map(({ at }) => at.slice(11, 16))).toEqual(['19:00', '20:00', '22:00', '00:00']);
    expect(night.marks.flatMap(({ spans }) => spans.map(({ kind }) => kind))).toEqual(['counted', 'counted', 'counted', 'counted']);
  });
});
