import { event } from '../core/event.js';
import { refuse, type Refusal } from '../core/refusal.js';
import type { Context } from '../core/context.js';
import { tumorTypeOf } from './completeness.js';
import type { CaseCommand } from './definition.js';
import { isLeft, isOver } from './gates.js';
import { caseManager, oneOf, onCase, referrer } from './may.js';
import { over } from './under-way.js';
import type { CaseState } from './state.js';

/** INTAKE.OVER once intake is done: the file was accepted as it stood; CASE.OVER for a case that ended. */
export const intakeOver = (state: CaseState, context: Context): Refusal | null => {
  if (isOver(state)) return over(state, context);
  return isLeft(state, 'intake') ? refuse('INTAKE.OVER', { since: state.stages.intake.leftAt }) : null;
};

/**
 * Changes patient data, question, urgency, tumor type or referrer. Urgency and question may be corrected until the case ends, the
 * tumor type (which decides the data set) only in intake. Refused: CASE.OVER, INTAKE.OVER, CASE.TUMOR_TYPE_UNKNOWN, CASE.NOTHING_CHANGED.
 */
export const amendReferral: CaseCommand<'amendReferral'> = {
  type: 'amendReferral', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, data, context) => {
    if (isOver(state)) return over(state, context);
    const { urgency, tumorType, referrerId, patientFields = [] } = data;
    if (tumorType !== undefined && tumorTypeOf(context.board, tumorType) === null) return refuse('CASE.TUMOR_TYPE_UNKNOWN', { tumorType }, 'tumorType');
    if (tumorType !== undefined && isLeft(state, 'intake')) return refuse('INTAKE.OVER', { since: state.stages.intake.leftAt }, 'tumorType');
    const question = context.text('question');
    const given = Object.entries({ urgency, tumorType, referrerId }).filter(([, value]) => value !== undefined).map(([name]) => name);
    const fields = [...given, ...patientFields, ...(question === null ? [] : ['question'])];
    if (fields.length === 0) return refuse('CASE.NOTHING_CHANGED');
    return [event('ReferralAmended', { fields, ...(urgency && { urgency }), ...(tumorType && { tumorType }), ...(referrerId !== undefined && { referrerId }), ...(question !== null && { textId: question }) })];
  },
};
