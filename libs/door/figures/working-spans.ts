import { spansBetween, type Calendar } from '#domain';
import type { Tx } from '../transaction.js';
import { insert } from '../projections/upsert.js';

interface InUse { readonly definition: Calendar; readonly version: number | null; readonly first: string | null; readonly last: string | null }

/** The newest version of each calendar that a hospital goes by, with what is laid out of it. */
const calendarsInUse = `
  select c.definition, s.version, s.first, s.last from (select distinct calendar_id from institution) i
  cross join lateral (select definition from calendar where id = i.calendar_id order by version desc limit 1) c
  left join lateral (select max(version) as version, min(starts_at) as first, max(starts_at) as last from working_span where calendar_id = i.calendar_id) s on true`;

/** Lays out the working time of every calendar in use for these years, where it isn't: in whole, because each stretch carries the sum of those before it. */
export async function layOutWorkingTime(tx: Tx, from: number, to: number): Promise<void> {
  for (const { definition, version, first, last } of await tx.query<InUse[]>(calendarsInUse)) {
    const isThere = version === definition.version && first !== null && last !== null && Number(first.slice(0, 4)) <= from && Number(last.slice(0, 4)) >= to;
    if (isThere) continue;
    await tx.query('delete from working_span where calendar_id = $1', [definition.id]);
    await insert(tx, 'working_span', spansOf(definition, from, to));
  }
}

/** Years that nobody reviewed count by the plain week, as everywhere where a time is told and not promised. */
function spansOf(calendar: Calendar, from: number, to: number) {
  let before = 0;
  // a day more at each end: the year begins and ends elsewhere in the calendar's zone
  const spans = spansBetween(`${from - 1}-12-31T00:00:00.000Z`, `${to + 1}-01-02T00:00:00.000Z`, { calendar, unreviewedYears: 'plain-week' }, false);
  return spans.flatMap((span) => {
    if (span.kind === 'skipped') return [];
    const row = { calendar_id: calendar.id, version: calendar.version, starts_at: span.from, ms: span.milliseconds, before_ms: before };
    before += span.milliseconds;
    return [row];
  });
}
