import type { Actor, Post } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { isRefusal } from '../core/refusal.js';
import type { InstitutionState } from '../people/institution.js';
import { evolveInstitution, institutionCommands } from '../people/registry.js';
import type { Calendar } from '../time/calendar.js';
import { differenceOf } from './difference.js';
import { reviewed } from './reviewed.js';
import { ASTANA } from './shipped-calendars.js';

const now = '2026-11-25T03:00:00.000Z';
const by = (personId: string, institutionId: string, role: Post['role'] = 'admin'): Actor => ({ kind: 'person', personId, posts: [{ institutionId, role, discipline: null }], authenticatedAt: now, institutionId, onBehalfOf: null, from: null });
const context: Context = { ...({} as Context), now, hash: (value) => `hash of ${JSON.stringify(value).length}` };
const hospital: InstitutionState = { id: 'astana', code: 'astana', name: { en: 'Astana' }, zone: 'Asia/Almaty', country: 'KZ', calendarId: 'astana', people: [] };
const { draftCalendar, publishCalendar } = institutionCommands;
const off = { kind: 'off', reason: 'Founding day', source: 'order 7', status: 'official' } as const;
const calendar: Calendar = { ...ASTANA, days: { ...ASTANA.days, '2026-12-04': off } };

const drafted = (state: InstitutionState, data: Calendar = calendar): InstitutionState => {
  const events = draftCalendar.decide(state, { calendar: data }, context, undefined);
  if (isRefusal(events) || events[0] === undefined) throw new Error('refused');
  return evolveInstitution(state, events[0], now, 'admin-1');
};

describe('a hospital\'s calendar', () => {
  it('is laid down and published by its own admins', () => {
    for (const command of [draftCalendar, publishCalendar]) {
      expect(command.mayDo(by('a', 'astana'), hospital, { calendar, draft: 1 }, context)).toBeNull();
      expect(command.mayDo(by('b', 'shanghai'), hospital, { calendar, draft: 1 }, context)).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
      expect(command.mayDo(by('c', 'astana', 'caseManager'), hospital, { calendar, draft: 1 }, context)).toMatchObject({ code: 'ACCESS.NOT_ALLOWED' });
    }
  });

  it('with faults is refused, with each fault\'s place', () => {
    const faulty = { ...calendar, zone: 'Asia/Nowhere', days: { '2026-02-30': off } };
    expect(draftCalendar.decide(hospital, { calendar: faulty }, context, undefined)).toMatchObject({ code: 'CALENDAR.INVALID', facts: { faults: ['zone: TIME.ZONE_UNKNOWN', 'days.2026-02-30: TIME.DATE_INVALID'] } });
  });

  it('is published as the draft that was reviewed, not as one that came after', () => {
    expect(publishCalendar.decide(hospital, { draft: 1 }, context, undefined)).toMatchObject({ code: 'CALENDAR.NO_DRAFT' });
    const second = drafted(drafted(hospital));
    expect(publishCalendar.decide(second, { draft: 1 }, context, undefined)).toMatchObject({ code: 'CALENDAR.NEWER_DRAFT', facts: { draft: 2, by: 'admin-1' } });
    expect(draftCalendar.decide(second, { calendar }, context, 1)).toMatchObject({ code: 'CALENDAR.NEWER_DRAFT' });
    const events = publishCalendar.decide(second, { draft: 2 }, context, undefined);
    expect(events).toMatchObject([{ type: 'CalendarPublished', data: { calendarId: 'own.astana', version: 1, draft: 2, zone: 'Asia/Almaty' } }]);
    if (isRefusal(events) || events[0] === undefined) throw new Error('refused');
    const published = evolveInstitution(second, events[0], now, 'admin-2');
    expect(published).toMatchObject({ calendarId: 'own.astana', zone: 'Asia/Almaty', calendar: { version: 1, drafts: 2, draft: null } });
    expect(publishCalendar.decide(published, { draft: 2 }, context, undefined)).toMatchObject({ code: 'CALENDAR.NO_DRAFT' });
    expect(publishCalendar.decide(drafted(published), { draft: 3 }, context, undefined)).toMatchObject([{ data: { version: 2 } }]);
  });

  it('carries who reviewed each day that differs, and keeps who reviewed the others', () => {
    const first = reviewed(calendar, ASTANA, { id: 'own.astana', version: 1, by: 'admin-1', on: '2026-11-25' });
    expect(first.days['2026-12-04']).toEqual({ ...off, reviewedBy: 'admin-1', reviewedOn: '2026-11-25' });
    expect(first.days['2026-12-16']?.reviewedBy).toBeUndefined();
    const second = reviewed({ ...calendar, days: { ...calendar.days, '2026-12-16': { ...off, reason: 'Moved' } } }, first, { id: 'own.astana', version: 2, by: 'admin-2', on: '2026-12-01' });
    expect(second.days['2026-12-04']?.reviewedBy).toBe('admin-1');
    expect(second.days['2026-12-16']?.reviewedBy).toBe('admin-2');
  });
});

describe('the difference between two versions', () => {
  it('names every line that changes, and none that does not', () => {
    const { '2026-12-16': _gone, ...rest } = ASTANA.days;
    const after: Calendar = { ...ASTANA, zone: 'Asia/Bishkek', week: { ...ASTANA.week, 6: [{ from: '09:00', to: '12:00' }] }, days: { ...rest, '2026-12-04': off }, reviewedYears: ASTANA.reviewedYears.filter(({ year }) => year !== 2024) };
    expect(differenceOf(ASTANA, after)).toMatchObject([
      { what: 'zone', before: 'Asia/Almaty', after: 'Asia/Bishkek' }, { what: 'weekday', weekday: 6, before: [] }, { what: 'year', year: 2024, after: null },
      { what: 'day', date: '2026-12-04', before: null, after: off }, { what: 'day', date: '2026-12-16', after: null },
    ]);
    expect(differenceOf(ASTANA, reviewed(ASTANA, null, { id: 'x', version: 7, by: 'a', on: '2026-01-01' }))).toEqual([]);
  });
});
