import { hostname } from 'node:os';
import type { DataSource } from 'typeorm';

export type TemporalState = 'connecting' | 'running' | 'stopped';

/** Says every few seconds that this worker lives and how it stands with Temporal; /health/ready and the banner read it. */
export class Heartbeat {
  private readonly process = `${hostname()}/${process.pid}`;

  constructor(private readonly door: DataSource) {}

  async beat(temporal: TemporalState): Promise<void> {
    await this.door.query(`insert into worker_heartbeat (process, at, temporal) values ($1, clock_timestamp(), $2)
      on conflict (process) do update set at = excluded.at, temporal = excluded.temporal`, [this.process, temporal]);
    await this.door.query(`delete from worker_heartbeat where at < clock_timestamp() - interval '1 day'`);
  }

  async stop(): Promise<void> {
    await this.door.query('delete from worker_heartbeat where process = $1', [this.process]);
  }
}
