import type { DataSource } from 'typeorm';

/** Any number no other advisory lock of this database uses. */
const lockKey = 7_203_441;

/**
 * Gives committed events a dense position, by one process at a time (advisory lock). Events are handed over in a table that
 * the committing transaction fills, so a lower position can never appear after a higher one was read.
 */
export class Sequencer {
  constructor(private readonly door: DataSource) {}

  /** Answers how many events got their position; 0 where another process holds the lock. */
  async sequence(batch = 1000): Promise<number> {
    return this.door.transaction(async (manager) => {
      const [lock] = await manager.query<{ mine: boolean }[]>('select pg_try_advisory_xact_lock($1) as mine', [lockKey]);
      if (!lock?.mine) return 0;
      const placed = await manager.query<{ position: number }[]>(`
        with taken as (
          delete from event_unsequenced where (stream, seq) in (select stream, seq from event_unsequenced order by stream, seq limit $1)
          returning stream, seq, case_id),
        last as (select coalesce(max(position), 0) as position from event_position)
        insert into event_position (position, stream, seq, case_id)
        select last.position + row_number() over (order by taken.stream, taken.seq), taken.stream, taken.seq, taken.case_id from taken, last
        on conflict (stream, seq) do nothing returning position`, [batch]);
      return placed.length;
    });
  }
}
