import { holds, type PersonActor } from '../core/actor.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import { onCase } from '../cases/may.js';
import type { CaseState, Transfer } from '../cases/state.js';
import { nameOf } from '../cases/under-way.js';
import { hospitalOf, type Side } from './checklist.js';

/** A side's transfer coordinators and case managers, and the clinician who accepted the patient. */
export const actsFor = (actor: PersonActor, state: CaseState, side: Side): boolean => {
  const { transfer } = state;
  if (transfer === null) return false;
  const hospital = hospitalOf(transfer, side);
  return holds(actor, 'transferCoordinator', hospital) || holds(actor, 'caseManager', hospital) || (side === 'receiving' && transfer.acceptingClinicianId === actor.personId);
};
export const sending = onCase((actor, state) => actsFor(actor, state, 'sending'));
export const receiving = onCase((actor, state) => actsFor(actor, state, 'receiving') || holds(actor, 'chair', state.transfer?.toInstitutionId));
export const eitherSide = onCase((actor, state) => actsFor(actor, state, 'sending') || actsFor(actor, state, 'receiving'));

/**
 * The transfer, where it stands in one of the statuses that the act needs. Else TRANSFER.WRONG_STATUS with the status, who brought it there and when: of two
 * who act in the same second one wins, and the other reads who and when (H25). TRANSFER.NONE where there is none.
 */
export const transferIn = (state: CaseState, context: Context, ...allowed: readonly Transfer['status'][]): Transfer | Refusal => {
  const { transfer } = state;
  if (transfer === null) return refuse('TRANSFER.NONE', {});
  const last = transfer.history.at(-1);
  return allowed.includes(transfer.status) ? transfer
    : refuse('TRANSFER.WRONG_STATUS', { status: transfer.status, allowed, by: nameOf(context, last?.by ?? null), since: last?.at ?? null });
};
