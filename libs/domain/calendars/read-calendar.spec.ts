import type { Calendar } from '../time/calendar.js';
import { readCalendar } from './read-calendar.js';
import { SHIPPED_CALENDARS, ASTANA } from './shipped-calendars.js';
import { yearsToReview } from './years-to-review.js';

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a calendar of unknown make', () => {
  it.each(SHIPPED_CALENDARS.map((calendar) => [calendar.id, calendar] as const))('%s is read as it was written, but for id and version', (_id, calendar) => {
    expect(readCalendar(json(calendar))).toEqual({ calendar: { ...calendar, id: 'draft', version: 0 } });
  });

  it('does not bring its own reviewers', () => {
    const signed = { ...ASTANA, days: { '2026-12-04': { kind: 'off', reason: 'r', source: 's', status: 'law', reviewedBy: 'somebody', reviewedOn: '2026-01-01' } } };
    expect(readCalendar(json(signed))).toMatchObject({ calendar: { days: { '2026-12-04': { kind: 'off', reason: 'r', source: 's', status: 'law' } } } });
    expect(JSON.stringify(readCalendar(json(signed)))).not.toContain('reviewedBy');
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'calendar'], ['a list', [], 'calendar'], ['no week', { days: {}, zone: 'UTC', reviewedYears: [] }, 'week'],
    ['a day of no kind', { ...ASTANA, days: { '2026-12-04': { kind: 'holiday', reason: 'r', source: 's', status: 'law' } } }, 'days.2026-12-04.kind'],
    ['an unknown trust', { ...ASTANA, days: { '2026-12-04': { kind: 'off', reason: 'r', source: 's', status: 'sure' } } }, 'days.2026-12-04.status'],
    ['half a minute', { ...ASTANA, days: { '2026-12-04': { kind: 'shortened', minutes: 0.5, reason: 'r', source: 's', status: 'law' } } }, 'days.2026-12-04.minutes'],
    ['hours as text', { ...ASTANA, week: { ...ASTANA.week, 3: '9-5' } }, 'week.3'],
    ['an estimated year', { ...ASTANA, reviewedYears: [{ year: 2026, status: 'estimated', source: 's' }] }, 'reviewedYears.0.status'],
    ['a text without end', { ...ASTANA, zone: 'x'.repeat(501) }, 'zone'],
  ])('%s is told by its place', (_what, value, at) => {
    expect(readCalendar(json(value))).toEqual({ at });
  });
});

describe('years to review', () => {
  const until = (...years: number[]): Calendar => ({ ...ASTANA, reviewedYears: years.map((year) => ({ year, status: 'law', source: 's' })) });
  it.each<[string, string, Calendar, number[]]>([
    ['the day before 1 October in Almaty', '2026-09-30T18:59:59.000Z', until(2026), []],
    ['1 October in Almaty, still September in UTC', '2026-09-30T19:00:00.000Z', until(2026), [2027]],
    ['a year that was forgotten', '2026-03-01T00:00:00.000Z', until(2025, 2027), [2026]],
    ['all reviewed', '2026-12-31T00:00:00.000Z', until(2026, 2027), []],
    ['the new year has begun', '2026-12-31T19:00:00.000Z', until(2026), [2027]],
  ])('%s', (_what, now, calendar, years) => {
    expect(yearsToReview(calendar, now)).toEqual(years);
  });
});
