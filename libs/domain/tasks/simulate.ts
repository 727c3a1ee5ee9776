import type { Instant } from '../core/instant.js';
import type { WorkContext } from '../time/calendar.js';
import type { ExplainedSpan } from '../time/explain-deadline.js';
import { spansBetween } from '../time/spans-between.js';
import type { Allowance, Audience, Calendars, ClockOwner, Ladder, MarkKind } from './allowances.js';

/** A mark as it would fall, with every stretch since the mark before it. */
export interface SimulatedMark { readonly name: string; readonly kind: MarkKind; readonly tells: readonly Audience[]; readonly at: Instant; readonly spans: readonly ExplainedSpan[]; /** Takes the task from its owner. */ readonly reassigns: boolean }
export interface Simulation { readonly startedAt: Instant; readonly marks: readonly SimulatedMark[]; readonly provisional: readonly string[]; readonly calendarId: string; readonly calendarVersion: number; readonly timeZoneData: string | null }

const byClock = ({ unit }: Allowance): boolean => unit === 'clockHours' || unit === 'clockDays';

/** What a ladder would do with a task that begins now: the very computation of a real one, with every skipped hour's reason. */
export const simulate = (startedAt: Instant, ladder: Ladder, owner: ClockOwner, calendars: Pick<Calendars, 'marks'>, context: WorkContext): Simulation => {
  const { marks, provisional, calendarId, calendarVersion, timeZoneData } = calendars.marks(startedAt, ladder, owner, []);
  const rungs = new Map(ladder.rungs.map((rung) => [rung.name, rung]));
  let since = startedAt;
  const simulated = [...marks].sort((a, b) => (a.at < b.at ? -1 : 1)).flatMap(({ name, at }): SimulatedMark[] => {
    const rung = rungs.get(name);
    if (rung === undefined) return [];
    // After the end of an allowance by the clock a span may still be counted in working time, and the other way round.
    const spans = spansBetween(since, at, context, byClock(rung.plus ?? ladder.allowance));
    since = at;
    return [{ name, kind: rung.kind, tells: rung.tells, at, spans, reassigns: rung.reassigns === true }];
  });
  return { startedAt, marks: simulated, provisional, calendarId, calendarVersion, timeZoneData: timeZoneData ?? null };
};
