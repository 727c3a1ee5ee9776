import type { CaseState, Transfer } from '../cases/state.js';

const over: readonly Transfer['status'][] = ['takenOver', 'ended'];
/** The transfer that is under way, also one that was refused and not yet ended; null where there is none. One case has one at most. */
export const liveTransfer = (state: CaseState): Transfer | null => (state.transfer === null || over.includes(state.transfer.status) ? null : state.transfer);
