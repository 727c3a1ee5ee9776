import { isRefusal, refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { actorId, inPool, onCase } from '../cases/may.js';
import { openTaskOfKindOr } from '../cases/refusals.js';
import { notUnderWay } from '../cases/under-way.js';
import { completeTask } from '../tasks/change.js';
import { hospitalOf } from './checklist.js';
import { itemOf, validUntil } from './expiry.js';
import { actsFor } from './sides.js';

/**
 * A line of the checklist is done, by its side: with its evidence (a stored file, kept as the task's result) and, where what it records lapses, with
 * the last day on its paper. It opens again before that day. Refused: as every task command; TRANSFER.NOT_YOUR_SIDE, TRANSFER.EXPIRY_NEEDED,
 * TRANSFER.PASSPORT_TOO_SHORT, TRANSFER.LAPSED_ALREADY, DATE.NOT_A_DATE.
 */
export const completeTransferItem: CaseCommand<'completeTransferItem'> = {
  type: 'completeTransferItem', stream: 'case',
  mayDo: onCase((actor, state) => actsFor(actor, state, 'sending') || actsFor(actor, state, 'receiving')),
  decide: (state, { taskId, expiresOn, fileId }, context, seenVersion) => {
    const task = openTaskOfKindOr(state, context, taskId, 'transferItem', seenVersion);
    if (isRefusal(task)) return task;
    const item = itemOf(task);
    const { transfer } = state;
    const { actor } = context;
    if (item === undefined || transfer === null) throw new Error(`Task ${task.id} is a transfer's line without item or transfer`);
    const theirs = actor.kind === 'person' && (task.ownerId === actor.personId || inPool(actor, task) || actsFor(actor, state, item.side));
    if (!theirs) return refuse('TRANSFER.NOT_YOUR_SIDE', { side: item.side });
    const expiresAt = validUntil(item.code, expiresOn, context.now, context.calendars.zone(hospitalOf(transfer, item.side)));
    if (isRefusal(expiresAt)) return expiresAt;
    return notUnderWay(state, context) ?? [completeTask(task, fileId === null ? 'done' : `evidence:${fileId}`, actorId(actor), { expiresAt, noteTextId: context.text('note') })];
  },
};
