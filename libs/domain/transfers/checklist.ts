import { refuse, type Refusal } from '../core/refusal.js';
import type { Instant } from '../core/instant.js';
import type { Context } from '../core/context.js';
import type { CaseEvent } from '../cases/events.js';
import { transferItems, type TransferItemCode } from '../cases/lists.js';
import type { CaseState, Transfer } from '../cases/state.js';
import { taskCreated } from '../tasks/open-task.js';
import { isOpen, type Task } from '../tasks/task.js';

export type Side = 'sending' | 'receiving';
export const hospitalOf = (transfer: Transfer, side: Side): string => (side === 'sending' ? transfer.fromInstitutionId : transfer.toInstitutionId);

/** A checklist line as a task of its side's transfer coordinators. */
export const itemTask = (state: CaseState, context: Context, transfer: Transfer, code: TransferItemCode): CaseEvent => {
  const side = transferItems.find((item) => item.code === code)?.side ?? 'sending';
  return taskCreated(state, context, {
    kind: 'transferItem', name: `item:${code}`, stage: 'transfer', offer: { institutionId: hospitalOf(transfer, side), role: 'transferCoordinator', discipline: null },
    about: { item: code, side, transferId: transfer.id },
  });
};

/** The lines of the running transfer's checklist. */
export const checklist = (state: CaseState): readonly Task[] =>
  Object.values(state.tasks).filter((task) => task.kind === 'transferItem' && task.about['transferId'] === state.transfer?.id);

/** TRANSFER.CHECKLIST_OPEN with the codes of what is open and of what lapses by then (UTC). `only` narrows it to some lines. */
export const openItems = (state: CaseState, by: Instant, only?: readonly TransferItemCode[]): Refusal | null => {
  const lines = checklist(state).filter((task) => only === undefined || only.some((code) => code === task.about['item']));
  const named = (tasks: readonly Task[]): readonly string[] => tasks.map((task) => task.about['item'] ?? task.id);
  const open = named(lines.filter(isOpen));
  const lapsed = named(lines.filter((task) => !isOpen(task) && task.expiresAt !== null && task.expiresAt < by));
  return open.length + lapsed.length === 0 ? null : refuse('TRANSFER.CHECKLIST_OPEN', { open, lapsed });
};
