import { randomUUID } from 'node:crypto';
import { Replanner } from '#activities';
import { SHIPPED_CALENDARS, type Calendar, type CaseState, type Command, type DayRule, type Ladder, type PersonActor } from '#domain';
import { Door, domainStreams, draftOfTask } from '#door';
import { boards, hospitalId } from '../../apps/cli/seed/cast.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';

/* A change of what deadlines were computed with, on the demo: who hears of it is every open case, once. */
let demo: TestDatabase;
let door: Door;
let replanner: Replanner;
beforeAll(async () => {
  demo = await demoDatabase();
  door = new Door({ door: demo.door, types: domainStreams });
  replanner = new Replanner(door, demo.door);
}, 240_000);
afterAll(async () => { await demo?.end(); });

const operator = { kind: 'process', name: 'operator' } as const;
const does = async (type: string, streamId: string, data: object): Promise<void> => {
  const command: Command = { type, commandId: randomUUID(), streamId, data };
  expect(await door.put(command, operator)).toMatchObject({ done: true });
};
/** Orders wait a second of PostgreSQL's clock; here they are made older by hand. */
const carryOut = async (): Promise<void> => {
  await demo.door.query(`update replanning set requested_at = requested_at - interval '2 seconds' where done_at is null`);
  while (await replanner.turn());
};
interface Row { id: string; due: string; calendar: string; case_id: string }
const open = (): Promise<Row[]> => demo.door.query<Row[]>(`select id, due_at as due, deadline ->> 'calendarId' as calendar, case_id from task_row where status in ('ready', 'inProgress') and due_at is not null and not paused order by id`);
const replanned = async (): Promise<number> => (await demo.door.query<{ n: number }[]>(`select count(*)::int as n from event where type = 'DeadlinesReplanned'`))[0]?.n ?? 0;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const sittings = (): Promise<{ host: string; startsAt: string; dayOff: object | null }[]> => demo.door.query(`select meeting ->> 'hostInstitutionId' as host, meeting ->> 'startsAt' as "startsAt", nullif(meeting -> 'dayOff', 'null') as "dayOff" from meeting_row where status in ('planned', 'frozen') and starts_at > now() and not coalesce((meeting ->> 'extraordinary')::boolean, false)`);
const lastOrder = async () => (await demo.door.query<{ cause: string; total: number; moved: number; stayed: number; failed: number; done_at: string | null }[]>('select * from replanning order by requested_at desc limit 1'))[0];

/** Nobody works for a month from today on. */
const closedFor = (calendar: Calendar, days: number): Calendar => {
  const off: DayRule = { kind: 'off', reason: 'Closed', source: 'spec', status: 'official' };
  const dates = Array.from({ length: days }, (_, day) => new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10)).filter((date) => calendar.reviewedYears.some(({ year }) => date.startsWith(String(year))));
  return { ...calendar, days: { ...calendar.days, ...Object.fromEntries(dates.map((date) => [date, off])) } };
};
const shanghai = (): Calendar => { const found = SHIPPED_CALENDARS.find(({ id }) => id === 'shanghai'); if (!found) throw new Error('no calendar'); return found; };

describe('a calendar that is published', () => {
  it('moves the open deadlines of its hospital, each case by an event, and is done once', async () => {
    const before = new Map((await open()).map((row) => [row.id, row]));
    expect([...before.values()].filter(({ calendar }) => calendar === 'shanghai').length).toBeGreaterThan(3);
    await does('draftCalendar', hospitalId('shanghai'), { calendar: closedFor(shanghai(), 20) });
    expect(await open()).toEqual([...before.values()]);
    await does('publishCalendar', hospitalId('shanghai'), { draft: 1 });
    await carryOut();
    const order = await lastOrder();
    expect(order).toMatchObject({ cause: 'calendar', failed: 0 });
    expect(order?.done_at).not.toBeNull();
    expect((order?.moved ?? 0) + (order?.stayed ?? 0)).toBe(order?.total);
    const after = await open();
    const moved = after.filter(({ id, due }) => before.get(id)?.due !== due);
    expect(moved.length).toBeGreaterThan(2);
    expect(new Set(moved.map(({ calendar }) => calendar))).toEqual(new Set(['own.shanghai']));
    expect(after.filter(({ calendar, id }) => calendar !== 'own.shanghai' && before.get(id)?.due !== after.find((row) => row.id === id)?.due)).toEqual([]);
    const ahead = await sittings();
    expect(ahead.filter(({ dayOff }) => dayOff !== null).length).toBeGreaterThan(1);
    expect(ahead.filter(({ host, startsAt, dayOff }) => (dayOff !== null) !== (host === hospitalId('shanghai') && startsAt.slice(0, 10) <= inDays(19).slice(0, 10)))).toEqual([]);
    const [told] = await demo.door.query<{ n: number }[]>(`select count(distinct params ->> 'meetingId')::int as n from notification where kind = 'meetingOnDayOff'`);
    expect(told?.n).toBe(ahead.filter(({ dayOff }) => dayOff !== null).length);
    const events = await replanned();
    expect(events).toBe(order?.moved);
    await carryOut();
    expect(await replanned()).toBe(events);
  });

  it('leaves told marks where they stood', async () => {
    const rows = await demo.door.query<{ data: { tasks: { taskId: string; moved: { mark: string }[] }[] }; stream: string }[]>(`select data, stream from event where type = 'DeadlinesReplanned'`);
    for (const { data, stream } of rows) {
      const told = await demo.door.query<{ task: string; mark: string }[]>(`select data ->> 'taskId' as task, data ->> 'mark' as mark from event where stream = $1 and type in ('MarkFired', 'MarkPassedOver')`, [stream]);
      for (const { taskId, moved } of data.tasks) expect(moved.filter(({ mark }) => told.some((one) => one.task === taskId && one.mark === mark))).toEqual([]);
    }
  });

  it('names on each deadline the version and the time-zone database it was counted with, and on each new day who reviewed it', async () => {
    const [row] = await demo.door.query<{ deadline: { calendarVersion: number; timeZoneData: string } }[]>(`select deadline from task_row where deadline ->> 'calendarId' = 'own.shanghai' and status in ('ready', 'inProgress') limit 1`);
    expect(row?.deadline).toMatchObject({ calendarVersion: 1, timeZoneData: process.versions.tz });
    const [own] = await demo.door.query<{ definition: Calendar; published_by: string }[]>(`select definition, published_by from calendar where id = 'own.shanghai'`);
    expect(own?.published_by).toBe('process:operator');
    expect(Object.values(own?.definition.days ?? {}).filter(({ reviewedBy }) => reviewedBy === 'process:operator').length).toBeGreaterThan(5);
  });
});

describe('leave, policy and the time-zone database', () => {
  it('a leave moves what its person owns and nothing else', async () => {
    const [owned] = await demo.door.query<{ owner_id: string; calendar: string }[]>(`select owner_id, deadline ->> 'calendarId' as calendar from task_row where status = 'inProgress' and owner_id is not null and deadline -> 'allowance' ->> 'unit' like 'working%' and due_at > now() and not paused limit 1`);
    if (!owned) throw new Error('nobody owns anything');
    const before = new Map((await open()).map((row) => [row.id, row.due]));
    const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    await does('planLeave', owned.owner_id, { leave: [{ from: day(0), to: day(60) }] });
    await carryOut();
    expect(await lastOrder()).toMatchObject({ cause: 'leave', failed: 0 });
    const moved = (await open()).filter(({ id, due }) => before.get(id) !== due).map(({ id }) => id);
    const owners = await demo.door.query<{ owner_id: string }[]>('select distinct owner_id from task_row where id = any($1::uuid[])', [moved]);
    expect(owners.map(({ owner_id: id }) => id)).toEqual([owned.owner_id]);
  });

  it('an owner who works elsewhere from now on is due by the calendar there', async () => {
    const [owned] = await demo.door.query<{ id: string; case_id: string; owner_id: string; posts: object[] }[]>(`select t.id, t.case_id, t.owner_id, (select jsonb_agg(jsonb_build_object('institutionId', o.institution_id, 'role', o.role, 'discipline', o.discipline)) from post o where o.person_id = t.owner_id) as posts
      from task_row t where t.status = 'inProgress' and t.offer_institution_id = $1 and t.deadline -> 'allowance' ->> 'unit' like 'working%' and t.due_at > now() and not t.paused order by t.due_at desc limit 1`, [hospitalId('shanghai')]);
    if (!owned) throw new Error('nobody owns anything');
    await does('changePosts', owned.owner_id, { posts: owned.posts.map((post) => ({ ...post, institutionId: hospitalId('telaviv') })) });
    await carryOut();
    expect(await lastOrder()).toMatchObject({ cause: 'owner', failed: 0 });
    expect((await open()).find(({ id }) => id === owned.id)?.calendar).toBe('tel-aviv');
    await does('changePosts', owned.owner_id, { posts: owned.posts });
    await carryOut();
  });

  it('a policy moves open cases only where that was asked for, and each says so', async () => {
    const [{ definition }] = await demo.door.query<[{ definition: { version: number; ladders: Record<string, { allowance: { amount: number } }> } }]>('select v.definition from board b join board_version v on v.board_id = b.id and v.version = b.version where b.id = $1', [boards.boneSarcoma]);
    const next = { ...definition, version: definition.version + 1 };
    await does('publishBoard', boards.boneSarcoma, { definition: next });
    await carryOut();
    expect((await lastOrder())?.cause).toBe('owner');
    await does('publishBoard', boards.boneSarcoma, { definition: { ...next, version: next.version + 1 }, movesOpenCases: true });
    await carryOut();
    expect(await lastOrder()).toMatchObject({ cause: 'policy', failed: 0, stayed: 0 });
    const states = await demo.door.query<{ state: CaseState }[]>(`select state from stream where kind = 'case' and (state ->> 'policyVersion')::int = $1`, [next.version + 1]);
    expect(states.length).toBe((await lastOrder())?.moved);
    expect(states.every(({ state }) => state.boardVersion === definition.version)).toBe(true);
  });

  it('another time-zone database has all dates counted again, the same one nothing', async () => {
    await replanner.noticeTimeZoneData('2026a');
    await replanner.noticeTimeZoneData('2026a');
    expect((await lastOrder())?.cause).toBe('policy');
    await replanner.noticeTimeZoneData('2027z');
    await carryOut();
    expect(await lastOrder()).toMatchObject({ cause: 'timeZoneData', moved: 0, failed: 0 });
    expect((await lastOrder())?.stayed).toBeGreaterThan(3);
  });
});

describe('a mark that reassigns', () => {
  it('leaves a task with an owner who saved work on it that day, and takes it at the next such mark, once', async () => {
    const [{ definition }] = await demo.door.query<[{ definition: { version: number; ladders: Record<string, Ladder> } }]>('select v.definition from board b join board_version v on v.board_id = b.id and v.version = b.version where b.id = $1', [boards.general]);
    const taking = ['first', 'second'].map((name, place) => ({ name, kind: 'escalate' as const, fraction: 1, plus: { amount: 400 + place * 40, unit: 'workingHours' as const }, tells: ['head' as const], reassigns: true }));
    const ladders = Object.fromEntries(Object.entries(definition.ladders).map(([key, ladder]) => [key, key.includes('Review') ? { ...ladder, rungs: [...ladder.rungs, ...taking] } : ladder]));
    await does('publishBoard', boards.general, { definition: { ...definition, version: definition.version + 1, ladders }, movesOpenCases: true });
    await carryOut();
    const [task] = await demo.door.query<{ id: string; case_id: string; owner_id: string; marks: { name: string; at: string }[] }[]>(`select t.id, t.case_id, t.owner_id, t.deadline -> 'marks' as marks from task_row t
      where t.status = 'inProgress' and t.owner_id is not null and t.kind in ('imagingReview', 'pathologyReview') and not t.paused and t.deadline -> 'marks' @> '[{"name": "first", "state": "pending"}]' order by t.due_at desc, t.id limit 1`);
    if (!task) throw new Error('nobody owns a review');
    const at = (mark: string): string => task.marks.find(({ name }) => name === mark)?.at ?? '';
    let now = at('first');
    const later = new Door({ door: demo.door, types: domainStreams, clock: () => now });
    const due = (): Promise<unknown> => later.put({ type: 'runDue', commandId: randomUUID(), streamId: task.case_id, data: { dueAt: now } }, { kind: 'process', name: 'case-workflow' });
    const became = (): Promise<unknown[]> => demo.door.query(`select type, data ->> 'because' as because, data ->> 'mark' as mark from event where stream = $1 and data ->> 'taskId' = $2 and (type = 'TaskKept' or data ->> 'because' = 'escalated') order by seq`, [task.case_id, task.id]);
    const draftId = draftOfTask(task.id);
    const [saved] = await demo.door.query<{ version: number; form_id: string }[]>('select version, form_id from form_version where draft_id = $1 order by version desc limit 1', [draftId]);
    const owner: PersonActor = { kind: 'person', personId: task.owner_id, posts: [], authenticatedAt: now, institutionId: hospitalId('shanghai'), onBehalfOf: null, from: null };
    expect(await later.saveDraft({ commandId: randomUUID(), draftId, caseId: task.case_id, taskId: task.id, formId: saved?.form_id ?? 'imaging', seenVersion: saved?.version ?? 0, answers: {} }, owner)).toMatchObject({ done: true });
    expect(await due()).toMatchObject({ done: true });
    expect(await became()).toEqual([{ type: 'TaskKept', because: 'beingWritten', mark: 'first' }]);
    now = at('second');
    expect(await due()).toMatchObject({ done: true });
    expect(await became()).toMatchObject([{}, { because: 'escalated', mark: 'second' }]);
    expect(await demo.door.query('select owner_id from task_row where id = $1', [task.id])).not.toEqual([{ owner_id: task.owner_id }]);
    expect(await due()).toMatchObject({ done: false, refusal: { code: 'TIME.NOT_YET_DUE' } });
    const told = await demo.door.query<{ person_id: string }[]>(`select person_id from notification where kind = 'taskTakenAway' and task_id = $1`, [task.id]);
    expect(told).toEqual([{ person_id: task.owner_id }]);
  });
});
