import request from 'supertest';
import { doorDataSource, readerDataSource } from '#persistence';
import type { TestDatabase } from '../factories/database.js';
import { testApi, type TestApi } from './api.fixture.js';

/** Nothing listens there. */
const nowhere = 'postgres://door:x@127.0.0.1:9/none';
let api: TestApi;
beforeAll(async () => {
  const away: Pick<TestDatabase, 'door' | 'reader'> = { door: doorDataSource(nowhere), reader: readerDataSource(nowhere) };
  api = await testApi({ ...away, ownerUrl: nowhere, doorUrl: nowhere, readerUrl: nowhere, asSuperuser: () => Promise.reject(new Error('none')), end: () => Promise.resolve() });
});
afterAll(async () => { await api?.end(); });

describe('PostgreSQL is away', () => {
  it.each(['/api/session', '/api/cases/board', '/api/status', '/api/live'])('%s answers 503 and when to come back', async (path) => {
    const answer = await request(api.server).get(path).set('Cookie', 'consilium=whatever');
    expect([answer.status, answer.headers['retry-after'], (answer.body as { code: string }).code]).toEqual([503, '5', 'SERVICE.DATABASE_DOWN']);
  });

  it('lives, is not ready, and says which part is why', async () => {
    expect((await request(api.server).get('/health/live')).status).toBe(200);
    const ready = await request(api.server).get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({ status: 'notReady', database: { state: 'down' }, migrations: { state: 'unknown' }, temporal: { state: 'down' }, worker: { state: 'unknown' } });
  });
});

describe('headers', () => {
  it('let nothing from elsewhere run, frame or keep our answers', async () => {
    const { headers } = await request(api.server).get('/health/live');
    expect(headers['content-security-policy']).toContain(`default-src 'self'`);
    expect(headers['content-security-policy']).toContain(`script-src 'self';`);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['x-powered-by']).toBeUndefined();
    expect((await request(api.server).get('/api/session')).headers['cache-control']).toBe('no-store');
  });
  it('an unknown address of the api is a problem, not a page', async () => {
    const answer = await request(api.server).get('/api/no-such-thing').set('Accept', 'text/html');
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([404, 'ACCESS.NOT_FOUND']);
  });
});
