import { plusMilliseconds, type Instant } from '../core/instant.js';
import type { MeetingState } from './state.js';

/** When a case is to be heard, and for how long. */
export interface TimeBox { readonly caseId: string; readonly minutes: number; readonly startsAt: Instant }
export interface PlannedSitting {
  readonly boxes: readonly TimeBox[];
  /** Proposed at the half of a long sitting, before this case. */
  readonly rest: { readonly beforeCaseId: string; readonly minutes: number; readonly startsAt: Instant } | null;
  readonly endsAt: Instant;
}

const minute = 60_000;
const restMinutes = 10;
/** Decisions late in a long sitting are worse than early ones: from two hours, or ten cases, a break is proposed (Soukup et al. 2019). */
const needsRest = (minutes: number, cases: number): boolean => cases >= 4 && (minutes >= 120 || cases >= 10);
const shortest = 2;

/**
 * The sitting by the clock: cases with minutes of their own get those, the others share what is left, never less than two. It
 * begins when it was opened, before that at its planned hour. Minutes are clock minutes.
 */
export const timeBoxesOf = (meeting: Pick<MeetingState, 'startsAt' | 'openedAt' | 'minutes' | 'boxes'>, caseIds: readonly string[]): PlannedSitting => {
  const rests = needsRest(meeting.minutes, caseIds.length);
  const given = caseIds.map((id) => meeting.boxes?.[id] ?? null);
  const left = meeting.minutes - (rests ? restMinutes : 0) - given.reduce<number>((sum, minutes) => sum + (minutes ?? 0), 0);
  const share = Math.max(shortest, Math.floor(left / Math.max(1, given.filter((minutes) => minutes === null).length)));
  const lengths = given.map((minutes) => minutes ?? share);
  const half = lengths.reduce((sum, minutes) => sum + minutes, 0) / 2;
  let at = meeting.openedAt ?? meeting.startsAt;
  let [heard, rest]: [number, PlannedSitting['rest']] = [0, null];
  const boxes = caseIds.map((caseId, place): TimeBox => {
    const minutes = lengths[place] ?? share;
    if (rests && rest === null && heard >= half) {
      rest = { beforeCaseId: caseId, minutes: restMinutes, startsAt: at };
      at = plusMilliseconds(at, restMinutes * minute);
    }
    const box = { caseId, minutes, startsAt: at };
    heard += minutes;
    at = plusMilliseconds(at, minutes * minute);
    return box;
  });
  return { boxes, rest, endsAt: at };
};
