import { dateAt, endOfDate, isDate } from '../core/date-in-zone.js';
import { event } from '../core/event.js';
import { refuse } from '../core/refusal.js';
import { completeTask } from '../tasks/change.js';
import { openTasksOf } from '../tasks/task.js';
import type { CaseCommand } from './definition.js';
import { isOver } from './gates.js';
import { actorId, onCase, oneOf, originCaseManager, referrer } from './may.js';
import { over } from './under-way.js';

/**
 * Consent is on record, for one purpose, by the patient or a guardian; until the end of a date in the zone of the hospital that
 * records it. Ends the task that an emergency left open for it. Refused: CASE.OVER, CONSENT.UNTIL_IS_PAST, CONSENT.NOT_A_DATE.
 */
export const recordConsent: CaseCommand<'recordConsent'> = {
  type: 'recordConsent', stream: 'case', mayDo: onCase(oneOf(referrer, originCaseManager)),
  decide: (state, { purpose, until, fileId, byGuardian }, context) => {
    if (isOver(state)) return over(state, context);
    const zone = context.calendars.zone(state.originInstitutionId);
    if (until !== null && !isDate(until)) return refuse('CONSENT.NOT_A_DATE', {}, 'until');
    if (until !== null && until < dateAt(context.now, zone)) return refuse('CONSENT.UNTIL_IS_PAST', { until }, 'until');
    const validUntil = until === null ? null : endOfDate(until, zone);
    const tasks = openTasksOf(state.tasks, 'recordConsent').filter((task) => task.about['purpose'] === purpose);
    return [
      event('ConsentRecorded', { consent: { purpose, until, validUntil, fileId, recordedAt: context.now, withdrawnAt: null, byGuardian } }),
      ...tasks.map((task) => completeTask(task, 'recorded', actorId(context.actor))),
    ];
  },
};
