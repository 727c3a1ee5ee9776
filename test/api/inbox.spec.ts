import { isReview, type TaskKind } from '#domain';
import { read } from '#persistence';
import { cast, personId } from '../../apps/cli/seed/cast.js';
import { statementsOf, working } from '../bench/statements.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type TestApi } from './api.fixture.js';

let demo: TestDatabase;
let api: TestApi;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

interface Inbox { items: { task: { id: string; kind: TaskKind }; group: string; usualMinutes: number | null }[]; counts: { mine: number; overdue: number; handedToMe: number; pool: number } }
const inboxOf = async (subject: string, query = ''): Promise<Inbox> => (await (await api.as(subject)).get(`/api/inbox${query}`)).body as Inbox;

describe('the counts of an inbox', () => {
  it('say of everybody what the rows say that row-level security shows them', async () => {
    // whose task's case is no longer open to them (an admin reads no case): it stands in no count
    await demo.asSuperuser(`insert into task_row select r.* from task_row t, lateral jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'owner_id', $1::text, 'status', 'inProgress')) r limit 1`, [personId('mizrahi')]);
    const open = `status in ('created', 'ready', 'inProgress')`;
    for (const { subject } of cast) {
      const { counts } = await inboxOf(subject);
      const [seen] = await read(demo.reader, { kind: 'person', personId: personId(subject), posts: [], authenticatedAt: '', institutionId: '', onBehalfOf: null, from: null }, (manager) => manager.query<object[]>(`select count(*) filter (where owner_id = $1) as mine, count(*) filter (where owner_id = $1 and due_at < clock_timestamp()) as overdue, count(*) filter (where handed_to = $1) as "handedToMe",
        count(*) filter (where owner_id is null and exists (select 1 from post o where o.person_id = $1 and o.institution_id = offer_institution_id and o.role = offer_role and (offer_discipline is null or offer_discipline = o.discipline))) as pool from task_row where ${open}`, [personId(subject)]));
      expect([subject, counts]).toEqual([subject, seen]);
    }
    expect((await inboxOf('mizrahi')).counts.mine).toBe(0);
    expect((await inboxOf('chen')).counts.mine).toBeGreaterThan(0);
    expect((await inboxOf('zhou')).counts.handedToMe).toBe(1);
  });
});

describe('somebody with eight minutes', () => {
  it('gets the reviews that usually take no longer, with how long, by the same two reading statements', async () => {
    const all = await inboxOf('wang');
    expect(all.items.every(({ usualMinutes }) => usualMinutes === null)).toBe(true);
    const client = await api.as('wang');
    const { answer, statements } = await statementsOf(() => client.get('/api/inbox?minutes=8').expect(200));
    const { items } = answer.body as Inbox;
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ task, usualMinutes }) => isReview(task.kind) && usualMinutes !== null && usualMinutes <= 8)).toBe(true);
    expect(working(statements).filter(({ by }) => by === 'reader')).toHaveLength(2);
    expect((await inboxOf('wang', '?minutes=3')).items).toEqual([]);
    // the slides of this one are on their way: nothing to do in eight minutes, or in an hour
    expect((await inboxOf('zhou')).items.map(({ group }) => group)).toContain('handedToMe');
    expect((await inboxOf('zhou', '?minutes=60')).items.filter(({ group }) => group === 'handedToMe')).toEqual([]);
    expect((await client.get('/api/inbox?minutes=0')).status).toBe(400);
  });

  it('is told by what such reviews took of late, once there are enough of them', async () => {
    await demo.asSuperuser(`delete from task_time where kind = 'imagingReview'`);
    await demo.asSuperuser(`insert into task_time (board_id, kind, urgency, institution_id, worked_ms, closed_at, hands_on_ms) select gen_random_uuid(), 'imagingReview', 'routine', gen_random_uuid(), 1, now(), n * 60000 from generate_series(10, 18) n`);
    expect((await inboxOf('wang', '?minutes=8')).items).toEqual([]);
    expect((await inboxOf('wang', '?minutes=14')).items.map(({ usualMinutes }) => usualMinutes)).toContain(14);
  });
});
