import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '../factories/database.js';
import type { OwnTemporal } from '../factories/processes.js';
import { until } from '../factories/until.js';
import { startApi } from './http.js';
import { nothingToTell, startWorker } from './worker.js';

export interface Megabytes { readonly api: number; readonly worker: number; readonly temporal: number }
export interface Memory { readonly idleCases: number; readonly empty: Megabytes; readonly idle: Megabytes; readonly toldInSeconds: number }

const resident = (pid: number): number => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);

/** Memory of each process after an empty start, and once so many open cases have a run that sleeps to its deadline. */
export async function memory(database: TestDatabase, temporal: OwnTemporal, caseId: string, idleCases: number): Promise<Memory> {
  const taskQueue = randomUUID();
  await nothingToTell(database);
  const api = await startApi(database, temporal.address, taskQueue);
  const worker = await startWorker(database, temporal, taskQueue);
  try {
    await settled();
    const now = (): Megabytes => ({ api: resident(api.child.pid), worker: resident(worker.pid), temporal: resident(temporal.pid) });
    const empty = now();
    const begun = performance.now();
    await database.asSuperuser(`insert into stream select r.* from stream s, generate_series(1, $2::int) n, lateral jsonb_populate_record(s, jsonb_build_object('id', md5('idle' || n)::uuid, 'next_due_at', now() + interval '60 days', 'next_due_what', 'imagingReview.half')) r where s.id = $1::uuid`, [caseId, idleCases]);
    await database.asSuperuser(`insert into delivery (stream, kind, seq, changed_at) select md5('idle' || n)::uuid, 'case', 1, now() - interval '1 minute' from generate_series(1, $1::int) n`, [idleCases]);
    await until('every case was told', async () => (await database.door.query<unknown[]>('select from delivery where sent_seq < seq limit 1')).length === 0, 1800);
    const toldInSeconds = Math.round((performance.now() - begun) / 1000);
    await settled();
    return { idleCases, empty, idle: now(), toldInSeconds };
  } finally {
    await worker.kill();
    await api.end();
  }
}

/** Not a synchronisation: memory is measured at rest. */
const settled = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 5_000); });
