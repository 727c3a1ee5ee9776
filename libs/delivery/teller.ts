import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { newsSignal, workflowIdOf, type News } from '#messages';
import { newsOfStream, type StreamKindTold } from './news-of-stream.js';

export type Told = 'told' | 'unknownStream';

/** A call that takes longer is given up: the relay repeats it. */
const deadlineMs = 2_000;

const workflowTypeOf: Readonly<Record<StreamKindTold, string>> = {
  case: 'caseWorkflow', meeting: 'meetingWorkflow', board: 'keepTimeWorkflow', institution: 'keepTimeWorkflow', person: 'keepTimeWorkflow',
};

/** Tells a stream's workflow how the stream stands now, and marks that as delivered. Repeating it is harmless. */
export class Teller {
  constructor(private readonly door: DataSource, private readonly client: Client, private readonly taskQueue: string) {}

  async tell(stream: string): Promise<Told> {
    const found = await newsOfStream(this.door, stream);
    if (!found) return 'unknownStream';
    await this.client.connection.withDeadline(Date.now() + deadlineMs, () => this.send(found.kind, found.news));
    await this.door.query('update delivery set sent_seq = greatest(sent_seq, $2), lease_until = null, attempts = 0 where stream = $1', [stream, found.news.seq]);
    return 'told';
  }

  /** Ends the run that does not answer; the next telling begins a new one from PostgreSQL. */
  async startAnew(stream: string): Promise<void> {
    const found = await newsOfStream(this.door, stream);
    if (!found) return;
    try {
      await this.client.connection.withDeadline(Date.now() + deadlineMs, () =>
        this.client.workflow.getHandle(workflowIdOf(found.kind, stream)).terminate('its news were not acted on: started anew from PostgreSQL'));
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
    await this.tell(stream);
  }

  private async send(kind: StreamKindTold, news: News): Promise<void> {
    const workflowId = workflowIdOf(kind, news.stream);
    if (news.closed) return this.sendClosed(workflowId, news);
    await this.client.workflow.signalWithStart(workflowTypeOf[kind], {
      workflowId, taskQueue: this.taskQueue, args: [{ stream: news.stream, news }], signal: newsSignal, signalArgs: [news],
      // A run closed by an incompatible release begins anew within seconds from the news in its input.
      retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
    });
  }

  /** No run to hear it is as good as delivered: signal-with-start would raise the dead at every repetition. */
  private async sendClosed(workflowId: string, news: News): Promise<void> {
    try {
      await this.client.workflow.getHandle(workflowId).signal(newsSignal, news);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
