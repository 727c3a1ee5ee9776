import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Runtime } from '@temporalio/worker';
import { ConfigError, loadConfig } from '#config';
import { WorkerModule } from './worker.module.js';
import { WorkerProcess } from './worker-process.js';

/** The durable side of the product: Temporal's workers, relay, watchdog, sequencer, mail. No public port. */
async function main(): Promise<void> {
  const config = loadConfig('worker', process.env);
  // Nest shuts down in order (worker, its connection, the database); the SDK must not end the process before.
  Runtime.install({ shutdownSignals: [] });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(config), { logger: ['error', 'warn'] });
  const worker = app.get(WorkerProcess);
  const stop = (): void => { worker.stop(); };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    await worker.run();
  } catch (error) {
    process.exitCode = 1;
    worker.report('the worker failed', error);
  } finally {
    await worker.close();
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
