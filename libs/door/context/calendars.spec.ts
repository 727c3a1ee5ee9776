import { SHIPPED_CALENDARS, type Calendar, type Ladder } from '#domain';
import { calendarsOver } from './calendars.js';
import { peopleAt, type Directory, type PersonEntry } from './directory.js';

const hospital = 'h1';
const empty: Calendar = { id: 'empty', version: 3, zone: 'Asia/Almaty', week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] }, days: {}, reviewedYears: [{ year: 2026, status: 'official', source: 'test' }] };
const someone = (leave: PersonEntry['leave']): PersonEntry => ({ id: 'p1', name: 'P', active: true, zone: 'Asia/Almaty', substituteId: null, substitutes: [], leave, posts: [{ institutionId: hospital, role: 'specialist', discipline: 'radiology' }] });
const directory = (calendarId: string, leave: PersonEntry['leave'] = []): Directory => ({
  people: new Map([['p1', someone(leave)]]), institutions: new Map([[hospital, { id: hospital, zone: 'Asia/Almaty', calendarId }]]),
  calendars: new Map([...SHIPPED_CALENDARS, empty].map((calendar) => [calendar.id, calendar])), boardVersions: new Map(),
});
const ladder: Ladder = {
  allowance: { amount: 16, unit: 'workingHours' },
  rungs: [{ name: 'half', kind: 'remind', fraction: 0.5, tells: ['owner'] }, { name: 'due', kind: 'escalate', fraction: 1, tells: ['owner'] }, { name: 'later', kind: 'escalate', fraction: 1, plus: { amount: 24, unit: 'workingHours' }, tells: ['head'] }],
};
const marks = (from: Directory, start: string, personId: string | null = null) => calendarsOver(from).marks(start, ladder, { institutionId: hospital, personId }, []);

describe('marks of a ladder', () => {
  it('count the institution\'s working time over a weekend', () => {
    // Friday 09:00 in Astana, eight working hours a day
    expect(marks(directory('astana'), '2026-11-27T04:00:00.000Z')).toEqual({
      marks: [{ name: 'half', at: '2026-11-27T13:00:00.000Z' }, { name: 'due', at: '2026-11-30T13:00:00.000Z' }, { name: 'later', at: '2026-12-03T13:00:00.000Z' }],
      calendarId: 'astana', calendarVersion: 1, timeZoneData: process.versions.tz, provisional: [],
    });
  });

  it('leave the owner\'s leave out', () => {
    const leave = [{ kind: 'dates', from: '2026-11-30', to: '2026-12-01', label: 'leave' }] as const;
    expect(marks(directory('astana', leave), '2026-11-27T04:00:00.000Z', 'p1').marks[1]?.at).toBe('2026-12-02T13:00:00.000Z');
  });

  it('in a year that nobody reviewed are given and say so', () => {
    expect(marks(directory('astana'), '2025-06-06T04:00:00.000Z').provisional).toEqual(['yearNotReviewed:2025']);
  });

  it('under endless leave go on without it, on an empty calendar by the clock: never without a date', () => {
    const endless = marks(directory('astana', [{ kind: 'dates', from: '2026-01-01', to: '9999-12-31', label: 'leave' }]), '2026-11-27T04:00:00.000Z', 'p1');
    expect([endless.marks[1]?.at, endless.provisional[0]]).toEqual(['2026-11-30T13:00:00.000Z', 'leaveIgnored:TIME.NO_WORKING_TIME']);
    const byClock = marks(directory('empty'), '2026-11-27T04:00:00.000Z');
    expect([byClock.marks[1]?.at, byClock.provisional[0]]).toEqual(['2026-11-27T20:00:00.000Z', 'clockTime:TIME.NO_WORKING_TIME']);
  });
});

describe('people', () => {
  it('are away by the date of their own zone', () => {
    const leave = [{ kind: 'dates', from: '2026-11-27', to: '2026-11-27', label: 'leave' }] as const;
    const away = (now: string): boolean | undefined => peopleAt(directory('astana', leave), now).byId('p1')?.away;
    expect([away('2026-11-26T18:59:59.000Z'), away('2026-11-26T19:00:00.000Z'), away('2026-11-27T18:59:59.000Z'), away('2026-11-27T19:00:00.000Z')]).toEqual([false, true, true, false]);
  });

  it('are found by post and field', () => {
    const people = peopleAt(directory('astana'), '2026-11-27T04:00:00.000Z');
    expect(people.holding('specialist', hospital, 'radiology').map(({ id }) => id)).toEqual(['p1']);
    expect(people.holding('specialist', hospital, 'pathology')).toEqual([]);
    expect(people.byId('p2')).toBeNull();
  });
});
