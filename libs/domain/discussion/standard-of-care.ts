import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { currentOutcome, isLeft } from '../cases/gates.js';
import { actorId, hostCaseManager, hostChair, onCase, oneOf } from '../cases/may.js';
import { firstOf, outside, wordless } from '../cases/refusals.js';
import { nameOf, notUnderWay } from '../cases/under-way.js';
import { completeTask } from '../tasks/change.js';
import { openTask } from '../tasks/open-task.js';
import { elsewhere } from './list-case.js';
import { decided, outcomeOf } from './record-recommendation.js';

/**
 * Says that a standard covers the case: listed, not discussed (texts: standard, the treatment), and by which guideline and edition where one is named. By the host's case manager or
 * chair, until the board has spoken. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, DISCUSSION.DECIDED, STANDARD.MARKED_ALREADY (by, at), TEXT.NEEDED.
 */
export const markStandardOfCare: CaseCommand<'markStandardOfCare'> = {
  type: 'markStandardOfCare', stream: 'case', mayDo: onCase(oneOf(hostCaseManager, hostChair)),
  decide: (state, { guideline = null }, context) => firstOf(notUnderWay(state, context),
    isLeft(state, 'discussion') || currentOutcome(state) !== null ? refuse('DISCUSSION.DECIDED', {}) : null,
    state.standardOfCare == null ? null : refuse('STANDARD.MARKED_ALREADY', { by: nameOf(context, state.standardOfCare.by), at: state.standardOfCare.at }),
    wordless(context, 'standard')) ?? [event('StandardOfCareMarked', { by: actorId(context.actor), standardTextId: context.text('standard') ?? '', guideline })],
};

/** It is to be discussed after all. Refused: CASE.OVER, CASE.ON_HOLD, CASE.DRAFT, STANDARD.NOT_MARKED. */
export const unmarkStandardOfCare: CaseCommand<'unmarkStandardOfCare'> = {
  type: 'unmarkStandardOfCare', stream: 'case', mayDo: onCase(oneOf(hostCaseManager, hostChair)),
  decide: (state, _data, context) => firstOf(notUnderWay(state, context), state.standardOfCare == null ? refuse('STANDARD.NOT_MARKED') : null)
    ?? [event('StandardOfCareUnmarked', { by: actorId(context.actor) })],
};

/**
 * The host's chair signs off a case that a standard covers, freshly signed in and over the words that were on the screen (text: proposal): it is not
 * discussed and needs no quorum. The one signature is the chair's; letter, answer and follow-up come as for what was discussed. Refused: CASE.OVER,
 * CASE.ON_HOLD, CASE.DRAFT, CASE.STAGE_NOT_ACTIVE, DISCUSSION.NOT_LISTED, STANDARD.NOT_MARKED, MEETING.WRONG_STATUS, RECOMMENDATION.CONFLICT_OF_INTEREST, TEXT.NEEDED.
 */
export const signOffStandardOfCare: CaseCommand<'signOffStandardOfCare'> = {
  type: 'signOffStandardOfCare', stream: 'case', needsFreshSignIn: true, needs: ['meeting'],
  mayDo: onCase((actor, state, context) => hostChair(actor, state, context) && (context.meeting?.chairId == null || context.meeting.chairId === actor.personId)),
  decide: (state, { meetingId, guideline = null }, context) => {
    const { meeting } = context;
    const by = actorId(context.actor);
    const refusal = firstOf(notUnderWay(state, context), outside(state, 'discussion'), elsewhere(state, meetingId), state.standardOfCare == null ? refuse('STANDARD.NOT_MARKED') : null,
      meeting?.id === meetingId && ['planned', 'frozen', 'open'].includes(meeting.status) ? null : refuse('MEETING.WRONG_STATUS', { status: meeting?.status ?? null }),
      state.conflicts.includes(by) ? refuse('RECOMMENDATION.CONFLICT_OF_INTEREST', {}) : null, wordless(context, 'proposal'));
    if (refusal !== null || meeting === null) return refusal ?? refuse('MEETING.NOT_OPEN', { status: null });
    const outcome = outcomeOf(state, meeting, context, {
      kind: 'coveredByStandard', intent: null, modalities: [], laterality: state.laterality, guideline, responsibleId: null, dueDate: null, advisesTransferTo: null, dissents: [], abstentions: [],
    });
    const sign = openTask(state, context, { kind: 'sign', name: 'sign:chair', stage: 'recommendation', offer: { institutionId: state.hostInstitutionId, role: 'chair', discipline: null }, ownerId: by, about: { outcomeId: outcome.id, discipline: 'chair' } });
    return [
      ...decided(state, context, outcome), event('StageLeft', { stage: 'discussion', round: state.round, skipped: false }), event('StageEntered', { stage: 'recommendation', round: state.round }),
      event('TaskCreated', { task: sign }), event('SignatureGiven', { outcomeId: outcome.id, signature: { personId: by, discipline: 'chair', at: context.now, textHash: outcome.textHash } }), completeTask(sign, 'signed', by),
    ];
  },
};
