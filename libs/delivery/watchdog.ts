import type { DataSource } from 'typeorm';
import type { Teller } from './teller.js';

/** Told again so many times without effect: the run is ended and begun anew. */
const patience = 3;

const late = `
  select s.id as stream, d.told_again from stream s join delivery d on d.stream = s.id
  where not s.closed and (s.next_due_at < clock_timestamp() - interval '1 minute' or s.ready_since < clock_timestamp() - interval '1 minute')
  order by least(s.next_due_at, s.ready_since) limit 200`;

export interface WatchdogReport { readonly toldAgain: number; readonly startedAnew: number; readonly alerts: readonly string[] }

/**
 * Looks, by PostgreSQL alone, for streams whose process should have acted a minute ago: tells them again, the third time
 * starts the run anew, then alerts. The net under every way in which a workflow can be lost.
 */
export class Watchdog {
  constructor(private readonly door: DataSource, private readonly teller: Pick<Teller, 'tell' | 'startAnew'>) {}

  async look(): Promise<WatchdogReport> {
    await this.forgetTheWell();
    const rows = await this.door.query<{ stream: string; told_again: number }[]>(late);
    let toldAgain = 0;
    let startedAnew = 0;
    const alerts: string[] = [];
    for (const { stream, told_again: times } of rows) {
      await this.door.query('update delivery set told_again = told_again + 1 where stream = $1', [stream]);
      if (times < patience) { await this.teller.tell(stream); toldAgain += 1; }
      else if (times === patience) { await this.teller.startAnew(stream); startedAnew += 1; }
      else { alerts.push(stream); await this.teller.tell(stream); }
    }
    return { toldAgain, startedAnew, alerts };
  }

  private async forgetTheWell(): Promise<void> {
    await this.door.query(`
      update delivery d set told_again = 0 from stream s
      where s.id = d.stream and d.told_again > 0
        and (s.closed or (coalesce(s.next_due_at, 'infinity') >= clock_timestamp() - interval '1 minute' and coalesce(s.ready_since, 'infinity') >= clock_timestamp() - interval '1 minute'))`);
  }
}
