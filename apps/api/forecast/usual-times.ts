import { Inject, Injectable } from '@nestjs/common';
import type { TaskKind, Urgency, UsualTime } from '#domain';
import { CLOCK, type Clock } from '../door/tokens.js';
import type { Rows } from '../reading/reader.js';

export type UsualTimesOfBoards = (boardId: string, kind: TaskKind, urgency: Urgency) => UsualTime | null;
interface Row { board_id: string; kind: string; urgency: string; samples: number; median: number; slow: number }

/** Each kind's newest 200 done tasks of a board: what was usual years ago says little. */
const query = `
  select k.board_id, k.kind, k.urgency, count(*)::int as samples, percentile_disc(0.5) within group (order by n.worked_ms) as median, percentile_disc(0.8) within group (order by n.worked_ms) as slow
  from (select distinct board_id, kind, urgency from task_time) k,
    lateral (select worked_ms from task_time t where t.board_id = k.board_id and t.kind = k.kind and t.urgency = k.urgency order by closed_at desc limit 200) n
  group by k.board_id, k.kind, k.urgency`;
const keptFor = 10 * 60_000;

/** How long tasks usually took, kept by the process for ten minutes: it changes slowly, and every card of a board asks. */
@Injectable()
export class UsualTimes {
  private kept: { readonly at: number; readonly times: ReadonlyMap<string, UsualTime> } | null = null;
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  async at(rows: Rows): Promise<UsualTimesOfBoards> {
    const now = Date.parse(this.clock());
    if (this.kept === null || Math.abs(now - this.kept.at) > keptFor) this.kept = { at: now, times: await read(rows) };
    const { times } = this.kept;
    return (boardId, kind, urgency) => times.get(`${boardId}/${kind}/${urgency}`) ?? null;
  }
}

async function read(rows: Rows): Promise<ReadonlyMap<string, UsualTime>> {
  const found = await rows.query<Row>(query);
  return new Map(found.map(({ board_id, kind, urgency, samples, median, slow }) => [`${board_id}/${kind}/${urgency}`, { samples, medianMs: median, slowMs: slow }]));
}
