import { filtersIn, minutesLeft, untilIn, withFilters } from './filters.js';

const of = (address: string) => filtersIn(new URLSearchParams(address));

describe('the inbox\'s filters in the address', () => {
  it('come out as they went in', () => {
    const address = withFilters(withFilters(new URLSearchParams(), { show: 'today', task: 't-1' }), { kind: 'imagingReview', urgency: 'urgent', minutes: '8', task: null });
    expect(address.toString()).toBe('show=today&kind=imagingReview&urgency=urgent&minutes=8');
    expect(filtersIn(address)).toEqual({ shown: 'today', kind: 'imagingReview', urgency: 'urgent', minutes: '8' });
  });

  it('are gone when they are taken out, and everything of one\'s own is no filter', () => {
    expect(withFilters(new URLSearchParams('show=today&kind=sign&minutes=8'), { show: 'mine', kind: null, minutes: null }).toString()).toBe('');
    expect(of('')).toEqual({ shown: 'mine', kind: null, urgency: null, minutes: null });
  });

  it('that mean nothing are left out', () => {
    expect(of('show=snoozed&kind=coffee&urgency=soon&minutes=0')).toEqual({ shown: 'mine', kind: null, urgency: null, minutes: null });
    expect([of('minutes=121').minutes, of('minutes=120').minutes, of('minutes=7').minutes, of('minutes=8.5').minutes]).toEqual([null, '120', '7', null]);
  });
});

describe('the minutes that somebody has', () => {
  it('grow fewer from task to task, and never less than none', () => {
    const now = Date.parse('2026-12-01T09:00:00.000Z');
    const until = untilIn('8', now);
    expect([minutesLeft(until, now), minutesLeft(until, now + 150_000), minutesLeft(until, now + 3_600_000)]).toEqual([8, 5, 0]);
  });
  it('are nobody\'s where no end is said', () => expect([minutesLeft(null, 0), minutesLeft('soon', 0)]).toEqual([null, null]));
});
