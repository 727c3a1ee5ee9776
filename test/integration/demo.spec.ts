import { verifyExport } from '#proof';
import { evolveCase, evolveMeeting, type CaseEvent, type CaseState, type MeetingEvent, type MeetingState } from '#domain';
import { personId } from '../../apps/cli/seed/cast.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { exportOf } from '../factories/export.js';

let demo: TestDatabase;
beforeAll(async () => { demo = await demoDatabase(); }, 240_000);
afterAll(async () => { await demo?.end(); });

interface Stored { stream: string; type: string; version: 1; at: string; actor: string; data: never }

describe('the demo', () => {
  it('has a case in every stage and trouble', async () => {
    const rows = await demo.door.query<{ column_stage: string; status: string }[]>('select column_stage, status from case_row');
    expect(rows).toHaveLength(17);
    const columns = new Set(rows.map((row) => row.column_stage));
    expect([...columns].sort()).toEqual(['closed', 'discussion', 'draft', 'followUp', 'imagingReview', 'intake', 'pathologyReview', 'recommendation', 'transfer']);
    const statuses = new Set(rows.map((row) => row.status));
    expect([...statuses].sort()).toEqual(['closed', 'draft', 'onHold', 'open', 'returned']);
  });

  it('has something due within the hour, something overdue, and sittings ahead', async () => {
    const [row] = await demo.door.query<{ soon: number; late: number; ahead: number }[]>(`select
      (select count(*)::int from task_row where closed_at is null and due_at between now() and now() + interval '1 hour') as soon,
      (select count(*)::int from task_row where closed_at is null and due_at < now()) as late,
      (select count(*)::int from meeting_row where starts_at > now() and status in ('planned', 'frozen')) as ahead`);
    expect(row?.soon).toBeGreaterThan(0);
    expect(row?.late).toBeGreaterThan(0);
    expect(row?.ahead).toBeGreaterThanOrEqual(8);
  });

  it('has somebody away with a substitute, and a task that waits for an answer to its hand-over', async () => {
    const [row] = await demo.door.query<{ away: number; handed: number }[]>(`select
      (select count(*)::int from person p, jsonb_array_elements(p.leave) l where p.substitute_id is not null and now()::date::text between l ->> 'from' and l ->> 'to') as away,
      (select count(*)::int from task_row where handed_to is not null) as handed`);
    expect(row).toEqual({ away: 1, handed: 1 });
  });

  it('has somebody who read in another\'s place, and the history says for whom', async () => {
    const rows = await demo.door.query<{ actor: string; absent: string }[]>(`select signed.actor, given.data ->> 'from' as absent from event given join event signed on signed.stream = given.stream and signed.type = 'TaskCompleted' and signed.data ->> 'taskId' = given.data ->> 'taskId'
      where given.type = 'TaskAssigned' and given.data ->> 'because' = 'substitute'`);
    expect(rows).toEqual([{ actor: personId('gao'), absent: personId('wang') }]);
  });

  it('has a meeting that was called for one emergency the same day, and its letter called back, mended and sent anew', async () => {
    const rows = await demo.door.query<{ state: CaseState }[]>(`select c.state from stream m join stream c on c.kind = 'case' and exists (select from event e where e.stream = c.id and e.type = 'OutcomeRecorded' and e.data -> 'outcome' ->> 'meetingId' = m.id::text)
      where m.kind = 'meeting' and (m.state ->> 'extraordinary')::boolean and m.state ->> 'status' = 'closed'`);
    expect(rows).toHaveLength(1);
    const [outcome] = Object.values(rows[0]?.state.outcomes ?? {});
    const [recalled] = outcome?.recalled ?? [];
    expect(recalled).toMatchObject({ reason: 'wrongContent' });
    expect((outcome?.letterSentAt ?? '') > (recalled?.at ?? '9')).toBe(true);
    // Each recalled letter has its copy, which says that another was sent since.
    expect(Object.values(recalled?.marked ?? {}).map(({ replacedAt }) => replacedAt)).toEqual(Object.values(recalled?.letters ?? {}).map(() => outcome?.letterSentAt));
    const current = Object.values(outcome?.letter ?? {}).map((letter) => letter?.sha256);
    expect(Object.values(recalled?.letters ?? {}).some((letter) => current.includes(letter?.sha256))).toBe(false);
  });

  it('folds again, stream by stream, to the states that are stored', async () => {
    const heads = await demo.door.query<{ id: string; kind: string; state: unknown }[]>(`select id, kind, state from stream where kind in ('case', 'meeting')`);
    for (const { id, kind, state } of heads) {
      const events = await demo.door.query<Stored[]>('select stream, type, version, at, actor, data from event where stream = $1 order by seq', [id]);
      const actorOf = (actor: string): string => actor.replace(/^process:/, '');
      const folded = kind === 'case'
        ? events.reduce<CaseState | null>((before, event) => evolveCase(before, event as CaseEvent, event.at, actorOf(event.actor), id), null)
        : events.reduce<MeetingState | null>((before, event) => evolveMeeting(before, event as MeetingEvent, event.at, actorOf(event.actor), id), null);
      expect(JSON.parse(JSON.stringify(folded))).toEqual(state);
    }
  });

  it('has whole chains', async () => {
    expect(await verifyExport(await exportOf(demo.door))).toMatchObject({ ok: true });
  });
});
