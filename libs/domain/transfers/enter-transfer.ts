import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { currentOutcome, readyForTransfer } from '../cases/gates.js';
import { transferItems } from '../cases/lists.js';
import { actorId, caseManager, orProcess } from '../cases/may.js';
import { firstOf, shutGate } from '../cases/refusals.js';
import type { CaseState, Transfer } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { taskCreated } from '../tasks/open-task.js';
import { itemTask } from './checklist.js';
import { liveTransfer } from './live.js';

/** The origin decides when it sends, again after a refusal, or ends the transfer: so that somebody always has it. */
export const askToSend = (state: CaseState, context: Context, transfer: Transfer): CaseEvent => taskCreated(state, context, {
  kind: 'sendTransfer', stage: 'transfer', offer: { institutionId: transfer.fromInstitutionId, role: 'transferCoordinator', discipline: null }, about: { transferId: transfer.id },
});

/**
 * Advised and wanted: the transfer is prepared. Both hospitals get their lines of the checklist; the invitation letter only once the
 * receiving hospital has accepted. One transfer a case at a time (H25). Refused: MOVE.NOT_READY, TRANSFER.ONE_IS_LIVE (status, since when).
 */
export const enterTransfer: CaseCommand<'enterTransfer'> = {
  type: 'enterTransfer', stream: 'case',
  mayDo: orProcess(caseManager),
  decide: (state, _data, context) => {
    const live = liveTransfer(state);
    const toInstitutionId = currentOutcome(state)?.advisesTransferTo ?? null;
    const refusal = firstOf(notUnderWay(state, context), live === null ? null : refuse('TRANSFER.ONE_IS_LIVE', { status: live.status, since: live.history[0]?.at ?? null }),
      shutGate(readyForTransfer(state), 'enterTransfer'));
    if (refusal !== null || toInstitutionId === null) return refusal ?? refuse('MOVE.NOT_READY', { move: 'enterTransfer' });
    const transfer: Transfer = {
      id: context.id('transfer'), toInstitutionId, fromInstitutionId: state.originInstitutionId, status: 'preparing',
      history: [{ status: 'preparing', at: context.now, by: actorId(context.actor) }], acceptingClinicianId: null, plannedFor: null, arrival: null, endedBecause: null,
    };
    return [
      event('StageEntered', { stage: 'transfer', round: state.round }), event('TransferStarted', { transfer }),
      ...transferItems.filter(({ code }) => code !== 'invitationLetter').map(({ code }) => itemTask(state, context, transfer, code)),
      askToSend(state, context, transfer),
    ];
  },
};
