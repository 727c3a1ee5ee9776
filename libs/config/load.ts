import { join } from 'node:path';
import { inspect } from 'node:util';
import { type Environment, Reading } from './reading.js';
import { type Setting, settings } from './settings.js';

/** What each process reads. A setting that a process doesn't read may be missing there. */
export const readers = {
  api: (read: Reading) => {
    const home = read.value(settings.home);
    return {
      home,
      ...listening(read),
      ...database(read),
      ...temporal(read),
      ...files(read, home),
      webDir: read.value(settings.webDir),
      oidcIssuer: read.value(settings.oidcIssuer),
      oidcClientId: read.value(settings.oidcClientId),
      oidcClientSecret: read.value(settings.oidcClientSecret),
      sessionSecret: read.value(settings.sessionSecret),
      sessionIdleMinutes: read.value(settings.sessionIdleMinutes),
      sessionHours: read.value(settings.sessionHours),
      pushPublicKey: read.value(settings.pushPublicKey),
      pushServices: read.value(settings.pushServices),
      ...manner(read),
    };
  },
  worker: (read: Reading) => {
    const home = read.value(settings.home);
    return {
      home,
      publicUrl: read.value(settings.publicUrl),
      ...database(read),
      ...temporal(read),
      ...files(read, home),
      workflowBundle: read.value(settings.workflowBundle),
      smtpUrl: read.value(settings.smtpUrl),
      mailFrom: read.value(settings.mailFrom),
      answersAddress: read.value(settings.answersAddress),
      answersSmtpHost: read.value(settings.answersSmtpHost),
      answersSmtpPort: read.value(settings.answersSmtpPort),
      pushPublicKey: read.value(settings.pushPublicKey),
      pushPrivateKey: read.value(settings.pushPrivateKey),
      ...manner(read),
    };
  },
  cli: (read: Reading) => {
    const home = read.value(settings.home);
    return { home, publicUrl: read.value(settings.publicUrl), ...database(read), ...temporal(read), ...files(read, home), ...manner(read) };
  },
  migrate: (read: Reading) => ({
    databaseOwnerUrl: read.value(settings.databaseOwnerUrl),
    logLevel: read.value(settings.logLevel),
  }),
  /** The identity provider with demo people and the mail catcher: one machine only, never in the image. */
  local: (read: Reading) => ({
    home: read.value(settings.home),
    publicUrl: read.value(settings.publicUrl),
    oidcIssuer: read.value(settings.oidcIssuer),
    oidcClientId: read.value(settings.oidcClientId),
    oidcClientSecret: read.value(settings.oidcClientSecret),
    signInPort: read.value(settings.signInPort),
    mailPort: read.value(settings.mailPort),
    mailSmtpPort: read.value(settings.mailSmtpPort),
    answersSmtpPort: read.value(settings.answersSmtpPort),
  }),
};

export type ProcessName = keyof typeof readers;
export type ApiConfig = Readonly<ReturnType<typeof readers.api>>;
export type WorkerConfig = Readonly<ReturnType<typeof readers.worker>>;
export type CliConfig = Readonly<ReturnType<typeof readers.cli>>;
export type MigrateConfig = Readonly<ReturnType<typeof readers.migrate>>;
export type LocalConfig = Readonly<ReturnType<typeof readers.local>>;

/**
 * The settings of one process, read once at its start and frozen.
 * Throws a `ConfigError` that names every fault and no value. Printing the result shows no secret.
 */
export function loadConfig(process: 'api', env: Environment): ApiConfig;
export function loadConfig(process: 'worker', env: Environment): WorkerConfig;
export function loadConfig(process: 'cli', env: Environment): CliConfig;
export function loadConfig(process: 'migrate', env: Environment): MigrateConfig;
export function loadConfig(process: 'local', env: Environment): LocalConfig;
export function loadConfig(process: ProcessName, env: Environment): ApiConfig | WorkerConfig | CliConfig | MigrateConfig | LocalConfig {
  const read = new Reading(env);
  const config = readers[process](read);
  read.done();
  return Object.freeze(discreet(config));
}

function listening(read: Reading) {
  const host = read.value(settings.host);
  const port = read.value(settings.port);
  return { host, port, publicUrl: read.value(settings.publicUrl, `http://localhost:${port}`) };
}

function database(read: Reading) {
  return { databaseDoorUrl: read.value(settings.databaseDoorUrl), databaseReaderUrl: read.value(settings.databaseReaderUrl) };
}

function temporal(read: Reading) {
  return {
    temporalAddress: read.value(settings.temporalAddress),
    temporalNamespace: read.value(settings.temporalNamespace),
    taskQueue: read.value(settings.taskQueue),
  };
}

function files(read: Reading, home: string) {
  return { filesDir: read.value(settings.filesDir, join(home, 'files')), filesMasterKey: read.value(settings.filesMasterKey) };
}

function manner(read: Reading) {
  return { demo: read.value(settings.demo), logLevel: read.value(settings.logLevel) };
}

/** A config that lands in a log or an error by accident shows names, and values only where they are no secret. */
function discreet<C extends object>(config: C): C {
  const secrets = new Set(Object.entries<Setting<unknown>>(settings).flatMap(([field, setting]) => (setting.secret ? [field] : [])));
  const shown = () => Object.fromEntries(Object.entries(config).map(([field, value]) => [field, secrets.has(field) ? '(secret)' : value]));
  return Object.defineProperties(config, { toJSON: { value: shown }, [inspect.custom]: { value: shown } });
}
