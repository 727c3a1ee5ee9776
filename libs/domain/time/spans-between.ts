import type { Instant } from '../core/instant.js';
import type { WorkContext } from './calendar.js';
import { toEpoch } from './civil-time.js';
import { type ExplainedSpan, toSpans } from './explain-deadline.js';
import { clockPieces, workPieces } from './explained-pieces.js';
import { readContext } from './work-days.js';

/** Every stretch between two instants, counted or skipped and why: what lies between two marks. `byClock`: only pauses interrupt it. */
export function spansBetween(from: Instant, to: Instant, context: WorkContext, byClock: boolean): readonly ExplainedSpan[] {
  const work = readContext(context);
  const [start, end] = [toEpoch(from), toEpoch(to)];
  return end <= start ? [] : toSpans(byClock ? clockPieces(work, start, end) : workPieces(work, start, end), null);
}
