import type { CaseState, Task } from '#domain';
import type { TestDatabase } from '../factories/database.js';
import type { OwnTemporal } from '../factories/processes.js';
import { until } from '../factories/until.js';
import { copied, copiesOf, stateOf } from './copied.js';
import type { Prepared } from './prepared.js';
import { nothingToTell, startWorker } from './worker.js';

/** `late`: seconds from a mark's instant until it was told, event by event. `told`: seconds until every workflow slept to it; after the instant where that took longer. */
export interface Marks { readonly marks: number; readonly fired: number; readonly lost: number; readonly doubled: number; readonly late: { readonly p50: number; readonly p99: number; readonly last: number }; readonly perSecond: number; readonly told: number; readonly dueAfter: number }

/** A case is told to Temporal's development server, which syncs nothing, in less than that on the machine of the figures. */
const secondsToTell = 0.08;

/** So many marks, each of a case of its own, fall due at one instant; told by the worker and its workflows. */
export async function marks(database: TestDatabase, temporal: OwnTemporal, { imaging }: Prepared, count: number): Promise<Marks> {
  const [template] = imaging;
  if (template === undefined) throw new Error('No case was prepared');
  await nothingToTell(database);
  const worker = await startWorker(database, temporal, 'marks');
  try {
    const dueAfter = Math.ceil(4 + secondsToTell * count);
    const begun = Date.now();
    const at = new Date(begun + dueAfter * 1000).toISOString();
    const state = dueAt(await stateOf(database, template.caseId), template.taskId, at);
    await copied(database, state, count, { at, what: 'imagingReview.half' });
    const ids = await copiesOf(database, template.caseId, count);
    await database.asSuperuser(`insert into delivery (stream, kind, seq, changed_at) select s.id, 'case', s.seq, now() - interval '1 minute' from stream s where s.id = any($1::uuid[])`, [ids]);
    await until('every case was told', async () => (await database.door.query<unknown[]>('select from delivery where sent_seq < seq and stream = any($1::uuid[]) limit 1', [ids])).length === 0, 3600);
    const told = Math.round((Date.now() - begun) / 1000);
    await until('every mark was told', async () => (await counted(database, ids)).fired >= count, 3600);
    return { marks: count, ...await counted(database, ids), told, dueAfter };
  } finally {
    await worker.kill();
  }
}

/** Of all marks that wait only the first of one task is near; the others are two months away. */
function dueAt(state: CaseState, taskId: string, at: string): CaseState {
  const far = new Date(Date.parse(at) + 60 * 86_400_000).toISOString();
  const moved = (task: Task): Task => {
    const first = task.id === taskId ? task.deadline?.marks.find((mark) => mark.state === 'pending')?.name : undefined;
    return { ...task, deadline: task.deadline && { ...task.deadline, marks: task.deadline.marks.map((mark) => (mark.state === 'pending' ? { ...mark, at: mark.name === first ? at : far } : mark)) } };
  };
  return { ...state, tasks: Object.fromEntries(Object.entries(state.tasks).map(([id, task]) => [id, moved(task)])) };
}

type Counted = Pick<Marks, 'fired' | 'lost' | 'doubled' | 'late' | 'perSecond'>;
async function counted(database: TestDatabase, ids: readonly string[]): Promise<Counted> {
  const [row] = await database.door.query<{ fired: number; streams: number; told_twice: number; p50: number; p99: number; last: number; seconds: number }[]>(`
    with due as (select id, next_due from unnest($1::uuid[]) id, lateral (select min(m ->> 'at')::timestamptz as next_due from stream s, jsonb_each(s.state -> 'tasks') t, jsonb_array_elements(t.value -> 'deadline' -> 'marks') m where s.id = id and m ->> 'state' = 'fired') d),
    fired as (select e.stream, e.at, extract(epoch from e.at - due.next_due)::float8 as late from event e join due on due.id = e.stream where e.type = 'MarkFired')
    select (select count(*)::int from fired) as fired, (select count(distinct stream)::int from fired) as streams,
      (select count(*)::int from (select from notification n where n.case_id = any($1::uuid[]) and n.mark_kind = 'remind' group by n.case_id, n.person_id, n.params ->> 'mark' having count(*) > 1) twice) as told_twice,
      percentile_disc(0.5) within group (order by late) as p50, percentile_disc(0.99) within group (order by late) as p99, max(late) as last, extract(epoch from max(at) - min(at))::float8 as seconds from fired`, [ids]);
  const { fired = 0, streams = 0, told_twice: twice = 0, p50 = 0, p99 = 0, last = 0, seconds = 0 } = row ?? {};
  const rounded = (value: number | null): number => Math.round((value ?? 0) * 100) / 100;
  return { fired, lost: ids.length - streams, doubled: fired - streams + twice, late: { p50: rounded(p50), p99: rounded(p99), last: rounded(last) }, perSecond: rounded(fired / Math.max(1, seconds ?? 0)) };
}
