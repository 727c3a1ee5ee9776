import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../factories/database.js';
import { masterKey } from '../factories/live-world.js';
import { Child, type OwnTemporal } from '../factories/processes.js';
import { until } from '../factories/until.js';

/** The built worker as a process of its own, once it runs. There is no mail server: messages wait. */
export async function startWorker(database: TestDatabase, temporal: OwnTemporal, taskQueue: string): Promise<Child> {
  const home = mkdtempSync(join(tmpdir(), 'consilium-bench-worker-'));
  const worker = new Child(process.execPath, ['dist/apps/worker/main.js'], {
    CONSILIUM_HOME: home, CONSILIUM_DATABASE_DOOR_URL: database.doorUrl, CONSILIUM_DATABASE_READER_URL: database.readerUrl, CONSILIUM_TEMPORAL_ADDRESS: temporal.address, CONSILIUM_TASK_QUEUE: taskQueue, CONSILIUM_LOG_LEVEL: 'error',
    CONSILIUM_FILES_DIR: join(home, 'files'), CONSILIUM_FILES_MASTER_KEY: masterKey.toString('base64'), CONSILIUM_SMTP_URL: 'smtp://127.0.0.1:9',
  }, join(home, 'worker.log'));
  worker.start();
  await until('the worker runs', async () => (await database.door.query<unknown[]>(`select from worker_heartbeat where temporal = 'running'`)).length > 0, 120);
  return worker;
}

/** Only what is made from here on is told and due. */
export async function nothingToTell(database: TestDatabase): Promise<void> {
  await database.asSuperuser('update delivery set sent_seq = seq');
  await database.asSuperuser(`update stream set next_due_at = null, ready = '[]', ready_since = null`);
}
