import type { DataSource } from 'typeorm';
import type { Logger } from 'pino';
import { Attempts, IdentityProvider, Sessions } from '#access';
import { ConfigError, loadConfig, signInPaths, type ApiConfig, type Environment } from '#config';
import { connectTemporal, Nudge, Teller } from '#delivery';
import { Door, domainStreams } from '#door';
import { FolderFileStore, MasterKeys } from '#files';
import { doorDataSource, readerDataSource } from '#persistence';
import { makeLog } from '../http/log.js';
import { checkLiveEveryMs } from '../live/live-streams.js';
import { makeApp } from './app.js';
import type { Parts } from './parts.js';

/** The api as a process: settings, parts, listening, and a stop in order. */
export async function run(env: Environment): Promise<void> {
  try {
    await start(loadConfig('api', env));
  } catch (error) {
    // a listed fault of the settings is for people; anything else is for whoever looks after the machine
    process.stderr.write(`${error instanceof ConfigError ? error.message : portTaken(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
    process.exitCode = 1;
  }
}

async function start(config: ApiConfig): Promise<void> {
  const log = makeLog(config.logLevel);
  const onPoolError = (error: Error) => log.warn({ error: error.name }, 'a connection to PostgreSQL was lost');
  const [doorSource, readerSource] = [doorDataSource(config.databaseDoorUrl, { size: 20, onPoolError }), readerDataSource(config.databaseReaderUrl, { size: 20, onPoolError })];
  const { parts, stop } = await assemble(config, log, doorSource, readerSource);
  const app = await makeApp(parts);
  // A session that streams or a slow browser must not hold the stop for ever.
  app.getHttpServer().keepAliveTimeout = 65_000;
  const connecting = [connect(doorSource, log), connect(readerSource, log)];
  // A database that is there is not called down by the first who ask; one that is away holds nobody up.
  await Promise.all(connecting.map(({ tried }) => tried));
  await app.listen(config.port, config.host);
  log.info({ port: config.port }, 'listening');
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    void (async () => {
      setTimeout(() => app.getHttpServer().closeAllConnections(), 4_000).unref();
      await app.close().catch((error: unknown) => log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'stop'));
      for (const each of connecting) each.giveUp();
      await stop();
    })();
  };
  process.once('SIGINT', end).once('SIGTERM', end);
}

async function assemble(config: ApiConfig, log: Logger, doorSource: DataSource, readerSource: DataSource): Promise<{ parts: Parts; stop: () => Promise<void> }> {
  const client = connectTemporal({ address: config.temporalAddress, namespace: config.temporalNamespace });
  const nudge = new Nudge(new Teller(doorSource, client, config.taskQueue), (error) => log.debug({ error: error instanceof Error ? error.name : 'unknown' }, 'a nudge missed; the relay repeats it'));
  const door = new Door({ door: doorSource, types: domainStreams, onCommitted: (streams) => { for (const stream of streams) nudge.committed(stream); } });
  const provider = new IdentityProvider({
    issuer: config.oidcIssuer, clientId: config.oidcClientId, clientSecret: config.oidcClientSecret, callback: config.publicUrl + signInPaths.callback, signedOut: config.publicUrl + signInPaths.signedOut,
  });
  const parts: Parts = {
    config, log, door, doorSource, readerSource, provider, sessions: new Sessions(doorSource, { idleMs: config.sessionIdleMinutes * 60_000, absoluteMs: config.sessionHours * 3_600_000 }), attempts: new Attempts(doorSource, config.sessionSecret),
    files: await FolderFileStore.at(config.filesDir, new MasterKeys(config.filesMasterKey)), clock: () => new Date().toISOString(), liveCheckMs: checkLiveEveryMs,
    temporal: { answers: () => client.connection.withDeadline(Date.now() + 2_000, () => client.workflowService.describeNamespace({ namespace: config.temporalNamespace })).then(() => true, () => false) },
  };
  const stop = async () => {
    await Promise.race([nudge.idle(), new Promise((resolve) => { setTimeout(resolve, 2_500).unref(); })]);
    await client.connection.close();
    for (const source of [doorSource, readerSource]) if (source.isInitialized) await source.destroy();
  };
  return { parts, stop };
}

/** PostgreSQL may start later than we, or be away: until it is there every answer that needs it is a 503. */
function connect(source: DataSource, log: Logger): { tried: Promise<void>; giveUp: () => void } {
  let over = false;
  const once = () => source.initialize().then(() => undefined, (error: unknown) => { log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'PostgreSQL does not answer yet'); });
  const tried = once();
  void (async () => {
    for (await tried; !over && !source.isInitialized; await once()) await new Promise((resolve) => { setTimeout(resolve, 1_000).unref(); });
  })();
  return { tried, giveUp: () => { over = true; } };
}

const portTaken = (error: unknown): string | null =>
  (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' ? 'The port is in use: set CONSILIUM_PORT to another one, or stop what listens there.' : null);
