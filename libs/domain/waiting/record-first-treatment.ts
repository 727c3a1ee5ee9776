import { isDate } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import type { CaseCommand } from '../cases/definition.js';
import { isOver } from '../cases/gates.js';
import { caseManager, oneOf, onCase, referrer } from '../cases/may.js';
import { over } from '../cases/under-way.js';
import { treatmentDates } from './pause-waiting-time.js';

/**
 * The day on which the patient's first treatment of this round began, here or at home: stops the clocks that run to treatment. Said again in a
 * round, it corrects what was said. Refused: CASE.OVER, CASE.DRAFT, DATE.NOT_A_DATE, WAITING.TREATMENT_DATE (from, to), CASE.NOTHING_CHANGED.
 */
export const recordFirstTreatment: CaseCommand<'recordFirstTreatment'> = {
  type: 'recordFirstTreatment', stream: 'case', mayDo: onCase(oneOf(referrer, caseManager)),
  decide: (state, { on }, context) => {
    if (isOver(state)) return over(state, context);
    if (state.submittedAt === null) return refuse('CASE.DRAFT');
    if (!isDate(on)) return refuse('DATE.NOT_A_DATE', { on }, 'on');
    const { from, to } = treatmentDates(state, context);
    if (on < from || on > to) return refuse('WAITING.TREATMENT_DATE', { from, to }, 'on');
    const said = state.waiting?.treatments.find(({ round }) => round === state.round);
    return said?.on === on ? refuse('CASE.NOTHING_CHANGED', {}, 'on') : [event('FirstTreatmentRecorded', { on })];
  },
};
