import type { DataSource } from 'typeorm';
import type { Teller } from './teller.js';

const leaseSeconds = 10;
const batch = 50;

const take = `
  update delivery d set lease_until = clock_timestamp() + make_interval(secs => $1), attempts = attempts + 1
  where d.stream in (
    select stream from delivery
    where sent_seq < seq and changed_at < clock_timestamp() - interval '1 second'
      and (lease_until is null or lease_until < clock_timestamp())
    order by changed_at limit $2 for update skip locked)
  returning stream`;

/** Sweeps news that no nudge delivered: leased in a short transaction, told, marked. Any number of relays may run. */
export class Relay {
  constructor(private readonly door: DataSource, private readonly teller: Pick<Teller, 'tell'>) {}

  /** Answers how many streams were told. The first failure ends the sweep: Temporal is down, the leases run out by themselves. */
  async sweep(): Promise<number> {
    const [rows] = await this.door.query<[{ stream: string }[], number]>(take, [leaseSeconds, batch]);
    for (const { stream } of rows) await this.teller.tell(stream);
    return rows.length;
  }
}
