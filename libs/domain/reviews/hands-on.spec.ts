import { handsOnMinutes, handsOnMs } from './hands-on.js';

describe('how long a review is worked on', () => {
  it('counts from having it to signing it, a long silence five minutes at most', () => {
    // claimed in the evening; typed next morning for six minutes, a call of an hour, two minutes more
    const saves = ['2026-12-02T08:00:00.000Z', '2026-12-02T08:03:00.000Z', '2026-12-02T08:06:00.000Z', '2026-12-02T09:06:00.000Z'];
    expect(handsOnMs('2026-12-01T17:00:00.000Z', saves, '2026-12-02T09:08:00.000Z')).toBe((5 + 3 + 3 + 5 + 2) * 60_000);
  });

  it('says nothing where nothing was typed, or all within a minute', () => {
    expect(handsOnMs('2026-12-01T17:00:00.000Z', [], '2026-12-01T17:30:00.000Z')).toBeNull();
    expect(handsOnMs('2026-12-01T17:00:00.000Z', ['2026-12-01T17:00:10.000Z'], '2026-12-01T17:00:50.000Z')).toBeNull();
  });

  it('is what was measured from five on, before that what is assumed; minutes are rounded up', () => {
    expect(handsOnMinutes('imagingReview', null)).toBe(8);
    expect(handsOnMinutes('imagingReview', { samples: 4, medianMs: 60_000 })).toBe(8);
    expect(handsOnMinutes('imagingReview', { samples: 5, medianMs: 241_000 })).toBe(5);
  });
});
