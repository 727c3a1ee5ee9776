import type { StreamableFile } from '@nestjs/common';
import { jest } from '@jest/globals';
import { verifyExport } from '#proof';
import { personId } from '../../apps/cli/seed/cast.js';
import { AuditExport } from '../../apps/api/audit/audit-export.js';
import type { Asker } from '../../apps/api/http/request.js';
import { Reader } from '../../apps/api/reading/reader.js';
import type { TestDatabase } from '../factories/database.js';
import { demoDatabase } from '../factories/demo.js';
import { testApi, type TestApi } from './api.fixture.js';

/* A log of years is longer than the memory of the api: what was not taken yet is not read yet. */
let demo: TestDatabase;
let api: TestApi;
let by: Asker;
beforeAll(async () => {
  demo = await demoDatabase();
  api = await testApi(demo);
  api.app.get(AuditExport).pageSize = 50;
  const authenticatedAt = new Date().toISOString();
  by = { actor: { kind: 'person', personId: personId('he'), posts: [], authenticatedAt, institutionId: '', onBehalfOf: null, from: null }, sessionId: 's', csrf: 'c', endsAt: authenticatedAt, language: 'en', zone: 'UTC' };
}, 300_000);
afterAll(async () => { await api?.end(); await demo?.end(); });

/** Takes the first part of a file, then the rest; how often the database was asked until then. */
async function taken(open: () => Promise<StreamableFile>): Promise<{ readonly asked: readonly [number, number]; readonly text: string }> {
  const reader = api.app.get(Reader);
  const spies = (['plain', 'ofAudit', 'ofCases'] as const).map((name) => jest.spyOn(reader, name));
  const asked = (): number => spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  const parts = (await open()).getStream()[Symbol.asyncIterator]();
  let text = String((await parts.next()).value);
  // Whatever it would read ahead, it would have begun by now.
  await new Promise((resolve) => { setImmediate(resolve); });
  const early = asked();
  for (let part = await parts.next(); part.done !== true; part = await parts.next()) text += String(part.value);
  const all = asked();
  for (const spy of spies) spy.mockRestore();
  return { asked: [early, all], text };
}

it('a large export of chains is read as it is taken, and the verifier finds it whole', async () => {
  const { asked: [early, all], text } = await taken(() => api.app.get(AuditExport).chains(by, null));
  expect(early).toBeLessThanOrEqual(4);
  expect(all).toBeGreaterThan(early + 10);
  expect(await verifyExport(text.trimEnd().split('\n'))).toMatchObject({ ok: true });
});

it('so is a table: each entry once, each case that it shows on record', async () => {
  const { asked: [early, all], text } = await taken(() => api.app.get(AuditExport).csv(by, {}));
  expect(early).toBeLessThanOrEqual(3);
  expect(all).toBeGreaterThan(early + 10);
  const keys = text.trimEnd().split('\r\n').slice(1).map((line) => line.split('","').slice(-3, -1).join('/'));
  expect(new Set(keys).size).toBe(keys.length);
  const cases = await demo.door.query<{ id: string }[]>(`select distinct c.case_id as id from event e cross join lateral (select e.case_id union select a.case_id from access_case a where a.stream = e.stream and a.seq = e.seq) c
    join case_grant g on g.case_id = c.case_id and g.role = 'auditor' and g.institution_id = (select institution_id from post where person_id = $1 limit 1)`, [by.actor.personId]);
  const recorded = await demo.door.query<{ id: string }[]>(`select distinct a.case_id as id from event e join access_case a on a.stream = e.stream and a.seq = e.seq where e.actor = $1 and e.data->>'what' = 'auditCsv'`, [by.actor.personId]);
  expect(recorded.map(({ id }) => id)).toEqual(expect.arrayContaining(cases.map(({ id }) => id)));
  expect(cases.length).toBeGreaterThan(5);
});
