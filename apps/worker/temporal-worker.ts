import { NativeConnection, Worker } from '@temporalio/worker';
import type { DoorActivities } from '#messages';
import type { TemporalState } from './heartbeat.js';

export interface TemporalWorkerSettings { readonly address: string; readonly namespace: string; readonly taskQueue: string; readonly bundle: string }

/** A count, not a size: enough for the cases that move at the same time, little memory for the thousands that wait. */
const cachedWorkflows = 100;
const connectAgainMs = 1_000;

/**
 * Runs workflows and activities for as long as the process lives. Temporal may be down at the start: it is asked again and
 * again, while relay, watchdog and mail already work. A worker that fails ends the process: whoever supervises starts it anew.
 */
export class TemporalWorker {
  state: TemporalState = 'connecting';
  private stopping = false;
  private worker: Worker | null = null;

  constructor(private readonly settings: TemporalWorkerSettings, private readonly activities: DoorActivities, private readonly onWaiting: (error: unknown) => void) {}

  async run(onConnected: () => Promise<void>): Promise<void> {
    const connection = await this.connect();
    if (!connection) return;
    try {
      await onConnected();
      if (this.stopping) return;
      const { namespace, taskQueue, bundle } = this.settings;
      this.worker = await Worker.create({
        connection, namespace, taskQueue, workflowBundle: { codePath: bundle }, activities: registered(this.activities),
        maxCachedWorkflows: cachedWorkflows, shutdownGraceTime: '5s', workflowFailureErrorTypes: { '*': ['NondeterminismError'] },
      });
      this.state = 'running';
      if (this.stopping) this.worker.shutdown();
      await this.worker.run();
    } finally {
      this.state = 'stopped';
      await connection.close();
    }
  }

  stop(): void {
    this.stopping = true;
    if (this.worker?.getState() === 'RUNNING') this.worker.shutdown();
  }

  private async connect(): Promise<NativeConnection | null> {
    while (!this.stopping) {
      try {
        return await NativeConnection.connect({ address: this.settings.address });
      } catch (error) {
        this.onWaiting(error);
        await new Promise((resolve) => { setTimeout(resolve, connectAgainMs); });
      }
    }
    return null;
  }
}

/** Methods bound to their object, under the names that workflows call. The type holds the list complete. */
function registered(activities: DoorActivities): Record<keyof DoorActivities, (...args: never[]) => Promise<unknown>> {
  return {
    issueMove: activities.issueMove.bind(activities),
    runDue: activities.runDue.bind(activities),
    newsOf: activities.newsOf.bind(activities),
    makeLetters: activities.makeLetters.bind(activities),
  };
}
