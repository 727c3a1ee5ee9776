import type { Transfer } from '../state.js';
import type { Reducers } from './stamp.js';
import { treated } from './waiting.js';

type AfterEvent = 'TransferStarted' | 'TransferProgressed' | 'FollowUpPlanned' | 'FollowUpAnswered' | 'FollowUpVisitRecorded';
const over: readonly Transfer['status'][] = ['ended', 'refused'];

/** Transfer and follow-up: what comes after the recommendation. */
export const afterReducers: Reducers<AfterEvent> = {
  TransferStarted: (state, { transfer }) => ({ ...state, transfer }),
  TransferProgressed: (state, data, { at }) => {
    const { transfer } = state;
    if (transfer === null) throw new Error(`Event moves a transfer on, which case ${state.id} does not have`);
    return {
      ...state,
      transfer: {
        ...transfer, status: data.status, history: [...transfer.history, { status: data.status, at, by: data.by }],
        acceptingClinicianId: data.acceptingClinicianId === undefined ? transfer.acceptingClinicianId : data.acceptingClinicianId,
        plannedFor: data.plannedFor === undefined ? transfer.plannedFor : data.plannedFor,
        arrival: data.status === 'arrived' ? { condition: data.reason ?? '', discrepancies: data.discrepancies ?? [] } : transfer.arrival,
        endedBecause: over.includes(data.status) ? (data.reason ?? null) : transfer.endedBecause,
      },
    };
  },
  FollowUpPlanned: (state, { followUps }) => ({ ...state, followUps }),
  FollowUpAnswered: (before, { day, answer, because }, { at }) => {
    // Carried out in any way: treatment has begun, even where nobody told the day.
    const state = answer === 'no' ? before : treated(before, null, at);
    return { ...state, followUps: state.followUps.map((followUp) => (followUp.day === day ? { ...followUp, answer, because, answeredAt: at } : followUp)) };
  },
  FollowUpVisitRecorded: (state, { noteTextId: _note, ...visit }, { at, actorId: by }) => ({ ...state, followUpVisits: [...(state.followUpVisits ?? []), { ...visit, at, by }] }),
};
