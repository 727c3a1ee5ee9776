import { randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import request from 'supertest';
import { roles, type Role } from '#domain';
import { controllers } from '../../apps/api/controllers.js';
import { accessKey, type RouteAccess } from '../../apps/api/http/access.js';
import { testDatabase, type TestDatabase } from '../factories/database.js';
import { testApi, type Client, type TestApi } from './api.fixture.js';
import { hospital, post, somebody } from './people.fixture.js';

interface Route { readonly name: string; readonly method: 'get' | 'post' | 'put'; readonly path: string; readonly access: RouteAccess | undefined; readonly takesBody: boolean; readonly takesQuery: boolean }

/** Every route there is, from the very classes that the api is made of. */
function allRoutes(): Route[] {
  return controllers.flatMap((controller) => Object.getOwnPropertyNames(controller.prototype).flatMap((name): Route[] => {
    const handler: unknown = Reflect.get(controller.prototype, name);
    if (typeof handler !== 'function' || name === 'constructor') return [];
    const path = Reflect.getMetadata('path', handler) as string | undefined;
    if (path === undefined) return [];
    const method = (Reflect.getMetadata('method', handler) as RequestMethod) === RequestMethod.GET ? 'get' : (Reflect.getMetadata('method', handler) as RequestMethod) === RequestMethod.PUT ? 'put' : 'post';
    const base = Reflect.getMetadata('path', controller) as string;
    const parameters = Object.keys((Reflect.getMetadata('__routeArguments__', controller, name) ?? {}) as object).map((key) => key.split(':')[0]);
    return [{ name, method, path: `/${['api', base, path].join('/')}`.replaceAll(/\/+/g, '/').replace(/^\/api\/health/, '/health').replace(/\/$/, ''), access: Reflect.getMetadata(accessKey, handler) as RouteAccess | undefined, takesBody: parameters.includes('3'), takesQuery: parameters.includes('4') }];
  }));
}

const routes = allRoutes();
const codes: Readonly<Record<string, string>> = { ':purpose': 'care', ':move': 'startReviews', ':language': 'en' };
const address = (route: Route): string => route.path.replaceAll(/:\w+/g, (parameter) => codes[parameter] ?? randomUUID());
const signedIn = routes.filter((route) => route.access?.who === 'signedIn');
const changes = signedIn.filter((route) => route.access?.who === 'signedIn' && route.access.does === 'change');
const onlySome = signedIn.flatMap((route) => (route.access?.who === 'signedIn' && route.access.roles !== 'any' ? [{ ...route, allowed: route.access.roles }] : []));
const send = (who: Client, route: Route, body: object = {}) => (route.method === 'get' ? who.get(address(route)) : who.change(address(route), body, randomUUID(), route.method));

let database: TestDatabase;
let api: TestApi;
const people = new Map<Role, Client>();
beforeAll(async () => {
  database = await testDatabase();
  const at = await hospital(database, 'everyone');
  for (const role of roles) await somebody(database, role, [post(at, role)]);
  await somebody(database, 'all-roles', roles.map((role) => post(at, role)));
  api = await testApi(database);
  for (const role of roles) people.set(role, await api.as(role));
}, 120_000);
afterAll(async () => { await api?.end(); await database?.end(); });

describe('every route', () => {
  it('is found by this test: more than a hundred', () => {
    expect(routes.length).toBeGreaterThan(100);
  });

  it('is classified: who may come, what it shows or changes', () => {
    expect(routes.filter((route) => route.access === undefined).map((route) => route.name)).toEqual([]);
  });

  it('has a name of its own, since the page\'s client is called by it', () => {
    const names = routes.map((route) => route.name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it.each(signedIn.map((route) => [route.name, route] as const))('%s answers 401 without a session', async (_name, route) => {
    const answer = await request(api.server)[route.method](address(route)).send({});
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([401, 'ACCESS.SIGNED_OUT']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('every change', () => {
  let everyone: Client;
  beforeAll(async () => { everyone = await api.as('all-roles'); });

  it.each(changes.map((route) => [route.name, route] as const))('%s refuses a body with an unknown field, naming it', async (_name, route) => {
    const answer = await send(everyone, route, { nonsense: true });
    expect(answer.status).toBe(route.name === 'uploadFile' ? 404 : 400);
    if (route.name !== 'uploadFile') expect((answer.body as { errors: unknown[] }).errors).toContainEqual({ field: 'nonsense', code: 'unknownField' });
  });

  it.each(changes.map((route) => [route.name, route] as const))('%s needs the session\'s token and an Idempotency-Key', async (_name, route) => {
    const without = await request(api.server)[route.method](address(route)).set('Cookie', `consilium=${everyone.token}`).set('Idempotency-Key', randomUUID()).send({});
    expect([without.status, (without.body as { code: string }).code]).toEqual([403, 'ACCESS.CSRF']);
    const keyless = await request(api.server)[route.method](address(route)).set('Cookie', `consilium=${everyone.token}`).set('X-CSRF-Token', everyone.csrf).send({});
    expect([keyless.status, (keyless.body as { code: string }).code]).toEqual([400, 'INPUT.KEY_MISSING']);
  });

  it.each(changes.filter((route) => route.path.includes(':') && route.takesBody).map((route) => [route.name, route] as const))('%s refuses a field of the wrong kind', async (_name, route) => {
    const answer = await send(everyone, route, { seenVersion: 'three', onBehalfOf: 5, openedBy: 7, draftId: 1 });
    expect(answer.status).toBe(400);
    expect((answer.body as { code: string }).code).toBe('INPUT.FIELDS');
  });
});

describe('every question', () => {
  const asking = signedIn.filter((route) => !changes.includes(route));
  it.each(asking.filter((route) => route.takesQuery).map((route) => [route.name, route] as const))('%s refuses an unknown filter', async (_name, route) => {
    const answer = await (await api.as('all-roles')).get(`${address(route)}?nonsense=1`);
    const { errors } = answer.body as { errors: { field: string; code: string }[] };
    // some questions have fields that must be there, and say so too
    expect([answer.status, errors.filter(({ code }) => code === 'unknownField')]).toEqual([400, [{ field: 'nonsense', code: 'unknownField' }]]);
  });
  it.each(asking.filter((route) => route.takesBody).map((route) => [route.name, route] as const))('%s refuses an unknown field', async (_name, route) => {
    const answer = await (await api.as('all-roles')).ask(address(route), { nonsense: 1 });
    expect(answer.status).toBe(400);
  });
});

describe('route by role', () => {
  const table = onlySome.flatMap((route) => roles.map((role) => [route.name, role, route.allowed.includes(role) ? 'lets in' : 'keeps out', route] as const));
  it.each(table)('%s, %s: %s', async (_name, role, verdict, route) => {
    const who = people.get(role);
    if (!who) throw new Error(role);
    const answer = await send(who, route);
    const keptOut = answer.status === 403 && (answer.body as { code?: string }).code === 'ACCESS.ROLE_NEEDED';
    expect(keptOut).toBe(verdict === 'keeps out');
  });
});
