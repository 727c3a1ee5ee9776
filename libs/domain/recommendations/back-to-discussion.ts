import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { CaseEvent } from '../cases/events.js';
import type { CaseState, Outcome } from '../cases/state.js';
import { cancelTasks } from '../tasks/change.js';
import { liveTransfer } from '../transfers/live.js';

/** A transfer that is under way is ended first, with its own cause. */
export const transferUnderWay = (state: CaseState): Refusal | null => {
  const live = liveTransfer(state);
  return live === null ? null : refuse('TRANSFER.ONE_IS_LIVE', { status: live.status, since: live.history[0]?.at ?? null });
};

/** Signatures that no longer count, kept with who gave them and when, for all to see. */
export const signaturesVoided = (outcome: Outcome, because: string): CaseEvent => event('SignaturesVoided', { outcomeId: outcome.id, because, voided: outcome.signatures });

/** The board speaks again, in a new round from the discussion on; what it decided before stays readable. Everything that the old decision asked for ends. */
export const backToDiscussion = (state: CaseState, because: string, noteTextId: string | null): readonly CaseEvent[] => {
  const round = state.round + 1;
  return [
    ...cancelTasks(state, because),
    event('RoundOpened', { round, reason: because, noteTextId, from: 'discussion' }),
    event('StageEntered', { stage: 'discussion', round }),
  ];
};
