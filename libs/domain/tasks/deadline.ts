import type { Context } from '../core/context.js';
import type { Instant } from '../core/instant.js';
import type { BoardDefinition, Urgency } from '../boards/definition.js';
import { ladderAt } from '../boards/ladders.js';
import type { Allowance, ClockOwner, Ladder, PauseSpan } from './allowances.js';
import type { Deadline, Mark } from './task.js';

/** A ladder with the key it stands under in the board's definition. */
export interface NamedLadder { readonly key: string; readonly ladder: Ladder }

/** The board's ladder of a task kind: `<kind>.<urgency>` before `<kind>`. Throws where the board has none: a published board has one for every kind. */
export const ladderFor = (board: BoardDefinition, kind: string, urgency: Urgency): NamedLadder => {
  const key = [`${kind}.${urgency}`, kind].find((name) => ladderAt(board, name) !== undefined);
  const ladder = key === undefined ? undefined : ladderAt(board, key);
  if (key === undefined || ladder === undefined) throw new Error(`Board ${board.id} version ${board.version} has no ladder for ${kind}`);
  return { key, ladder };
};

/** The same rungs over another allowance: a date somebody named, a second return, a day of follow-up. */
export const withAllowance = ({ key, ladder }: NamedLadder, allowance: Allowance): NamedLadder => ({ key, ladder: { ...ladder, allowance } });

/** Clock time until an instant, as an allowance: for due dates that people name. Never negative. */
export const until = (now: Instant, then: Instant): Allowance => ({ amount: Math.max(0, Date.parse(then) - Date.parse(now)) / 3_600_000, unit: 'clockHours' });

/**
 * Plans every mark of a ladder as a UTC instant in the owner's working time (or clock time, as the unit says). `before` is the
 * deadline that is planned anew: a mark that was told or passed over stays as it was and is never told twice.
 */
export const planDeadline = (context: Pick<Context, 'calendars'>, { key, ladder }: NamedLadder, startedAt: Instant, owner: ClockOwner, pauses: readonly PauseSpan[] = [], before: Deadline | null = null): Deadline => {
  const computed = context.calendars.marks(startedAt, ladder, owner, pauses);
  const instants = new Map(computed.marks.map((mark) => [mark.name, mark.at]));
  const marks = ladder.rungs.map((rung): Mark => {
    const settled = before?.marks.find((mark) => mark.name === rung.name && mark.state !== 'pending');
    const at = instants.get(rung.name);
    if (at === undefined) throw new Error(`The calendar gave no instant for mark ${rung.name}`);
    return settled ?? { name: rung.name, kind: rung.kind, at, tells: rung.tells, state: 'pending', settledAt: null, ...(rung.reassigns === true ? { reassigns: true } : {}) };
  });
  // What was told under a rung that the ladder no longer has stays told: the rung may come back.
  const gone = (before?.marks ?? []).filter((mark) => mark.state !== 'pending' && !marks.some(({ name }) => name === mark.name));
  return {
    startedAt, ladder: key, allowance: ladder.allowance, dueAt: dueAtOf(ladder, instants, startedAt), marks: [...gone, ...marks],
    calendarId: computed.calendarId, calendarVersion: computed.calendarVersion, ...(computed.timeZoneData === undefined ? {} : { timeZoneData: computed.timeZoneData }), provisional: computed.provisional,
  };
};

/** Due is when the whole allowance is used up. Every ladder has such a rung; see `faultsOfBoard`. */
const dueAtOf = (ladder: Ladder, instants: ReadonlyMap<string, Instant>, startedAt: Instant): Instant => {
  const whole = ladder.rungs.find((rung) => rung.fraction === 1 && rung.plus === undefined);
  return (whole && instants.get(whole.name)) ?? startedAt;
};

/** The deadline of a task whose owner changed or whose pause ended: same start, same allowance, other calendar or pauses. */
export const planAnew = (context: Pick<Context, 'calendars' | 'board'>, deadline: Deadline, owner: ClockOwner, pauses: readonly PauseSpan[]): Deadline => {
  const ladder = ladderAt(context.board, deadline.ladder);
  if (ladder === undefined) throw new Error(`Board ${context.board.id} version ${context.board.version} has no ladder ${deadline.ladder}`);
  return planDeadline(context, withAllowance({ key: deadline.ladder, ladder }, deadline.allowance), deadline.startedAt, owner, pauses, deadline);
};
