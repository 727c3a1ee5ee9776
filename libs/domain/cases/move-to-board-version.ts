import { holds, type Actor } from '../core/actor.js';
import type { Context } from '../core/context.js';
import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { BoardDefinition } from '../boards/definition.js';
import { answersOn } from '../forms/migrate.js';
import type { FormAnswers } from '../forms/definition.js';
import { cancelTask } from '../tasks/change.js';
import { openTasksOf, type Task } from '../tasks/task.js';
import { itemsFrom, missingItems, tumorTypeOf } from './completeness.js';
import type { CaseCommand } from './definition.js';
import { isOver } from './gates.js';
import { hostCaseManager, onCase } from './may.js';
import type { CaseState, ItemState } from './state.js';
import { over } from './under-way.js';

/** What a move to another version of the case's board changes for it: pure, so that the preview and the command say the same. */
export interface BoardMove {
  /** How each item of the new data set stands: answers already given are kept. */
  readonly items: Readonly<Record<string, ItemState>>;
  /** Required items that nothing answers, and that were not missing before. */
  readonly becomesMissing: readonly string[];
  /** Items that were required, and are asked no longer or only if one likes. */
  readonly noLongerAsked: readonly string[];
  /** Whether a second pathology reading begins or ceases to be asked of this tumor type; what was begun goes on. */
  readonly secondPathology: 'begins' | 'ends' | null;
  /** Required items that are asked newly and yet not missing: answered already, or needless by what another field says. */
  readonly settled: readonly string[];
  /** Open requests for items that the new data set does not have: nobody owes them any more. */
  readonly requestsEnded: readonly Task[];
}

/**
 * How an item stands in the new data set: as it did where it was answered; otherwise as the referral form's answers leave it there, where a field may depend
 * on another now, or no longer. What was asked for before and is typed but not sent yet is still missing.
 */
const standingOf = (known: ItemState | undefined, by: ItemState): ItemState => {
  if (known === undefined || known === 'notApplicable') return by;
  return known === 'missing' && by === 'notApplicable' ? by : known;
};

/** `answers`: of the referral form as it is on the earlier version; null where nothing is typed. Null where the new version has no such tumor type. */
export const boardMoveOf = (state: CaseState, from: BoardDefinition, to: BoardDefinition, answers: FormAnswers | null = null): BoardMove | null => {
  const [before, after] = [tumorTypeOf(from, state.tumorType), tumorTypeOf(to, state.tumorType)];
  if (after === null) return null;
  const typed = answers === null || before === null ? null : itemsFrom(after, answersOn(before.referralForm, after.referralForm, answers));
  const items = Object.fromEntries(after.items.map(({ id }): [string, ItemState] => [id, typed === null ? (state.items[id] ?? 'missing') : standingOf(state.items[id], typed[id] ?? 'missing')]));
  const missed = missingItems(state, from);
  const required = new Set(after.items.filter((item) => item.required).map(({ id }) => id));
  const nowMissing = missingItems({ ...state, items }, to);
  const second = [before?.secondPathology === true, after.secondPathology];
  return {
    items, becomesMissing: nowMissing.filter((id) => !missed.includes(id)),
    noLongerAsked: (before?.items ?? []).filter((item) => item.required && !required.has(item.id)).map(({ id }) => id),
    secondPathology: second[0] === second[1] ? null : after.secondPathology ? 'begins' : 'ends',
    settled: after.items.filter(({ id, required }) => required && before?.items.some((item) => item.id === id) !== true && !nowMissing.includes(id)).map(({ id }) => id),
    requestsEnded: openTasksOf(state.tasks, 'supplyItem').filter(({ about }) => about['dataItem'] !== undefined && !after.items.some(({ id }) => id === about['dataItem'])),
  };
};

/** Admins of the host, who publish versions, and its case managers; an admin needs no sight of the patient for it. */
const mayMove = (actor: Actor, state: CaseState, data: object, context: Context): Refusal | null =>
  (holds(actor, 'admin', state.hostInstitutionId) ? null : onCase(hostCaseManager)(actor, state, data, context));

/**
 * Moves an open case to a newer version of its board, on purpose and with a reason. Answers already given stay; open deadlines stay too:
 * the case goes on by the ladders that it had. What was asked for and is asked no longer ends (`noLongerAsked`). Refused: CASE.OVER, BOARD.ANOTHER_BOARD, BOARD.CASE_MOVED (the version it is on now),
 * BOARD.VERSION_NOT_NEWER, BOARD.NO_SUCH_VERSION, BOARD.TUMOR_TYPE_GONE, TEXT.NEEDED (reason).
 */
export const moveToBoardVersion: CaseCommand<'moveToBoardVersion'> = {
  type: 'moveToBoardVersion', stream: 'case', needs: ['draft'], mayDo: mayMove,
  decide: (state, { boardId, fromVersion, toVersion }, context) => {
    const { toBoard } = context;
    if (isOver(state)) return over(state, context);
    if (boardId !== state.boardId) return refuse('BOARD.ANOTHER_BOARD', {}, 'boardId');
    if (fromVersion !== state.boardVersion) return refuse('BOARD.CASE_MOVED', { version: state.boardVersion });
    if (toVersion <= state.boardVersion) return refuse('BOARD.VERSION_NOT_NEWER', { version: state.boardVersion, asked: toVersion }, 'toVersion');
    if (toBoard == null) return refuse('BOARD.NO_SUCH_VERSION', { asked: toVersion }, 'toVersion');
    const move = boardMoveOf(state, context.board, toBoard, context.draft?.draftId === state.referralDraftId ? context.draft.answers : null);
    if (move === null) return refuse('BOARD.TUMOR_TYPE_GONE', { tumorType: state.tumorType, asked: toVersion }, 'toVersion');
    const textId = context.text('reason');
    if (textId === null) return refuse('TEXT.NEEDED', { field: 'reason' }, 'reason');
    const { items, becomesMissing, noLongerAsked } = move;
    return [event('MovedToBoardVersion', { from: state.boardVersion, to: toVersion, items, becomesMissing, noLongerAsked, textId }), ...move.requestsEnded.map((task) => cancelTask(task, 'noLongerAsked'))];
  },
};

/** The version of its board that the case stood on at an instant: what was signed then is read by that version's forms. */
export const boardVersionAt = ({ boardVersion, boardMoves }: Pick<CaseState, 'boardVersion' | 'boardMoves'>, at: string): number =>
  (boardMoves ?? []).find((move) => move.at > at)?.from ?? boardVersion;
