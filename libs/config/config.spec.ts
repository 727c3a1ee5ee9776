import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { ConfigError, describeConfig, type Environment, loadConfig, localFile, withLocal } from './index.js';

const complete: Environment = Object.fromEntries(describeConfig().map((setting) => [setting.name, setting.example]));
const without = (...names: string[]): Environment => Object.fromEntries(Object.entries(complete).filter(([name]) => !names.includes(name)));
const faultsOf = (load: () => unknown): readonly string[] => {
  try {
    load();
  } catch (error) {
    if (error instanceof ConfigError) return error.faults.map((fault) => fault.name);
    throw error;
  }
  return [];
};

describe('the settings of a process', () => {
  it('are typed, absolute where they are paths, and frozen', () => {
    const config = loadConfig('api', { ...complete, CONSILIUM_PORT: '8080', CONSILIUM_HOME: 'somewhere' });
    expect(config.port).toBe(8080);
    expect(config.home).toBe(join(process.cwd(), 'somewhere'));
    expect(config.filesMasterKey).toHaveLength(32);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('fall back on what is said in their description', () => {
    const needed = describeConfig().flatMap((setting) => (setting.fallback === undefined ? [] : [setting.name]));
    const config = loadConfig('api', { ...without(...needed), CONSILIUM_PORT: '3100' });
    expect(config).toMatchObject({ publicUrl: 'http://localhost:3100', temporalNamespace: 'default', sessionIdleMinutes: 30, sessionHours: 12, demo: false, logLevel: 'info' });
    expect(config.filesDir).toBe(join(config.home, 'files'));
  });

  it('name all faults at once, an empty variable too', () => {
    const env = { ...without('CONSILIUM_DATABASE_DOOR_URL'), CONSILIUM_PORT: '99999', CONSILIUM_DEMO: 'yes', CONSILIUM_OIDC_ISSUER: '' };
    expect(faultsOf(() => loadConfig('api', env))).toEqual(
      expect.arrayContaining(['CONSILIUM_DATABASE_DOOR_URL', 'CONSILIUM_PORT', 'CONSILIUM_DEMO', 'CONSILIUM_OIDC_ISSUER']),
    );
  });

  it('ask of a process only what it reads', () => {
    expect(faultsOf(() => loadConfig('migrate', {}))).toEqual(['CONSILIUM_DATABASE_OWNER_URL']);
    expect(faultsOf(() => loadConfig('worker', without('CONSILIUM_OIDC_ISSUER', 'CONSILIUM_SESSION_SECRET')))).toEqual([]);
    expect(faultsOf(() => loadConfig('worker', without('CONSILIUM_SMTP_URL')))).toEqual(['CONSILIUM_SMTP_URL']);
  });

  it.each([
    ['CONSILIUM_FILES_MASTER_KEY', 'c2hvcnQ='],
    ['CONSILIUM_DATABASE_READER_URL', 'mysql://canary@localhost/db'],
    ['CONSILIUM_OIDC_ISSUER', 'http://sign-in.hospital.example'],
    ['CONSILIUM_SESSION_SECRET', 'canary-short'],
    ['CONSILIUM_TEMPORAL_ADDRESS', 'canary without port'],
    ['CONSILIUM_OIDC_CLIENT_SECRET', 'canary-with-line-break\n'],
    ['CONSILIUM_LOG_LEVEL', 'canary'],
    ['CONSILIUM_SESSION_IDLE_MINUTES', '1.5e1'],
    ['CONSILIUM_SESSION_IDLE_MINUTES', '3'],
    ['CONSILIUM_SESSION_HOURS', '25'],
  ])('refuse a bad %s without repeating it', (name, value) => {
    const load = () => loadConfig('api', { ...complete, [name]: value });
    expect(load).toThrow(name);
    expect(load).not.toThrow(value);
  });

  it('refuse a sender that could smuggle in a second header', () => {
    expect(faultsOf(() => loadConfig('worker', { ...complete, CONSILIUM_MAIL_FROM: 'A <a@b.example>\r\nBcc: c@d.example' }))).toEqual(['CONSILIUM_MAIL_FROM']);
  });

  it.each([['answers+more@board.example'], ['Board <answers@board.example>'], ['a-name-that-leaves-no-room-for-a-token@board.example'], ['answers']])('refuse %s as the address for answers', (address) => {
    expect(faultsOf(() => loadConfig('worker', { ...complete, CONSILIUM_ANSWERS_ADDRESS: address }))).toEqual(['CONSILIUM_ANSWERS_ADDRESS']);
    expect(loadConfig('worker', { ...complete, CONSILIUM_ANSWERS_ADDRESS: 'answers@board.example' }).answersAddress).toBe('answers@board.example');
  });

  it('show no secret when they are printed', () => {
    const config = loadConfig('worker', { ...complete, CONSILIUM_SMTP_URL: 'smtp://user:canary@mail.example' });
    expect(config.smtpUrl).toContain('canary');
    expect(inspect({ config }) + JSON.stringify({ config })).not.toMatch(/canary|password/);
    expect(JSON.stringify(config)).toContain('"smtpUrl":"(secret)"');
  });
});

describe('the description', () => {
  it('says of every setting who reads it', () => {
    expect(describeConfig().filter((setting) => setting.processes.length === 0)).toEqual([]);
    expect(describeConfig().find((setting) => setting.name === 'CONSILIUM_DATABASE_OWNER_URL')?.processes).toEqual(['migrate']);
  });

  it('has examples that every process starts with', () => {
    expect(faultsOf(() => [loadConfig('api', complete), loadConfig('worker', complete), loadConfig('cli', complete), loadConfig('migrate', complete)])).toEqual([]);
  });
});

describe('what npm start left in CONSILIUM_HOME', () => {
  const home = mkdtempSync(join(tmpdir(), 'consilium-config-'));
  afterAll(() => rmSync(home, { recursive: true }));

  it('is used beneath what was given', () => {
    const given = { CONSILIUM_HOME: home, CONSILIUM_PORT: '4000' };
    expect(withLocal(given)).toEqual(given);
    writeFileSync(join(home, localFile), JSON.stringify({ CONSILIUM_PORT: '3000', CONSILIUM_TASK_QUEUE: 'q' }));
    expect(withLocal(given)).toEqual({ ...given, CONSILIUM_TASK_QUEUE: 'q' });
  });

  it('is named when it is broken', () => {
    writeFileSync(join(home, localFile), '{');
    expect(() => withLocal({ CONSILIUM_HOME: home })).toThrow(localFile);
  });
});
