import { Injectable } from '@nestjs/common';
import type { Asker } from '../http/request.js';
import { Reader, type Rows } from '../reading/reader.js';
import { shownOf, wholeOrNone, type ChainEvent, type ChainHead } from './chain-lines.js';

/** Chains that one statement looks through. */
const chainsAtOnce = 500;

/** The chains of the log as far as the reader answers for them: their heads at one moment, then their links up to there, page by page. */
@Injectable()
export class ChainsReading {
  constructor(private readonly reader: Reader) {}

  /** Recorded before anything is shown. Also chains of which no event is left: their heads still say that there were some. */
  heads(by: Asker, caseId: string | null): Promise<readonly ChainHead[]> {
    return this.reader.ofAudit(by, 'auditExport', async (rows) => ({ answer: shownOf(await headsOf(rows, caseId)), caseIds: caseId === null ? [] : [caseId] }));
  }

  /** Each page is a read of its own: a slow browser holds no transaction open, and what grew meanwhile lies beyond the heads. */
  async *pages(by: Asker, heads: readonly ChainHead[], pageSize: number): AsyncGenerator<readonly ChainEvent[]> {
    for (let index = 0; index < heads.length; index += chainsAtOnce) {
      const chains = heads.slice(index, index + chainsAtOnce);
      for (let after: readonly [string, number] = [lowest, 0]; ;) {
        const page = await this.reader.plain(by, (rows) => rows.query<ChainEvent>(links, [chains.map(({ stream }) => stream), chains.map(({ seq }) => seq), ...after, pageSize]));
        if (page.length > 0) yield page;
        const last = page.at(-1);
        if (last === undefined || page.length < pageSize) break;
        after = [last.stream, last.seq];
      }
    }
  }
}

const lowest = '00000000-0000-0000-0000-000000000000';
const links = `select e.stream, e.seq, e.canonical as text, e.hash from event e join unnest($1::uuid[], $2::bigint[]) as head (stream, seq) on head.stream = e.stream and e.seq <= head.seq
  where (e.stream, e.seq) > ($3::uuid, $4::bigint) order by e.stream, e.seq limit $5`;

async function headsOf(rows: Rows, caseId: string | null): Promise<ChainHead[]> {
  // Counts every record of a read that is open to the reader: more than a page may take.
  return rows.within<ChainHead>(5 * 60_000, `
    with seen as (select e.stream, count(*) as seen from event e where not e.kind = any ($2) and ($1::uuid is null or e.stream = $1) group by e.stream)
    select s.id as stream, s.kind, s.seq, s.hash, coalesce(n.seen, 0) as seen from stream s left join seen n on n.stream = s.id
    where ($1::uuid is null or s.id = $1) and (n.stream is not null or s.kind in ('meeting', 'board') or s.kind = 'case' and may_audit_case(s.id)) order by s.id`, [caseId, wholeOrNone]);
}
