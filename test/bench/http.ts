import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Sessions } from '#access';
import type { TestDatabase } from '../factories/database.js';
import { masterKey } from '../factories/live-world.js';
import { freePort } from '../factories/free-port.js';
import { answers, Child } from '../factories/processes.js';
import { until } from '../factories/until.js';
import { timed, type Timing } from './figures.js';
import type { ToSign } from './prepared.js';

export interface Api { readonly port: number; readonly child: Child; readonly end: () => Promise<void> }

/** The built api as a process of its own. */
export async function startApi(database: TestDatabase, temporal = '127.0.0.1:9', taskQueue = 'bench'): Promise<Api> {
  const [home, port] = [mkdtempSync(join(tmpdir(), 'consilium-bench-api-')), await freePort()];
  const child = new Child(process.execPath, ['dist/apps/api/main.js'], {
    CONSILIUM_HOME: home, CONSILIUM_PORT: String(port), CONSILIUM_PUBLIC_URL: `http://localhost:${String(port)}`, CONSILIUM_LOG_LEVEL: 'error', CONSILIUM_FILES_DIR: join(home, 'files'),
    CONSILIUM_DATABASE_DOOR_URL: database.doorUrl, CONSILIUM_DATABASE_READER_URL: database.readerUrl, CONSILIUM_FILES_MASTER_KEY: masterKey.toString('base64'), CONSILIUM_TEMPORAL_ADDRESS: temporal, CONSILIUM_TASK_QUEUE: taskQueue,
    CONSILIUM_OIDC_ISSUER: 'http://localhost:9', CONSILIUM_OIDC_CLIENT_SECRET: 'a-secret-of-the-bench-client', CONSILIUM_SESSION_SECRET: 'a-secret-of-thirty-two-characters!', CONSILIUM_SMTP_URL: 'smtp://127.0.0.1:9',
  }, join(home, 'api.log'));
  child.start();
  await until('the api answers', () => answers(port)).catch((error: unknown) => { throw new Error(`${String(error)}\n${child.lines.slice(-2000)}`); });
  return { port, child, end: () => child.kill() };
}

export interface SignedIn { readonly change: (path: string, body: object, commandId?: string) => Promise<void>; readonly get: (path: string) => Promise<unknown> }

/** A person's browser. Whatever is not a success is an error: a bench of refusals measures nothing. */
export async function signedIn(database: TestDatabase, port: number, subject: string): Promise<SignedIn> {
  const headers = await headersOf(database, subject);
  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/api/${path}`, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)} ${text}`);
    return JSON.parse(text) as unknown;
  };
  return {
    change: async (path, body, commandId = randomUUID()) => { await ask(path, { method: 'POST', headers: { ...headers, 'Idempotency-Key': commandId }, body: JSON.stringify(body) }); },
    get: (path) => ask(path, { headers }),
  };
}

/** What a browser sends with each request once this person has signed in. */
export async function headersOf(database: TestDatabase, subject: string): Promise<Readonly<Record<string, string>>> {
  const [person] = await database.door.query<{ id: string }[]>('select id from person where subject = $1', [subject]);
  const sessions = new Sessions(database.door, { idleMs: 3_600_000, absoluteMs: 3_600_000 });
  const { token } = await sessions.begin({ personId: person?.id ?? '', subject, authenticatedAt: new Date().toISOString(), providerSid: subject, address: '127.0.0.1' });
  const found = await sessions.find(token);
  if (!found || !('session' in found)) throw new Error('No session');
  return { Cookie: `consilium=${token}`, 'X-CSRF-Token': found.session.csrf, 'Content-Type': 'application/json' };
}

/** Completing a review's task over HTTP, with one client and with eight. */
export async function completing(database: TestDatabase, api: Api, one: readonly ToSign[], eight: readonly ToSign[], warm: readonly ToSign[]): Promise<{ readonly one: Timing; readonly eight: Timing }> {
  const [wang, chen] = [await signedIn(database, api.port, 'wang'), await signedIn(database, api.port, 'chen')];
  const signing = (by: SignedIn) => ({ caseId, taskId, draftId, seenDraftVersion }: ToSign) => () => by.change(`cases/${caseId}/reviews/${taskId}/sign`, { draftId, seenDraftVersion });
  await timed(2, warm.map(signing(wang)));
  return { one: await timed(1, one.map(signing(wang))), eight: await timed(8, eight.map(signing(chen))) };
}
