import { Module, type DynamicModule } from '@nestjs/common';
import { pino } from 'pino';
import { AgendaMoves, BoardSeries, DoorMoves, LetterMoves, Replanner } from '#activities';
import type { WorkerConfig } from '#config';
import { connectTemporal, Nudge, Relay, Sequencer, Teller, Watchdog } from '#delivery';
import { Door, domainStreams } from '#door';
import { FolderFileStore, MasterKeys } from '#files';
import { AnswerAddress, noPusher, SmtpMailer, TypstLetterRenderer, WebPusher, type Pusher } from '#integrations';
import { doorDataSource } from '#persistence';
import { AnswerTaker } from './answers/answer-taker.js';
import { AnswersListener } from './answers/answers-listener.js';
import { Heartbeat } from './heartbeat.js';
import { DeliveryLog } from './notifier/delivery-log.js';
import { MailQueue } from './notifier/leased-mails.js';
import { PushQueue } from './notifier/leased-pushes.js';
import { NextChannel } from './notifier/next-channel.js';
import { Notifier } from './notifier/notifier.js';
import { PushLog } from './notifier/push-log.js';
import { PushNotifier } from './notifier/push-notifier.js';
import { TemporalWorker } from './temporal-worker.js';
import { WorkerProcess } from './worker-process.js';

const pusherOf = ({ pushPublicKey, pushPrivateKey, mailFrom }: WorkerConfig): Pusher =>
  (pushPublicKey === '' || pushPrivateKey === '' ? noPusher : new WebPusher({ publicKey: pushPublicKey, privateKey: pushPrivateKey, contact: mailFrom }));

/** Puts the worker together: what depends on what stands in this one function. */
async function assemble(config: WorkerConfig): Promise<WorkerProcess> {
  const log = pino({ level: config.logLevel, base: { process: 'worker' } });
  const source = await doorDataSource(config.databaseDoorUrl, { onPoolError: (error) => { log.warn({ error: error.name }, 'a connection to PostgreSQL was lost'); } }).initialize();
  const client = connectTemporal({ address: config.temporalAddress, namespace: config.temporalNamespace });
  const teller = new Teller(source, client, config.taskQueue);
  const nudge = new Nudge(teller, (error) => { log.debug({ error: error instanceof Error ? error.name : 'unknown' }, 'a nudge missed; the relay repeats it'); });
  const door = new Door({ door: source, types: domainStreams, onCommitted: (streams) => { for (const stream of streams) nudge.committed(stream); } });
  const files = await FolderFileStore.at(config.filesDir, new MasterKeys(config.filesMasterKey));
  const activities = new DoorMoves(door, source, new AgendaMoves(door, source), new BoardSeries(door, source), new LetterMoves(door, source, new TypstLetterRenderer(), files));
  const temporal = new TemporalWorker(
    { address: config.temporalAddress, namespace: config.temporalNamespace, taskQueue: config.taskQueue, bundle: config.workflowBundle },
    activities, (error) => { log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Temporal does not answer yet; people go on working'); });
  const next = new NextChannel(source, door);
  const answers = config.answersAddress === '' ? null : new AnswerAddress(config.answersAddress, config.filesMasterKey);
  return new WorkerProcess({
    log, source, client, temporal, relay: new Relay(source, teller), watchdog: new Watchdog(source, teller), sequencer: new Sequencer(source), replanner: new Replanner(door, source),
    notifier: new Notifier(new MailQueue(source), new DeliveryLog(source), next, new SmtpMailer({ url: config.smtpUrl, from: config.mailFrom }), config.publicUrl, answers), heartbeat: new Heartbeat(source),
    answers: answers === null ? null : new AnswersListener({ host: config.answersSmtpHost, port: config.answersSmtpPort }, answers, new AnswerTaker(door, source, answers)),
    pushNotifier: new PushNotifier(new PushQueue(source), new PushLog(source), next, pusherOf(config)),
  });
}

@Module({})
export class WorkerModule {
  static with(config: WorkerConfig): DynamicModule {
    return { module: WorkerModule, providers: [{ provide: WorkerProcess, useFactory: () => assemble(config) }], exports: [WorkerProcess] };
  }
}
