import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { contradictionIn } from '../scores/contradictions.js';
import { intakeOver } from './amend-referral.js';
import { itemsFrom, tumorTypeOf } from './completeness.js';
import type { CaseCommand } from './definition.js';
import { openTasksOf } from '../tasks/task.js';
import { caseManager, oneOf, onCase, referrer } from './may.js';
import { requestsAnswered } from '../preparation/requests.js';

/**
 * Takes the newest saved version of the referral form as the file's answers: how each item stands, and the side; what was asked for and is
 * answered now ends. Possible until intake is done, also while the case is sent back, and after it while something is still asked for. Refused: CASE.OVER, INTAKE.OVER,
 * DRAFT.NOT_FOUND, and answers that contradict each other (SCORE.*).
 */
export const answerDataSet: CaseCommand<'answerDataSet'> = {
  type: 'answerDataSet', stream: 'case', needs: ['draft'], mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, { draftId }, context) => {
    const refusal = intakeOver(state, context);
    const isAsked = openTasksOf(state.tasks, 'supplyItem').length > 0;
    if (refusal !== null && !(refusal.code === 'INTAKE.OVER' && isAsked)) return refusal;
    const type = tumorTypeOf(context.board, state.tumorType);
    if (context.draft === null || draftId !== state.referralDraftId || type === null) return refuse('DRAFT.NOT_FOUND', {}, 'draftId');
    const contradiction = contradictionIn(context.draft.answers);
    if (contradiction !== null) return contradiction;
    const side = context.draft.answers['laterality'];
    const laterality = side?.state === 'given' && typeof side.value === 'string' ? side.value : null;
    const items = itemsFrom(type, context.draft.answers);
    return [
      event('DataSetAnswered', { draftVersion: context.draft.version, hash: context.draft.hash, items, laterality }),
      ...requestsAnswered({ ...state, items }, context, 'form', context.draft.answers),
    ];
  },
};
