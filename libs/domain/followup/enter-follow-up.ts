import { event } from '../core/event.js';
import { plusMilliseconds, type Instant } from '../core/instant.js';
import { refuse } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import { currentOutcome, readyForFollowUp } from '../cases/gates.js';
import { caseManager, orProcess } from '../cases/may.js';
import { firstOf, shutGate } from '../cases/refusals.js';
import type { CaseState, FollowUp } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import type { CaseEvent } from '../cases/events.js';
import { openTask } from '../tasks/open-task.js';

const clockDay = 86_400_000;

/** "Carried out?" of one day: there from now on, so that the process sleeps to it. Counted from the acknowledgement, also where the process was down. */
const question = (state: CaseState, context: Context, outcomeId: string, from: Instant, day: number): CaseEvent => {
  const task = openTask(state, { ...context, now: from }, {
    kind: 'answerFollowUp', name: `followUp:${day}`, stage: 'followUp', offer: { institutionId: state.originInstitutionId, role: 'caseManager', discipline: null },
    ownerId: state.referrerId ?? state.originCaseManagerId, about: { day: String(day), outcomeId }, allowance: { amount: day, unit: 'clockDays' },
  });
  return event('TaskCreated', { task: { ...task, createdAt: context.now } });
};

/** Follow-up begins when the recommendation was acknowledged, beside decision and transfer: asked 14, 30 and 90 clock days later (`board.followUpDays`). Refused: MOVE.NOT_READY. */
export const enterFollowUp: CaseCommand<'enterFollowUp'> = {
  type: 'enterFollowUp', stream: 'case',
  mayDo: orProcess(caseManager),
  decide: (state, _data, context) => {
    const outcome = currentOutcome(state);
    const refusal = firstOf(notUnderWay(state, context), shutGate(readyForFollowUp(state), 'enterFollowUp'));
    if (refusal !== null || outcome === null || outcome.acknowledgedAt === null) return refusal ?? refuse('MOVE.NOT_READY', { move: 'enterFollowUp' });
    const from = outcome.acknowledgedAt;
    const followUps = context.board.followUpDays.map((day): FollowUp => ({ day, dueAt: plusMilliseconds(from, day * clockDay), answer: null, because: null, answeredAt: null }));
    return [
      event('StageEntered', { stage: 'followUp', round: state.round }), event('FollowUpPlanned', { followUps }),
      ...followUps.map(({ day }) => question(state, context, outcome.id, from, day)),
    ];
  },
};
