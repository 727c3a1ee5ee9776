import request from 'supertest';
import { Replanner } from '#activities';
import type { Calendar, DayRule } from '#domain';
import { Door, domainStreams } from '#door';
import { boards, hospitalId, personId } from '../../apps/cli/seed/cast.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';

/* Calendars, dry runs and times over HTTP, by the people they are for. */
let demo: TestDatabase;
let api: TestApi;
let now: () => string = () => new Date().toISOString();
let ma: Client;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo, { clock: () => now() });
  ma = await api.as('ma');
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });
afterEach(() => { now = () => new Date().toISOString(); });

const shanghai = `/api/institutions/${hospitalId('shanghai')}/calendar`;
interface Own { inForce: { id: string; version: number; days: { date: string; reviewedBy: { id: string } | null }[] }; draft: { number: number; changes: { what: string; date: string | null; dayAfter: { kind: string } | null }[] } | null; drafts: number; yearsToReview: number[] }
const own = async (): Promise<Own> => (await ma.get(shanghai)).body as Own;
const file = async (id: string): Promise<Calendar> => JSON.parse((await ma.get(`/api/calendars/${id}/file`)).text) as Calendar;
const days = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, day) => new Date(Date.now() + (from + day) * 86_400_000).toISOString().slice(0, 10));
const off: DayRule = { kind: 'off', reason: 'Closed', source: 'order 7', status: 'official' };
const closed = (calendar: Calendar, dates: readonly string[]): Calendar =>
  ({ ...calendar, days: { ...calendar.days, ...Object.fromEntries(dates.filter((date) => calendar.reviewedYears.some(({ year }) => date.startsWith(String(year)))).map((date) => [date, off])) } });

describe('a hospital\'s calendar', () => {
  it('is laid down by its admin, shown with the difference, tried dry, published, and then in force with its reviewer', async () => {
    expect(await own()).toMatchObject({ inForce: { id: 'shanghai', version: 1 }, draft: null, drafts: 0 });
    const dates = days(0, 21);
    expect((await ma.change(`${shanghai}/draft`, { calendar: closed(await file('shanghai'), dates), seenVersion: 0 })).status).toBe(200);
    const { draft, inForce } = await own();
    expect(inForce.version).toBe(1);
    expect(draft?.changes.filter(({ what, dayAfter }) => what === 'day' && dayAfter?.kind === 'off').length).toBeGreaterThan(10);

    const dry = (await ma.ask('/api/replanning/dry-run', { institutionId: hospitalId('shanghai'), draft: 1 })).body as { items: { dueFrom: string; dueTo: string; lightTo: string; moved: unknown[]; caseId: string; taskId: string }[]; counts: Record<string, number> };
    expect(dry.items.length).toBeGreaterThan(2);
    expect(dry.items.every(({ moved, dueFrom, dueTo }) => moved.length > 0 || dueFrom !== dueTo)).toBe(true);
    expect(dry.items.filter(({ dueFrom, dueTo }) => dueTo > dueFrom).length).toBeGreaterThan(2);
    expect(dry.counts).toMatchObject({ moved: dry.items.length });
    expect(dry.counts['open']).toBeGreaterThan(dry.items.length);

    expect((await ma.change(`${shanghai}/publish`, { draft: 1 })).status).toBe(200);
    await demo.door.query(`update replanning set requested_at = requested_at - interval '2 seconds'`);
    const replanner = new Replanner(new Door({ door: demo.door, types: domainStreams }), demo.door);
    while (await replanner.turn());
    const now = await own();
    expect(now).toMatchObject({ inForce: { id: 'own.shanghai', version: 1 }, draft: null, drafts: 1 });
    expect(now.inForce.days.filter(({ date, reviewedBy }) => dates.includes(date) && reviewedBy?.id === personId('ma')).length).toBeGreaterThan(10);
    // What the dry run said is what happened, task by task.
    for (const { taskId, dueTo } of dry.items) expect(await demo.door.query('select due_at as due from task_row where id = $1', [taskId])).toEqual([{ due: dueTo }]);
    expect((await ma.get('/api/replanning')).body).toMatchObject({ items: [{ cause: 'calendar', failed: 0, requestedBy: { id: personId('ma') } }] });
  });

  it('is nobody else\'s to see or change before it is in force', async () => {
    const serik = await api.as('serik');
    expect((await serik.get(shanghai)).status).toBe(404);
    expect((await serik.change(`${shanghai}/draft`, { calendar: await file('astana') })).status).toBe(403);
    expect((await serik.ask('/api/replanning/dry-run', { institutionId: hospitalId('shanghai'), draft: 1 })).status).toBe(404);
    expect((await serik.get('/api/replanning')).body).toEqual({ items: [] });
    expect((await (await api.as('chen')).get(shanghai)).status).toBe(403);
  });

  it('with a fault names its place; a draft that somebody else replaced is not published', async () => {
    const calendar = await file('own.shanghai');
    const answer = await ma.change(`${shanghai}/draft`, { calendar: { ...calendar, days: { '2026-02-30': off } } });
    expect([answer.status, answer.body]).toMatchObject([422, { code: 'CALENDAR.INVALID', facts: { faults: ['days.2026-02-30: TIME.DATE_INVALID'] } }]);
    const shape = await ma.change(`${shanghai}/draft`, { calendar: { ...calendar, week: 'always' } });
    expect([shape.status, shape.body]).toMatchObject([400, { errors: [{ field: 'calendar.week', code: 'isCalendar' }] }]);
    for (const reason of ['one', 'two']) await ma.change(`${shanghai}/draft`, { calendar: { ...calendar, days: { ...calendar.days, '2026-12-24': { ...off, reason } } } });
    expect((await ma.change(`${shanghai}/publish`, { draft: 2 })).body).toMatchObject({ status: 409, code: 'CALENDAR.NEWER_DRAFT', facts: { draft: 3 } });
    expect((await ma.change(`${shanghai}/draft`, { calendar, seenVersion: 1 })).body).toMatchObject({ status: 409, code: 'CALENDAR.NEWER_DRAFT' });
  });

  it('goes out as a file and comes back, as JSON and as .ics', async () => {
    const calendar = await file('own.shanghai');
    const back = (await ma.ask(`${shanghai}/read-file`, { format: 'json', text: JSON.stringify(calendar) })).body as { calendar: Calendar; days: number };
    expect(back.days).toBe(Object.keys(calendar.days).length);
    const ics = await ma.get('/api/calendars/own.shanghai/file?format=ics');
    expect(ics.headers['content-type']).toContain('text/calendar');
    const read = (await ma.ask(`${shanghai}/read-file`, { format: 'ics', text: ics.text })).body as { calendar: Calendar; days: number };
    expect(read.days).toBe(back.days);
    expect((await ma.ask(`${shanghai}/read-file`, { format: 'ics', text: 'Dear colleague,' })).body).toMatchObject({ errors: [{ field: 'text', code: 'isCalendarFile' }] });
    expect((await ma.ask(`${shanghai}/read-file`, { format: 'json', text: 'BEGIN:VCALENDAR' })).body).toMatchObject({ errors: [{ field: 'text', code: 'isJson' }] });
  });
});

describe('a year that nobody reviewed', () => {
  it('is asked for from 1 October before: on health, to admins, beside the calendar', async () => {
    const ready = async () => (await request(api.server).get('/health/ready')).body as { calendars: { state: string; detail?: string } };
    now = () => '2027-09-30T12:00:00.000Z';
    expect((await ready()).calendars.state).toBe('up');
    now = () => '2027-10-01T12:00:00.000Z';
    expect((await ready()).calendars).toMatchObject({ state: 'degraded', detail: expect.stringMatching(/own\.shanghai 2028.*An admin/s) as string });
    expect((await own()).yearsToReview).toEqual([2028]);
    const { calendars } = (await ma.get('/api/institutions')).body as { calendars: { id: string; yearsToReview: number[] }[] };
    expect(calendars.find(({ id }) => id === 'astana')?.yearsToReview).toEqual([2028]);
  });
});

describe('a board\'s times', () => {
  const urgentInBishkek = { boardId: boards.boneSarcoma, kind: 'imagingReview', urgency: 'urgent', institutionId: hospitalId('bishkek'), startsAt: '2027-03-19T16:40' };

  it('the simulator answers the design\'s own sentence: an urgent imaging review offered in Bishkek on Friday 19 March 2027, 16:40', async () => {
    const answer = (await ma.ask('/api/policies/simulate', urgentInBishkek)).body as { startedAt: string; zone: string; key: string; timeZoneData: string; marks: { name: string; at: string; steps: { kind: string; fromDate: string; why: string | null; label: string | null }[] }[] };
    expect(answer).toMatchObject({ startedAt: '2027-03-19T10:40:00.000Z', zone: 'Asia/Bishkek', key: 'imagingReview.urgent', timeZoneData: process.versions.tz });
    expect(answer.marks.map(({ name, at }) => [name, at])).toEqual([['half', '2027-03-22T10:40:00.000Z'], ['most', '2027-03-23T06:28:00.000Z'], ['due', '2027-03-23T10:40:00.000Z'], ['later', '2027-03-26T10:40:00.000Z']]);
    expect(answer.marks[0]?.steps.filter(({ kind }) => kind === 'skipped').map(({ fromDate, why, label }) => [fromDate, why, label])).toEqual(
      [['2027-03-19', 'outside-hours', null], ['2027-03-20', 'weekend', null], ['2027-03-21', 'day-off', 'Nooruz'], ['2027-03-22', 'outside-hours', null], ['2027-03-22', 'outside-hours', null]]);
  });

  it('tries a ladder that is not published, and names its faults', async () => {
    const rung = (name: string, fraction: number) => ({ name, kind: 'remind', fraction, tells: ['owner'] });
    const eight = { allowance: { amount: 8, unit: 'workingHours' }, rungs: [rung('half', 0.5), rung('due', 1)] };
    expect((await ma.ask('/api/policies/simulate', { ...urgentInBishkek, ladder: eight })).body).toMatchObject({ marks: [{ name: 'half' }, { name: 'due', at: '2027-03-22T10:40:00.000Z' }] });
    expect((await ma.ask('/api/policies/simulate', { ...urgentInBishkek, ladder: { ...eight, rungs: [rung('half', 0.5)] } })).body).toMatchObject({ status: 422, code: 'BOARD.INVALID' });
    expect((await ma.ask('/api/policies/simulate', { ...urgentInBishkek, startsAt: '2027-02-30T10:00' })).body).toMatchObject({ errors: [{ field: 'startsAt' }] });
    expect((await ma.ask('/api/policies/simulate', { ...urgentInBishkek, kind: 'tea' })).body).toMatchObject({ errors: [{ field: 'kind', code: 'isIn' }] });
  });

  it('are tried dry on the open cases, then published for new cases only, or for open ones too', async () => {
    const { ladders, version } = (await ma.get(`/api/boards/${boards.general}/policy`)).body as { version: number; ladders: { key: string; allowance: { amount: number } }[] };
    const longer = ladders.filter(({ key }) => key === 'imagingReview.urgent').map((ladder) => ({ ...ladder, allowance: { ...ladder.allowance, amount: ladder.allowance.amount + 400 } }));
    const dry = (await ma.ask('/api/replanning/dry-run', { boardId: boards.general, ladders: longer })).body as { items: { kind: string; dueFrom: string; dueTo: string; lightFrom: string }[]; counts: { turnRed: number; turnGreen: number } };
    expect(dry.items.length).toBeGreaterThan(0);
    expect(dry.counts).toMatchObject({ turnRed: 0, turnGreen: dry.items.filter(({ lightFrom }) => lightFrom === 'overdue').length });
    expect(dry.counts.turnGreen).toBeGreaterThan(0);
    expect(dry.items.every(({ kind, dueFrom, dueTo }) => kind.endsWith('Review') && dueTo > dueFrom)).toBe(true);
    const before: unknown = await demo.door.query('select id, due_at from task_row order by id');
    expect((await ma.change(`/api/boards/${boards.general}/policy`, { ladders: longer, movesOpenCases: false })).status).toBe(200);
    expect((await ma.get(`/api/boards/${boards.general}/policy`)).body).toMatchObject({ version: version + 1 });
    expect(await demo.door.query('select id, due_at from task_row order by id')).toEqual(before);
    expect((await ma.change(`/api/boards/${boards.general}/policy`, { ladders: longer, movesOpenCases: true })).status).toBe(200);
    expect((await ma.get('/api/replanning')).body).toMatchObject({ items: [{ cause: 'policy', doneAt: null }, { cause: 'calendar' }] });
    expect((await ma.change(`/api/boards/${boards.general}/policy`, { ladders: longer, movesOpenCases: false, seenVersion: version })).body).toMatchObject({ status: 409, code: 'BOARD.NEWER_VERSION' });
    expect((await (await api.as('serik')).change(`/api/boards/${boards.general}/policy`, { ladders: longer, movesOpenCases: true })).status).toBe(403);
  });

  it('a leave is tried dry before it is entered', async () => {
    const [owned] = await demo.door.query<{ owner_id: string }[]>(`select owner_id from task_row where status = 'inProgress' and owner_id is not null and deadline -> 'allowance' ->> 'unit' like 'working%' and due_at > now() and not paused and offer_institution_id = $1 limit 1`, [hospitalId('shanghai')]);
    const { items } = (await ma.ask('/api/replanning/dry-run', { personId: owned?.owner_id, leave: [{ from: days(0, 1)[0], to: days(90, 91)[0] }] })).body as { items: { owner: { id: string } }[] };
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ owner }) => owner.id))).toEqual(new Set([owned?.owner_id]));
  });

  it('half a day of it runs from a time on the clock of who is away; its dry run is everybody\'s for their own leave, and nobody else\'s', async () => {
    const wang = await api.as('wang');
    const [day = ''] = days(20, 21);
    const leave = [{ from: `${day}T12:00`, to: day }];
    expect((await wang.ask('/api/replanning/dry-run', { personId: personId('wang'), leave })).body).toMatchObject({ counts: { moved: expect.any(Number) as number } });
    expect((await wang.ask('/api/replanning/dry-run', { personId: personId('gao'), leave })).status).toBe(403);
    expect((await wang.ask('/api/replanning/dry-run', { boardId: boards.general, ladders: [] })).status).toBe(403);
    expect((await wang.change(`/api/people/${personId('wang')}/leave`, { leave })).status).toBe(200);
    // Shanghai is eight hours ahead all year.
    expect((await wang.get(`/api/people/${personId('wang')}`)).body).toMatchObject({ leave: [{ from: `${day}T04:00:00.000Z`, to: `${day}T15:59:59.999Z` }] });
    expect((await wang.change(`/api/people/${personId('wang')}/leave`, { leave: [{ from: `${day}T25:00`, to: day }] })).status).toBe(400);
    expect((await wang.change(`/api/people/${personId('wang')}/leave`, { leave: [] })).status).toBe(200);
  });

  it('marks stand in their order however they were sent, and one may be added and another taken away', async () => {
    const at = `/api/boards/${boards.general}/policy`;
    const { version, ladders } = (await ma.get(at)).body as { version: number; ladders: { key: string; allowance: object; rungs: { name: string; fraction: number; plus: object | null }[] }[] };
    const ladder = ladders.find(({ key }) => key === 'triage');
    if (!ladder) throw new Error('no ladder');
    const kept = ladder.rungs.filter(({ name, fraction, plus }) => (fraction === 1 && plus === null) || name !== ladder.rungs[0]?.name);
    const rungs = [...kept, { name: 'extra1', kind: 'escalate', fraction: 1, plus: { amount: 8, unit: 'workingHours' }, tells: ['head'] }, { name: 'extra2', kind: 'remind', fraction: 0.1, plus: null, tells: ['owner'] }];
    expect((await ma.change(at, { ladders: [{ ...ladder, rungs }], movesOpenCases: false, seenVersion: version })).status).toBe(200);
    const after = ((await ma.get(at)).body as { ladders: typeof ladders }).ladders.find(({ key }) => key === 'triage');
    const names = after?.rungs.map(({ name }) => name) ?? [];
    expect(names[0]).toBe('extra2');
    expect(names.indexOf('extra1')).toBeGreaterThan(names.indexOf('due'));
    expect(names).toHaveLength(kept.length + 2);
  });
});
