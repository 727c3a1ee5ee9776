import { SHIPPED_CALENDARS, type Deadline } from '#domain';
import type { Directory } from './directory.js';
import { leftMs, workContext } from './due.js';

const directory = {
  people: new Map(), boards: new Map(), calendars: new Map(SHIPPED_CALENDARS.map((calendar) => [calendar.id, calendar])),
  institutions: new Map([['shanghai', { id: 'shanghai', code: 'shanghai', name: {}, zone: 'Asia/Shanghai', country: 'CN', calendarId: 'shanghai' }]]),
} as Directory;
const deadline = (calendarId: string): Deadline => ({ startedAt: '2026-12-14T05:00:00.000Z', ladder: 'imagingReview', allowance: { amount: 40, unit: 'workingHours' }, dueAt: '2026-12-18T05:00:00.000Z', marks: [], calendarId, calendarVersion: 1, provisional: [] });

describe('the time that is left of a deadline', () => {
  it('is counted by the calendar that the deadline was counted with: a task of Shanghai that somebody in Astana has skips Independence Day', () => {
    const left = (calendarId: string): number => leftMs(deadline(calendarId), '2026-12-15T13:00:00.000Z', workContext(directory, { institutionId: 'shanghai', calendarId, ownerId: null, pauses: [] }));
    const [here, there] = [left('shanghai'), left('astana')];
    expect(there).toBeLessThan(here);
    expect(left('a calendar that is gone')).toBe(here);
  });
});
