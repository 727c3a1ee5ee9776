import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { Attempts, IdentityProvider, Sessions, type ProviderSettings } from '#access';
import { Door, domainStreams } from '#door';
import { FolderFileStore, MasterKeys } from '#files';
import { checkLiveEveryMs } from '../../apps/api/live/live-streams.js';
import { makeLog } from '../../apps/api/http/log.js';
import { makeApp } from '../../apps/api/server/app.js';
import type { Parts } from '../../apps/api/server/parts.js';
import type { TestDatabase } from '../factories/database.js';

export const masterKey = Buffer.alloc(32, 7);

/** The api on a real database, with everything it logged, and people who have signed in. */
export interface TestApi {
  readonly app: NestExpressApplication<Server>;
  readonly server: Server;
  readonly sessions: Sessions;
  readonly log: readonly string[];
  /** Signs somebody in, by subject, as the identity provider would have: credentials asked for `agoMs` ago. */
  readonly as: (subject: string, agoMs?: number) => Promise<Client>;
  readonly end: () => Promise<void>;
}

interface Wish { readonly filesDir?: string; readonly provider?: Partial<ProviderSettings>; readonly publicUrl?: string; readonly liveCheckMs?: number; readonly clock?: () => string }

export async function testApi(database: TestDatabase, { filesDir, provider = {}, publicUrl = 'http://localhost:3999', liveCheckMs = checkLiveEveryMs, clock = () => new Date().toISOString() }: Wish = {}): Promise<TestApi> {
  const home = mkdtempSync(join(tmpdir(), 'consilium-api-'));
  const log: string[] = [];
  const sessions = new Sessions(database.door, { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 });
  const parts: Parts = {
    config: { publicUrl, webDir: join(home, 'web'), demo: true, pushPublicKey: 'a-public-key', pushServices: 'push.test.example,*.push.test.example' }, door: new Door({ door: database.door, types: domainStreams }), doorSource: database.door, readerSource: database.reader,
    files: await FolderFileStore.at(filesDir ?? join(home, 'files'), new MasterKeys(masterKey)), sessions, attempts: new Attempts(database.door, 'a-secret-of-thirty-two-characters!'),
    provider: new IdentityProvider({ issuer: 'http://localhost:1', clientId: 'consilium', clientSecret: 'a-secret-of-the-test-client', callback: `${publicUrl}/api/sign-in/callback`, signedOut: `${publicUrl}/`, ...provider }),
    temporal: { answers: () => Promise.resolve(false) }, clock, liveCheckMs, log: makeLog('debug', { write: (line) => { log.push(line); } }),
  };
  const app = await makeApp(parts);
  const server = app.getHttpServer();
  return {
    app, server, sessions, log,
    as: async (subject, agoMs = 0) => {
      const [person] = await database.door.query<{ id: string }[]>('select id from person where subject = $1', [subject]);
      if (!person) throw new Error(`Nobody is called ${subject}`);
      const { token } = await sessions.begin({ personId: person.id, subject, authenticatedAt: new Date(Date.now() - agoMs).toISOString(), providerSid: `sid-${subject}`, address: '127.0.0.1' });
      const found = await sessions.find(token);
      if (!found || !('session' in found)) throw new Error('no session');
      return new Client(server, person.id, token, found.session.csrf);
    },
    end: async () => {
      await app.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A browser with a session: sends what the page sends. */
export class Client {
  constructor(readonly server: Server, readonly personId: string, readonly token: string, readonly csrf: string, readonly language = 'en') {}

  get(path: string): request.Test {
    return request(this.server).get(path).set('Cookie', `consilium=${this.token}`).set('Accept-Language', this.language);
  }
  /** A question whose words must not stand in an address. */
  ask(path: string, body: object): request.Test {
    return request(this.server).post(path).set('Cookie', `consilium=${this.token}`).set('Accept-Language', this.language).send(body);
  }
  change(path: string, body: object = {}, commandId: string = randomUUID(), method: 'post' | 'put' = 'post'): request.Test {
    return request(this.server)[method](path).set('Cookie', `consilium=${this.token}`).set('Accept-Language', this.language).set('X-CSRF-Token', this.csrf).set('Idempotency-Key', commandId).send(body);
  }
  upload(path: string, bytes: Buffer, name: string): request.Test {
    return request(this.server).post(path).set('Cookie', `consilium=${this.token}`).set('X-CSRF-Token', this.csrf).set('Idempotency-Key', randomUUID()).attach('file', bytes, name);
  }
  in(language: string): Client {
    return new Client(this.server, this.personId, this.token, this.csrf, language);
  }
}
