import type { Calendar, CaseState, DayRule } from '#domain';
import { hospitalId } from '../../apps/cli/seed/cast.js';
import type { TestDatabase } from '../factories/database.js';
import type { OwnTemporal } from '../factories/processes.js';
import { copied, stateOf } from './copied.js';
import { p, timed, type Timing } from './figures.js';
import { signedIn, startApi } from './http.js';
import type { Prepared } from './prepared.js';
import { nothingToTell, startWorker } from './worker.js';

export interface Replanned { readonly cases: number; readonly deadlines: number; readonly moved: number; readonly failed: number; readonly seconds: number; readonly inboxBefore: Timing; readonly inboxMeanwhile: Timing }

/** A hospital closes for three weeks: every open deadline that its calendar counts is planned anew by the worker, while somebody reads their inbox. */
export async function replan(database: TestDatabase, temporal: OwnTemporal, { world, imaging }: Prepared, cases: number, pages: number): Promise<Replanned> {
  const [template] = imaging;
  if (template === undefined) throw new Error('No case was prepared');
  const state = await stateOf(database, template.caseId);
  await nothingToTell(database);
  await copied(database, state, cases, null);
  const api = await startApi(database, temporal.address, 'replan');
  const worker = await startWorker(database, temporal, 'replan');
  try {
    const browser = await signedIn(database, api.port, 'wang');
    const page = (): Promise<unknown> => browser.get('inbox');
    await timed(1, Array.from({ length: 3 }, () => page));
    const inboxBefore = await timed(1, Array.from({ length: pages }, () => page));
    await closes(database, world);
    const took: number[] = [];
    const begun = performance.now();
    let order = await lastOrder(database);
    while (order?.done_at == null || took.length === 0) {
      const start = performance.now();
      await page();
      took.push(performance.now() - start);
      order = await lastOrder(database);
    }
    const inboxMeanwhile: Timing = { clients: 1, times: took.length, ...p(took), perSecond: Math.round((took.length / (performance.now() - begun)) * 100_000) / 100 };
    return { cases, deadlines: cases * openOf(state), moved: order.moved, failed: order.failed, seconds: Math.round(order.seconds * 10) / 10, inboxBefore, inboxMeanwhile };
  } finally {
    await worker.kill();
    await api.end();
  }
}

const openOf = (state: CaseState): number => Object.values(state.tasks).filter(({ status, deadline }) => status === 'inProgress' && deadline?.calendarId === 'shanghai').length;

interface Order { readonly moved: number; readonly failed: number; readonly done_at: string | null; readonly seconds: number }
const lastOrder = async (database: TestDatabase): Promise<Order | undefined> =>
  (await database.door.query<Order[]>(`select moved, failed, done_at, extract(epoch from coalesce(done_at, clock_timestamp()) - requested_at)::float8 as seconds from replanning where cause = 'calendar' order by requested_at desc limit 1`))[0];

async function closes(database: TestDatabase, world: Prepared['world']): Promise<void> {
  const [row] = await database.door.query<{ definition: Calendar }[]>(`select definition from calendar where id = 'shanghai' order by version desc limit 1`);
  if (row === undefined) throw new Error('No calendar');
  const off: DayRule = { kind: 'off', reason: 'Closed', source: 'bench', status: 'official' };
  const days = Array.from({ length: 21 }, (_, day) => new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10)).filter((date) => row.definition.reviewedYears.some(({ year }) => date.startsWith(String(year))));
  const calendar = { ...row.definition, days: { ...row.definition.days, ...Object.fromEntries(days.map((date) => [date, off])) } };
  await world.put('operator', { type: 'draftCalendar', streamId: hospitalId('shanghai'), data: { calendar } });
  await world.put('operator', { type: 'publishCalendar', streamId: hospitalId('shanghai'), data: { draft: 1 } });
}
