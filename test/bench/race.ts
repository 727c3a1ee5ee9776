import { randomUUID } from 'node:crypto';
import type { CaseState } from '#domain';
import { hospitalId, hospitals, seedId } from '../../apps/cli/seed/cast.js';
import type { TestDatabase } from '../factories/database.js';
import { copied, copiesOf, stateOf } from './copied.js';
import { p } from './figures.js';
import { headersOf, type Api } from './http.js';
import type { Prepared } from './prepared.js';

/** `oneWinner`: tasks that exactly one of them got, all others being told by whom it was taken. */
export interface Race { readonly people: number; readonly tasks: number; readonly oneWinner: number; readonly won: { readonly p50: number; readonly p95: number }; readonly all: { readonly p50: number; readonly p95: number }; readonly claimsPerSecond: number }

/** So many people claim one task at once over HTTP, task after task. */
export async function race(database: TestDatabase, api: Api, { world, imaging }: Prepared, people: number, tasks: number): Promise<Race> {
  const [template] = imaging;
  if (template === undefined) throw new Error('No case was prepared');
  await copied(database, onOffer(await stateOf(database, template.caseId), template.taskId), tasks, null);
  const everybody = await radiologists(database, world, people);
  const open = await database.door.query<{ id: string; case_id: string }[]>(`select id, case_id from task_row where case_id = any($1::uuid[]) and kind = 'imagingReview' and status = 'ready'`, [await copiesOf(database, template.caseId, tasks)]);
  const [won, all]: [number[], number[]] = [[], []];
  let oneWinner = 0;
  const begun = performance.now();
  for (const task of open) {
    const start = performance.now();
    const answers = await Promise.all(everybody.map(async ({ id, headers }) => {
      const answer = await fetch(`http://127.0.0.1:${String(api.port)}/api/cases/${task.case_id}/tasks/${task.id}/claim`, { method: 'POST', headers: { ...headers, 'Idempotency-Key': randomUUID() }, body: '{}' });
      if (answer.ok) won.push(performance.now() - start);
      return { id, status: answer.status, code: ((await answer.json()) as { code?: string }).code };
    }));
    all.push(performance.now() - start);
    const [row] = await database.door.query<{ owner_id: string }[]>('select owner_id from task_row where id = $1', [task.id]);
    const winners = answers.filter(({ status }) => status === 200);
    if (winners.length === 1 && winners[0]?.id === row?.owner_id && answers.every(({ status, code }) => status === 200 || (status === 409 && code === 'TASK.TAKEN'))) oneWinner += 1;
  }
  return { people, tasks: open.length, oneWinner, won: p(won), all: p(all), claimsPerSecond: Math.round((open.length * people) / ((performance.now() - begun) / 1000)) };
}

/** The case with one of its tasks back in the pool. */
const onOffer = (state: CaseState, taskId: string): CaseState => {
  const task = state.tasks[taskId];
  if (task === undefined) throw new Error(`No task ${taskId}`);
  return { ...state, tasks: { ...state.tasks, [taskId]: { ...task, status: 'ready', ownerId: null, ownedSince: null } } };
};

/** People of the pool, each signed in. */
async function radiologists(database: TestDatabase, world: Prepared['world'], count: number): Promise<readonly { readonly id: string; readonly headers: Readonly<Record<string, string>> }[]> {
  const everybody = [];
  for (let n = 0; n < count; n += 1) {
    const [subject, id] = [`radiologist-${String(n)}`, seedId('bench-person', String(n))];
    await world.put('operator', { type: 'addPerson', streamId: id, data: { subject, posts: [{ institutionId: hospitalId('shanghai'), role: 'specialist', discipline: 'radiology' }], language: 'en', zone: hospitals.shanghai.zone },
      rows: { person: { id, name: subject, nameOriginal: null, email: `${subject}@bench.consilium.localhost`, phone: null, title: null } } });
    everybody.push({ id, headers: await headersOf(database, subject) });
  }
  return everybody;
}
