import { event } from '../core/event.js';
import { isRefusal, refuse } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import type { CaseCommand } from '../cases/definition.js';
import type { CaseEvent } from '../cases/events.js';
import { isActive } from '../cases/gates.js';
import { hostCaseManager, hostChair, onCase, oneOf } from '../cases/may.js';
import { firstOf, wordless } from '../cases/refusals.js';
import type { CaseState, Outcome } from '../cases/state.js';
import { notUnderWay } from '../cases/under-way.js';
import { cancelTasks } from '../tasks/change.js';
import { taskCreated } from '../tasks/open-task.js';
import { backToDiscussion, signaturesVoided, transferUnderWay } from './back-to-discussion.js';
import { askForAddressee } from './name-addressee.js';
import { inForce } from './sign-recommendation.js';

/** The letters no longer count: who opened one is in the event, since they are told beside those whom it was sent to. */
export const letterRecalled = (outcome: Outcome, context: Context, reason: string): CaseEvent => {
  const letters = Object.fromEntries(Object.entries(outcome.letter ?? {}).filter(([, letter]) => letter?.signed === true));
  return event('LetterRecalled', { outcomeId: outcome.id, reason, noteTextId: context.text('note'), letters, opened: context.letterReaders ?? [] });
};

/** A corrected letter of the same decision: somebody of the host mends what was wrong, then it is made and sent anew, and acknowledged anew. */
const sentAnew = (state: CaseState, context: Context, outcomeId: string): readonly CaseEvent[] => [
  ...cancelTasks(state, 'letterRecalled', (task) => task.kind === 'acknowledge' || task.kind === 'recordPatientDecision'),
  ...(isActive(state, 'recommendation') ? [] : [event('StageEntered', { stage: 'recommendation', round: state.round })]),
  taskCreated(state, context, {
    kind: 'sendLetter', stage: 'recommendation', offer: { institutionId: state.hostInstitutionId, role: 'caseManager', discipline: null }, ownerId: state.hostCaseManagerId, about: { outcomeId, code: 'recalled' },
  }),
  ...askForAddressee(state, context, outcomeId),
];

/**
 * A letter that was sent is called back, with a coded reason and words (text: note), by the host's chair or case manager: its bytes stay and are called recalled wherever
 * they are shown or checked. `newLetter`: the decision stands, a corrected letter follows; `discussAgain`: the decision falls, and the board speaks again.
 * Refused: RECOMMENDATION.SUPERSEDED, LETTER.NOT_SENT, TEXT.NEEDED, TRANSFER.ONE_IS_LIVE (to discuss again).
 */
export const recallLetter: CaseCommand<'recallLetter'> = {
  type: 'recallLetter', stream: 'case', needs: ['letterReaders'],
  mayDo: onCase(oneOf(hostChair, hostCaseManager)),
  decide: (state, { outcomeId, reason, next }, context) => {
    const outcome = inForce(state, outcomeId);
    if (isRefusal(outcome)) return outcome;
    return firstOf(notUnderWay(state, context), outcome.letterSentAt === null ? refuse('LETTER.NOT_SENT', {}) : null, wordless(context, 'note'), next === 'discussAgain' ? transferUnderWay(state) : null) ?? [
      letterRecalled(outcome, context, reason),
      ...(next === 'newLetter' ? sentAnew(state, context, outcomeId) : [signaturesVoided(outcome, 'letterRecalled'), ...backToDiscussion(state, 'letterRecalled', context.text('note'))]),
    ];
  },
};
