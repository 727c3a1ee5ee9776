import type { Logger } from 'pino';
import { everySoOften, rememberTemporal, type Loop, type Relay, type Sequencer, type Watchdog } from '#delivery';
import type { Replanner } from '#activities';
import type { Client } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import type { AnswersListener } from './answers/answers-listener.js';
import type { Heartbeat } from './heartbeat.js';
import type { Notifier } from './notifier/notifier.js';
import type { PushNotifier } from './notifier/push-notifier.js';
import type { TemporalWorker } from './temporal-worker.js';

export interface Parts {
  readonly log: Logger; readonly source: DataSource; readonly client: Client; readonly temporal: TemporalWorker;
  readonly relay: Relay; readonly watchdog: Watchdog; readonly sequencer: Sequencer; readonly replanner: Replanner; readonly notifier: Notifier; readonly pushNotifier: PushNotifier; readonly heartbeat: Heartbeat;
  /** Null where no answers are read from mails. */
  readonly answers: AnswersListener | null;
}

/** What the worker does while it lives. Everything but the workflows goes on while Temporal is down. */
export class WorkerProcess {
  private loops: readonly Loop[] = [];

  constructor(private readonly parts: Parts) {}

  async run(): Promise<void> {
    const { relay, watchdog, sequencer, replanner, notifier, pushNotifier, heartbeat, temporal, answers } = this.parts;
    this.loops = [
      everySoOften(500, () => relay.sweep(), this.failed('relay')),
      everySoOften(150, () => sequencer.sequence(), this.failed('sequencer')),
      everySoOften(1_000, () => notifier.send(), this.failed('notifier')),
      everySoOften(1_000, () => pushNotifier.send(), this.failed('push notifier')),
      everySoOften(500, () => replanner.turn(), this.failed('replanner')),
      everySoOften(20_000, async () => { this.alert((await watchdog.look()).alerts); }, this.failed('watchdog')),
      ...(answers === null ? [] : [everySoOften(5_000, () => answers.listen(this.failed('an answer by mail')), this.failed('the port for answers'))]),
      everySoOften(3_000, () => heartbeat.beat(temporal.state), this.failed('heartbeat')),
    ];
    if (process.versions.tz !== undefined) await replanner.noticeTimeZoneData(process.versions.tz).catch(this.failed('replanner'));
    await temporal.run(async () => {
      const which = await rememberTemporal(this.parts.source, this.parts.client);
      if (which === 'new') this.parts.log.warn('Temporal is new and empty: every open case is told again');
    });
  }

  stop(): void { this.parts.temporal.stop(); }

  async close(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await this.parts.answers?.close();
    await this.parts.notifier.close();
    await this.parts.pushNotifier.settled();
    await this.parts.heartbeat.stop().catch(this.failed('heartbeat'));
    await this.parts.client.connection.close();
  }

  /** Names of errors and codes only: a message may quote what somebody typed. */
  report(what: string, error: unknown): void {
    const { name, code } = error instanceof Error ? { name: error.name, code: 'code' in error ? String(error.code) : undefined } : { name: typeof error, code: undefined };
    const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 6).map((line) => line.trim()) : undefined;
    this.parts.log.error({ error: name, code, stack }, what);
  }

  private failed(part: string): (error: unknown) => void {
    return (error) => { this.report(`${part} failed, it is tried again`, error); };
  }

  private alert(streams: readonly string[]): void {
    if (streams.length > 0) this.parts.log.error({ streams }, 'streams stand still although their runs were begun anew: consilium unstick');
  }
}
